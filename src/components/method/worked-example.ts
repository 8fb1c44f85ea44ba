/** The team that every formula is worked through with, and what the calculator says of it. */
import { curvesOf, estimate, prepare, reasonsFor, verdictOf, type Estimate } from '../../calculator/evaluate.ts';
import { writeAddress } from '../../calculator/address.ts';
import { calculator, samples, model } from '../../entries/queries.ts';
import { href } from '../../site.ts';

const id = 'first-product';
const found = calculator.personas.find((persona) => persona.id === id);
if (!found) throw new Error(`There is no persona "${id}"`);

export type Persona = (typeof calculator.personas)[number];

/** The calculator with the answers of a made-up team filled in. */
export const filledIn = ({ data: { choices, first, later } }: Persona): string =>
  href(`/calculator/?${writeAddress({ choices, first, later }, model)}`);

export function estimateOf({ data: { choices, first, later } }: Persona): Estimate {
  const answers = { choices, first, later };
  return estimate(prepare(model, answers), answers);
}

export const persona: Persona = found;
export const example = estimateOf(persona);
export const verdict = verdictOf(example, samples);
export const reasons = reasonsFor(example);
export const curves = curvesOf(example);

/** What readers call a criterion. */
export const criterionTitle = (of: string): string => entryOf(calculator.criteria, of).data.title;
/** What readers call a question's answer, or a computed criterion, as a reason. */
export function reasonTitle(of: string, choice: string | undefined): string {
  const question = calculator.questions.find((candidate) => candidate.id === of);
  if (!question) return criterionTitle(of);
  return question.data.options.find((option) => option.id === choice)?.short ?? question.data.short;
}
export const questionShort = (of: string): string => entryOf(calculator.questions, of).data.short;
export const featureTitle = (of: string): string => entryOf(calculator.features, of).data.title;

/** What a number of the cost model is called, such as "Learning the framework: Django". */
export function numberTitle(name: string): string {
  const [stem, key] = name.split('.') as [string, string?];
  const feature = calculator.features.find((candidate) => candidate.id === stem);
  if (feature) return `${feature.data.title}: ${keyTitle('framework', key!)}`;
  const { title, by } = entryOf(calculator.assumptions, stem).data;
  return key === undefined ? title : `${title}: ${keyTitle(by!, key)}`;
}

/** What the key of an assumption's number stands for: a framework, an alternative, or an answer. */
export function keyTitle(by: string, key: string): string {
  const question = calculator.questions.find((candidate) => candidate.id === by);
  const option = question?.data.options.find((candidate) => candidate.id === key);
  return option?.label ?? columnTitles[key as keyof typeof columnTitles];
}

export const columnTitles = { flask: 'Flask', django: 'Django', both: 'Both' } as const;

function entryOf<Found extends { id: string }>(entries: readonly Found[], of: string): Found {
  const entry = entries.find((candidate) => candidate.id === of);
  if (!entry) throw new Error(`The calculator has no "${of}"`);
  return entry;
}
