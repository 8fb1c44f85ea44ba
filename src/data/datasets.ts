/** Every collection that is published as data, with what it holds and the schema that each item keeps to. */
import { z } from 'astro/zod';
import { isoDay } from '../day.ts';
import {
  articles,
  capabilities,
  claims,
  decisions,
  measurements,
  questions,
  releases,
  withdrawnMeasurements,
} from '../entries/queries.ts';
import { absoluteHref, href, site } from '../site.ts';
import { claimItem, claimItems } from './claims.ts';
import { comparisonData, comparisonItem } from './comparison.ts';
import { decisionItem, decisionsData } from './decisions.ts';
import { measurementItem, measurementItems } from './measurements.ts';
import { questionItem, questionItems } from './questions.ts';
import { releaseItem, releaseItems } from './releases.ts';

export interface Dataset {
  /** Its file is `/data/<name>.json`. */
  name: string;
  title: string;
  says: string;
  item: z.ZodType;
  items: () => unknown[];
}

export const datasets: Dataset[] = [
  {
    name: 'claims',
    title: 'Claims',
    says: 'What is commonly said, part by part, with verdict, sources and who says it.',
    item: claimItem,
    items: () => claimItems(claims),
  },
  {
    name: 'rows',
    title: 'Rows of the comparison',
    says: 'What each framework brings for a capability, with packages, releases and sources.',
    item: comparisonItem,
    items: () => comparisonData(capabilities),
  },
  {
    name: 'decisions',
    title: 'Decisions of teams',
    says: 'What teams chose, why, and what became of it, each from a public record.',
    item: decisionItem,
    items: () => decisionsData(decisions),
  },
  {
    name: 'questions',
    title: 'Questions',
    says: 'Each question with its short answer, which way it leans, and what would reverse that.',
    item: questionItem,
    items: () => questionItems(questions),
  },
  {
    name: 'measurements',
    title: 'Measurements',
    says: 'The runs of our lab as it wrote them, and which were withdrawn.',
    item: measurementItem,
    items: () => measurementItems(measurements, withdrawnMeasurements),
  },
  {
    name: 'releases',
    title: 'Releases',
    says: 'The series of both frameworks with the days of their release and the end of their support.',
    item: releaseItem,
    items: () => releaseItems(releases),
  },
];

/** The day of the newest change to what is published: what a citation names. */
export const edition: string = [
  ...[...articles, ...claims].flatMap(({ data }) => data.changes.map(({ date }) => isoDay(date))),
  ...capabilities.map(({ data }) => isoDay(data.checked)),
].reduce((newest, each) => (each > newest ? each : newest));

export const dataPath = (name: string): string => `/data/${name}.json`;
export const schemaPath = (name: string): string => `/data/${name}.schema.json`;
const address = (path: string): string => absoluteHref(path) ?? href(path);

/** The file of a dataset. @throws where an item does not keep to its schema, which stops the build */
export function fileOf(dataset: Dataset) {
  const items = dataset.items();
  z.array(dataset.item).parse(items);
  return {
    $schema: address(schemaPath(dataset.name)),
    title: dataset.title,
    publisher: site.title,
    edition,
    licence: null,
    items,
  };
}

/** The JSON Schema (draft 2020-12) of the file of a dataset. */
export function schemaOf({ name, title, says, item }: Dataset) {
  const file = z.strictObject({
    $schema: z.string(),
    title: z.string(),
    publisher: z.string(),
    edition: z.iso.date().describe('The day of the newest change to the guide.'),
    licence: z.null().describe('Null: the licence is still to be decided by the owner.'),
    items: z.array(item),
  });
  return {
    $id: address(schemaPath(name)),
    title,
    description: says,
    ...z.toJSONSchema(file, { io: 'input', override: onlyStandardFormats }),
  };
}

/** Zod names its own checks as formats, beside the pattern that says the same; JSON Schema knows no such formats. */
function onlyStandardFormats({ jsonSchema }: { jsonSchema: { format?: string | undefined } }): void {
  if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
}
