/**
 * The only door to the content: loads every collection once, stops the build on problems,
 * and hands out entries in reading order with their addresses.
 */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { leans, type Verdict } from '../vocabulary.ts';
import { citedCapabilities, problems, usedTerms, type Entry } from './problems.ts';

export { unsupported } from './support.ts';

export type Chapter = CollectionEntry<'chapters'>;
export type Section = CollectionEntry<'sections'>;
export type UseCase = CollectionEntry<'use-cases'>;
export type Question = CollectionEntry<'faq'>;
export type Page = CollectionEntry<'pages'>;
export type Claim = CollectionEntry<'claims'>;
export type Source = CollectionEntry<'sources'>;
export type Release = CollectionEntry<'releases'>;
export type Example = CollectionEntry<'examples'>;
export type Capability = CollectionEntry<'capabilities'>;
export type Term = CollectionEntry<'glossary'>;
export type Path = CollectionEntry<'paths'>;
export type Measurement = CollectionEntry<'measurements'>;
/** An entry that answers something: it has a lean, claims, versions and changes. */
export type Answering = Section | UseCase | Question | Page;

const byOrder = (a: { data: { order: number } }, b: { data: { order: number } }) => a.data.order - b.data.order;

export const chapters: Chapter[] = (await getCollection('chapters')).sort(byOrder);
export const sections: Section[] = (await getCollection('sections')).sort(byOrder);
export const useCases: UseCase[] = (await getCollection('use-cases')).sort(byOrder);
export const questions: Question[] = (await getCollection('faq')).sort(byOrder);
export const pages: Page[] = await getCollection('pages');
export const claims: Claim[] = (await getCollection('claims')).sort((a, b) => a.data.number - b.data.number);
export const sources: Source[] = (await getCollection('sources')).sort((a, b) =>
  a.data.title.localeCompare(b.data.title, 'en'),
);
export const capabilities: Capability[] = (await getCollection('capabilities')).sort(
  (a, b) => a.data.number - b.data.number,
);
export const terms: Term[] = (await getCollection('glossary')).sort((a, b) =>
  a.data.term.localeCompare(b.data.term, 'en'),
);
export const paths: Path[] = (await getCollection('paths')).sort(byOrder);
export const examples: Example[] = await getCollection('examples');
export const measurements: Measurement[] = (await getCollection('measurements')).sort(
  (a, b) => b.data.date.getTime() - a.data.date.getTime(),
);
const releases: Release[] = await getCollection('releases');
export const topics = await getCollection('topics');

const everything = [
  ...[...chapters, ...sections, ...useCases, ...questions, ...pages],
  ...[...claims, ...capabilities, ...terms, ...paths],
  ...[...sources, ...examples, ...measurements, ...releases, ...topics],
];

const found = problems(everything.map(asEntry), new Date());
if (found.length > 0) {
  throw new Error(
    `The content has ${found.length === 1 ? 'a problem' : `${found.length} problems`}:\n${found.join('\n')}`,
  );
}

function asEntry(entry: CollectionEntry<CollectionKey>): Entry {
  return {
    collection: entry.collection,
    id: entry.id,
    file: entry.filePath ?? `content/${entry.collection}.yaml`,
    data: entry.data,
    body: entry.body ?? '',
  };
}

/** The entry with this stem. Throws when there is none, so that a page cannot silently lose a part. */
function find<Found extends { id: string }>(entries: readonly Found[], id: string, what: string): Found {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`There is no ${what} "${id}"`);
  return entry;
}

export const claim = (id: string): Claim => find(claims, id, 'claim');
export const source = (id: string): Source => find(sources, id, 'source');
export const example = (id: string): Example => find(examples, id, 'example');
export const capability = (id: string): Capability => find(capabilities, id, 'capability');
export const term = (id: string): Term => find(terms, id, 'term');
export const useCase = (id: string): UseCase => find(useCases, id, 'use case');
export const page = (id: string): Page => find(pages, id, 'page');
export const chapter = (id: string): Chapter => find(chapters, id, 'chapter');
export const release = (id: string): Release => find(releases, id, 'release');

export const sectionsOf = (of: Chapter): Section[] => sections.filter((section) => section.data.chapter === of.id);

/** Every entry that answers something, in reading order. */
export const answering: Answering[] = [...chapters.flatMap(sectionsOf), ...useCases, ...questions, ...pages];

/** What a reader calls the entry. */
export function titleOf(entry: Answering | Chapter): string {
  return entry.collection === 'faq' ? entry.data.question : entry.data.title;
}

/** Where the entry stands, from the root. A section is a place in its chapter. */
export function pathOf(entry: Answering | Chapter | Claim | Capability | Term): string {
  switch (entry.collection) {
    case 'chapters':
      return `/guide/${entry.id}/`;
    case 'sections':
      return `/guide/${entry.data.chapter}/#${entry.id}`;
    case 'claims':
      return `/evidence/#${entry.id}`;
    case 'capabilities':
      return `/compare/#${entry.id}`;
    case 'glossary':
      return `/glossary/#${entry.id}`;
    case 'pages':
      return `/${entry.id}/`;
    default:
      return `/${entry.collection}/${entry.id}/`;
  }
}

/** The entry that a reference such as `faq/which-is-faster` names. */
export function referenced(path: string): Answering {
  const target = answering.find((candidate) => `${candidate.collection}/${candidate.id}` === path);
  if (!target) throw new Error(`There is no entry "${path}"`);
  return target;
}

/** The entries that "related" names, in its order. */
export const relatedTo = (entry: Answering): Answering[] => entry.data.related.map(referenced);

/** The terms that texts open, each once, in alphabetical order. */
export function termsIn(entries: readonly { body?: string | undefined }[]): Term[] {
  const used = new Set(entries.flatMap(({ body }) => usedTerms({ body: body ?? '' })));
  return terms.filter(({ id }) => used.has(id));
}

/** Whether the two frameworks provide a capability in different ways. A row of facts always counts as different. */
export const differs = ({ data: { flask, django } }: Capability): boolean =>
  flask.support === undefined || flask.support !== django.support;

/** The entries that cite a row of the comparison. */
export const usesOfCapability = (of: Capability): Answering[] =>
  answering.filter(({ body }) => citedCapabilities({ body: body ?? '' }).includes(of.id));

/** The claims with a verdict, in number order. */
export const claimsThat = (verdict: Verdict): Claim[] => claims.filter((claim) => claim.data.verdict === verdict);

/** The claims by main topic, in the order in which the guide comes to the topics. */
export const claimsByTopic = [...new Set([...answering.flatMap(mainTopic), ...claims.flatMap(mainTopic)])]
  .map((id) => ({
    id,
    label: find(topics, id, 'topic').data.label,
    claims: claims.filter((claim) => mainTopic(claim).includes(id)),
  }))
  .filter((group) => group.claims.length > 0);

function mainTopic({ data }: { data: { topics: string[] } }): string[] {
  return data.topics.slice(0, 1);
}

/** The pages that cite a claim. */
export const usesOf = (of: Claim): Answering[] => answering.filter((entry) => entry.data.claims.includes(of.id));

/** The entries on the home page's scale, from Flask to Django. */
export const plotted = answering
  .filter((entry) => entry.data.plot !== undefined && entry.data.lean !== undefined)
  .sort((a, b) => leanRank(a) - leanRank(b));

function leanRank(entry: Answering): number {
  return Object.keys(leans).indexOf(entry.data.lean!);
}

/** The releases that a list of entries was checked against, oldest framework name first, each once. */
export function releasesOf(entries: readonly { data: { versions: string[] } }[]): Release[] {
  const ids = new Set(entries.flatMap((entry) => entry.data.versions));
  return releases.filter((candidate) => ids.has(candidate.id)).sort((a, b) => b.id.localeCompare(a.id, 'en'));
}

/** Every dated change of every entry, newest first. */
export function changes(): { entry: Answering; date: Date; what: string }[] {
  return answering
    .flatMap((entry) => entry.data.changes.map((change) => ({ entry, ...change })))
    .sort((a, b) => b.date.getTime() - a.date.getTime());
}
