/**
 * The only door to the content: loads every collection once and hands out entries in reading order with their
 * addresses. What is wrong with the content has stopped the build before (`integrations/check-content.ts`).
 */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { writeAddress } from '../calculator/address.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { modelFrom } from '../calculator/from-content.ts';
import { figure, type Printed, type Wanted } from '../records/figure.ts';
import { placeOnScale, verdictOfCalculator, type EntryVerdict } from '../verdict.ts';
import { themes, keysOf, type Theme, type Verdict } from '../vocabulary.ts';
import { readingMinutes } from '../reading-time.ts';
import { addressOf, formerAddresses } from './addresses.ts';
import { filled, recordsFrom } from './figures.ts';
import { citedCapabilities, usedTerms } from './mentions.ts';

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
export type Run = CollectionEntry<'runs'>;
export type Count = CollectionEntry<'counts'>;
export type Decision = CollectionEntry<'decisions'>;
/** An entry that answers something: it has claims, versions and changes, and in all but a few pages a verdict. */
export type Article = Section | UseCase | Question | Page;

const runFiles = (await getCollection('measurements')).sort((a, b) => a.id.localeCompare(b.id, 'en'));
const records = recordsFrom([
  ...runFiles,
  ...(await getCollection('counts')),
  ...(await getCollection('sources')),
  ...(await getCollection('studies')),
  ...(await getCollection('study-runs')),
]);

/** What to print of a measured number, by the attributes of `<Figure>`. */
export const printedFigure = (wanted: Wanted): Printed => figure(records, wanted);

/** The entries of a collection with the measured numbers that their texts name. */
async function read<Name extends CollectionKey>(name: Name): Promise<CollectionEntry<Name>[]> {
  const entries: CollectionEntry<Name>[] = await getCollection(name);
  return entries.map((entry) => {
    const data = filled(entry.data, records);
    return data === entry.data ? entry : { ...entry, data };
  });
}

const byOrder = (a: { data: { order: number } }, b: { data: { order: number } }) => a.data.order - b.data.order;

export const chapters: Chapter[] = (await read('chapters')).sort(byOrder);
export const sections: Section[] = (await read('sections')).sort(byOrder);
export const useCases: UseCase[] = (await read('use-cases')).sort(byOrder);
export const questions: Question[] = (await read('faq')).sort(byOrder);
export const pages: Page[] = await read('pages');
export const claims: Claim[] = (await read('claims')).sort((a, b) => a.data.number - b.data.number);
/** By publisher and address, so that what one project says in one place stands together. */
export const sources: Source[] = (await read('sources')).sort(
  ({ data: a }, { data: b }) =>
    a.publisher.localeCompare(b.publisher, 'en') || (a.url ?? a.title).localeCompare(b.url ?? b.title, 'en'),
);
export const capabilities: Capability[] = (await read('capabilities')).sort((a, b) => a.data.number - b.data.number);
export const terms: Term[] = (await read('glossary')).sort((a, b) => a.data.term.localeCompare(b.data.term, 'en'));
export const paths: Path[] = (await read('paths')).sort(byOrder);
export const examples: Example[] = await read('examples');
/** What ran of the examples. */
export const runs: Run[] = await read('runs');
/** The measuring runs of the lab that stand, the first one first. */
export const measurements = runFiles.flatMap(({ id, data }) => ('withdrawn' in data ? [] : [{ id, data }]));
/** Those that were withdrawn, the first one first. */
export const withdrawnMeasurements = runFiles.flatMap(({ id, data }) => ('withdrawn' in data ? [{ id, data }] : []));
export const counts: Count[] = (await read('counts')).sort((a, b) => b.id.localeCompare(a.id, 'en'));
/** The studies of the lab, each with its runs. */
const studyRuns = await getCollection('study-runs');
export const studies = (await read('studies')).flatMap(({ id, data }) => {
  const record = studyRuns.find((each) => each.id === id);
  return record ? [{ id, data, runs: record.data.runs }] : [];
});
/** What follows from what we measured. */
const conclusions = await read('conclusions');
export const releases: Release[] = await read('releases');
/** What teams decided, the oldest first; those without a date last. */
export const decisions: Decision[] = (await read('decisions')).sort(
  (a, b) => (a.data.date ?? '9999').localeCompare(b.data.date ?? '9999', 'en') || a.id.localeCompare(b.id, 'en'),
);
export const topics = await read('topics');

/** A start for the calculator's form, with the answers of its use case. */
function presetFrom({ id, data: { title, says, useCase: stem } }: CollectionEntry<'calculator-presets'>) {
  const { choices, first, later } = useCases.find((entry) => entry.id === stem)!.data.calculator;
  return { id, title, says, useCase: stem, answers: { choices, first, later } };
}

/** What the calculator is made of, each kind in its order. */
export const calculator = {
  criteria: (await read('calculator-criteria')).sort(byOrder),
  questions: (await read('calculator-questions')).sort(byOrder),
  features: (await read('calculator-features')).sort(byOrder),
  assumptions: (await read('calculator-assumptions')).sort(byOrder),
  presets: (await read('calculator-presets')).sort(byOrder).map(presetFrom),
  personas: (await read('calculator-personas')).sort(byOrder),
  choices: (await read('calculator-choices')).sort(byOrder),
  trial: (await read('calculator-trial')).sort((a, b) => a.id.localeCompare(b.id, 'en')),
};

/** The calculator's model, and the samples of its first experiment. The content has been checked, so it is whole. */
export const model = modelFrom({ ...calculator, runs });
export const samples = drawSamples(model);

/** Finds an entry by its stem. That throws when there is none, so that a page cannot silently lose a part. */
function finder<Found extends { id: string }>(entries: readonly Found[], what: string): (id: string) => Found {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (id) => {
    const entry = byId.get(id);
    if (!entry) throw new Error(`There is no ${what} "${id}"`);
    return entry;
  };
}

export const claim = finder(claims, 'claim');
export const source = finder(sources, 'source');
export const decision = finder(decisions, 'decision');
export const example = finder(examples, 'example');
const runById = finder(runs, 'run of the example');
export const runOf = (of: Example): Run => runById(of.id);
export const capability = finder(capabilities, 'capability');
export const term = finder(terms, 'term');
export const useCase = finder(useCases, 'use case');
export const page = finder(pages, 'page');
export const path = finder(paths, 'path');
export const chapter = finder(chapters, 'chapter');
export const conclusion = finder(conclusions, 'conclusion');
export const release = finder(releases, 'release');
const topic = finder(topics, 'topic');

export const sectionsOf = (of: Chapter): Section[] => sections.filter((section) => section.data.chapter === of.id);

/** How many minutes it takes to read all chapters. */
export const guideMinutes: number = readingMinutes(
  chapters.flatMap((chapter) => [chapter, ...sectionsOf(chapter)].map(({ body }) => body ?? '')),
);

/** Every entry that answers something, in reading order. */
export const articles: Article[] = [...chapters.flatMap(sectionsOf), ...useCases, ...questions, ...pages];

/** What a reader calls the entry. */
export function titleOf(entry: Article | Chapter | Claim): string {
  switch (entry.collection) {
    case 'faq':
      return entry.data.question;
    case 'claims':
      return entry.data.statement;
    default:
      return entry.data.title;
  }
}

/**
 * Where the entry comes down. A use case says what the calculator makes of it, a page may judge nothing, and a chapter
 * leaves it to its sections.
 */
export function verdictOf(entry: Article | Chapter): EntryVerdict | undefined {
  if (entry.collection === 'chapters') return undefined;
  if (entry.collection === 'use-cases') return verdictOfCalculator(entry.data.calculator.verdict);
  return entry.data.lean && { kind: 'lean', lean: entry.data.lean };
}

/** What a list calls a decision: the project, and the year where it is known. */
export const nameOfDecision = ({ data: { project, date } }: Decision): string =>
  date ? `${project}, ${date.slice(0, 4)}` : project;

/** Where the entry stands, from the root. A section is a place in its chapter. */
export function pathOf(entry: Article | Chapter | Claim | Capability | Term | Decision | Path): string {
  return addressOf(entry)!;
}

/** Where all the claims stand that a chapter rests on, from the root. */
export const claimsPathOf = (of: Chapter): string => `${pathOf(of)}claims/`;

/** Where the entry once stood, from the root. */
export const formerPathsOf = (entry: Article | Chapter | Claim): string[] => formerAddresses(entry);

/** Where a document can be read: its own address, or, from the root, the place of a run or a count of ours. */
export function addressOfSource({ data: { url, measurement, count } }: Source): string | undefined {
  const place = (measurement && `run-${measurement}`) ?? (count && `counted-${count}`);
  return url ?? (place && `/evidence/measurements/#${place}`);
}

/** The document that a claim rests on first: one of its main part, where that has any. */
export function firstSourceOf({ data: { parts, sources } }: Claim): Source | undefined {
  const first = parts.find(({ main }) => main)?.sources[0] ?? sources[0];
  return first && source(first.source);
}

/** Claims by their names, each once, in number order. */
export const claimsNamed = (ids: readonly string[]): Claim[] =>
  [...new Set(ids)].map(claim).sort((a, b) => a.data.number - b.data.number);

/** The themes that have questions, in their order. */
export const askedThemes: Theme[] = keysOf(themes).filter((theme) =>
  questions.some(({ data }) => data.theme === theme),
);

const byReference = new Map(articles.map((entry) => [`${entry.collection}/${entry.id}`, entry]));

/** The entry that a reference such as `faq/which-is-faster` names. */
export function referenced(path: string): Article {
  const target = byReference.get(path);
  if (!target) throw new Error(`There is no entry "${path}"`);
  return target;
}

/** The entries that "related" names, in its order. */
export const relatedTo = (entry: Article): Article[] => entry.data.related.map(referenced);

/** The calculator with the answers of a use case, from the root. */
export function filledIn({ data }: UseCase): string {
  return `/calculator/?${writeAddress(data.calculator, model)}`;
}

/** The questions that are asked most, each with a word for it. */
export const oftenAsked: { question: Question; word: string }[] = questions.flatMap((question) =>
  question.data.oftenAsked ? [{ question, word: question.data.oftenAsked }] : [],
);

/** The terms that texts open, each once, in alphabetical order. */
export function termsIn(entries: readonly { body?: string | undefined }[]): Term[] {
  const used = new Set(entries.flatMap(({ body }) => usedTerms({ body }).map(({ name }) => name)));
  return terms.filter(({ id }) => used.has(id));
}

/** Whether the two frameworks provide a capability in different ways. A row of facts always counts as different. */
export const differs = ({ data: { flask, django } }: Capability): boolean =>
  flask.support === undefined || flask.support !== django.support;

/** A package that the row lists for either framework. */
export function packageIn({ id, data }: Capability, name: string): Capability['data']['flask']['packages'][number] {
  const found = [...data.flask.packages, ...data.django.packages].find((seen) => seen.name === name);
  if (!found) throw new Error(`The row "${id}" lists no package "${name}"`);
  return found;
}

const usesByCapability = usesByWhatTheyName((entry) => citedCapabilities(entry).map(({ name }) => name));
const usesByClaim = usesByWhatTheyName(({ data }) => data.claims);

/** The entries that cite a row of the comparison. */
export const usesOfCapability = (of: Capability): Article[] => usesByCapability.get(of.id) ?? [];

/** The pages that cite a claim. */
export const usesOf = (of: Claim): Article[] => usesByClaim.get(of.id) ?? [];

/** For each stem that entries name, the entries that do. */
function usesByWhatTheyName(named: (entry: Article) => string[]): Map<string, Article[]> {
  const uses = new Map<string, Article[]>();
  for (const entry of articles) {
    for (const id of new Set(named(entry))) {
      const others = uses.get(id);
      if (others) others.push(entry);
      else uses.set(id, [entry]);
    }
  }
  return uses;
}

/** The claims that the record of some team speaks against. */
export const contradictedClaims: Claim[] = claims.filter(({ data }) => data.against.length > 0);

/** The claims with a verdict, in number order. */
export const claimsThat = (verdict: Verdict): Claim[] => claims.filter((claim) => claim.data.verdict === verdict);

/** The claims by main topic, in the order in which the guide comes to the topics. */
export const claimsByTopic = [...new Set([...articles.flatMap(mainTopic), ...claims.flatMap(mainTopic)])]
  .map((id) => ({
    id,
    label: topic(id).data.label,
    claims: claims.filter((claim) => mainTopic(claim).includes(id)),
  }))
  .filter((group) => group.claims.length > 0);

function mainTopic({ data }: { data: { topics: string[] } }): string[] {
  return data.topics.slice(0, 1);
}

/** The entries on the home page's scale, from Flask to Django. */
export const plotted: { entry: Article; label: string; verdict: EntryVerdict }[] = articles
  .flatMap((entry) => {
    const verdict = verdictOf(entry);
    const { plot: label } = entry.data;
    return verdict && label !== undefined ? [{ entry, label, verdict }] : [];
  })
  .sort((a, b) => placeOnScale(a.verdict) - placeOnScale(b.verdict));

/** The releases that a list of entries was checked against, oldest framework name first, each once. */
export function releasesOf(entries: readonly { data: { versions: string[] } }[]): Release[] {
  const ids = new Set(entries.flatMap((entry) => entry.data.versions));
  return releases.filter((candidate) => ids.has(candidate.id)).sort((a, b) => b.id.localeCompare(a.id, 'en'));
}

/** Every dated change of every entry, newest first. */
export function changes(): { entry: Article; date: Date; what: string }[] {
  return articles
    .flatMap((entry) => entry.data.changes.map((change) => ({ entry, ...change })))
    .sort((a, b) => b.date.getTime() - a.date.getTime());
}
