/**
 * Rules that reach across entries. Each takes entries and returns one readable line for each problem:
 * the file, the field and the reason. Pure: no Astro, no clock, no files.
 */
import { isoDay } from '../day.ts';
import { changedSince } from '../records/run.ts';

import { calculatorProblems } from './calculator-rules.ts';

export interface Entry {
  collection: string;
  id: string;
  /** The file as an author sees it, from the project's root. */
  file: string;
  data: Record<string, unknown>;
  /** The text below the front matter; empty for data files. */
  body: string;
}

const reading = ['sections', 'use-cases', 'faq', 'pages'];

/** Which fields name entries, and of which collection. A field may hold one stem or a list of them. */
const references: Record<string, Record<string, string>> = {
  sections: { chapter: 'chapters', topics: 'topics', claims: 'claims', versions: 'releases' },
  'use-cases': { topics: 'topics', claims: 'claims', versions: 'releases' },
  faq: { topics: 'topics', claims: 'claims', versions: 'releases' },
  pages: { topics: 'topics', claims: 'claims', versions: 'releases' },
  claims: { topics: 'topics', versions: 'releases' },
  capabilities: { topics: 'topics', versions: 'releases' },
  glossary: { topics: 'topics', see: 'glossary' },
  sources: { measurement: 'measurements', count: 'counts' },
  'calculator-criteria': { source: 'sources' },
  'calculator-features': { row: 'capabilities', source: 'sources' },
  'calculator-assumptions': { source: 'sources' },
};

const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const strings = (value: unknown) => list(value).filter((item) => typeof item === 'string');
const of = (entries: readonly Entry[], collection: string) =>
  entries.filter((entry) => entry.collection === collection);
const title = (entry: Entry) =>
  String(entry.data['title'] ?? entry.data['question'] ?? entry.data['statement'] ?? entry.data['term'] ?? '');

/** Values that a component in the body names, such as the claims of every `<Cite claim="…" />`. */
function named(entry: Pick<Entry, 'body'>, component: string, attribute: string): string[] {
  const pattern = new RegExp(`<${component}\\b[^>]*?\\b${attribute}=(["'])(.*?)\\1`, 'gs');
  return [...entry.body.matchAll(pattern)].map((match) => match[2]!);
}

/** The claims that a body cites, in the text or in the margin. */
export function citedClaims(entry: Entry): string[] {
  return [...named(entry, 'Cite', 'claim'), ...named(entry, 'Annotated', 'claim')];
}

/** The rows of the comparison that a body cites. */
export const citedCapabilities = (entry: Pick<Entry, 'body'>): string[] => named(entry, 'Row', 'of');

/** The glossary terms that a body opens. */
export const usedTerms = (entry: Pick<Entry, 'body'>): string[] => named(entry, 'Term', 'of');

export function danglingReferences(entries: readonly Entry[]): string[] {
  const known = new Set(entries.map((entry) => `${entry.collection}/${entry.id}`));
  const missing = (entry: Entry, field: string, target: string) =>
    known.has(target) ? [] : [`${entry.file}: ${field}: "${target}" does not exist`];
  return entries.flatMap((entry) => [
    ...Object.entries(references[entry.collection] ?? {}).flatMap(([field, collection]) =>
      strings(entry.data[field]).flatMap((id) => missing(entry, field, `${collection}/${id}`)),
    ),
    ...strings(entry.data['related']).flatMap((target) => missing(entry, 'related', target)),
    ...sourcesOf(entry).flatMap((id) => missing(entry, 'sources', `sources/${id}`)),
    ...stepsOf(entry).flatMap((target) => missing(entry, 'steps', target)),
    ...named(entry, 'CodePair', 'example').flatMap((id) => missing(entry, '<CodePair>', `examples/${id}`)),
    ...citedCapabilities(entry).flatMap((id) => missing(entry, '<Row>', `capabilities/${id}`)),
    ...usedTerms(entry).flatMap((id) => missing(entry, '<Term>', `glossary/${id}`)),
  ]);
}

/** The sources that a claim or a capability names. */
function sourcesOf(entry: Entry): string[] {
  return fieldOf(entry, 'sources', 'source');
}

/** Where a reader's path leads. */
function stepsOf(entry: Entry): string[] {
  return fieldOf(entry, 'steps', 'to');
}

function fieldOf(entry: Entry, items: string, field: string): string[] {
  return list(entry.data[items]).flatMap((item) => strings((item as Record<string, unknown>)?.[field]));
}

/** Two entries of a list, or two pages, with one title cannot be told apart. */
export function duplicateTitles(entries: readonly Entry[]): string[] {
  const pages = [...reading, 'chapters'];
  const lists = ['claims', 'capabilities', 'glossary', 'paths'];
  return repeated(
    entries.filter((entry) => [...pages, ...lists].includes(entry.collection)),
    (entry) => `${pages.includes(entry.collection) ? 'page' : entry.collection} ${title(entry).toLowerCase()}`,
    (entry, first) => `${entry.file}: title: "${title(entry)}" is also the title of ${first.file}`,
  );
}

/** A position belongs to one entry of a collection; among sections, to one of a chapter. */
export function duplicateOrders(entries: readonly Entry[]): string[] {
  return repeated(
    entries.filter((entry) => entry.data['order'] !== undefined),
    (entry) => `${entry.collection} ${entry.data['chapter'] ?? ''} ${entry.data['order']}`,
    (entry, first) => `${entry.file}: order: ${entry.data['order']} is also the order of ${first.file}`,
  );
}

export function duplicateNumbers(entries: readonly Entry[]): string[] {
  return repeated(
    [...of(entries, 'claims'), ...of(entries, 'capabilities')],
    (entry) => `${entry.collection} ${entry.data['number']}`,
    (entry, first) => `${entry.file}: number: ${entry.data['number']} is also the number of ${first.file}`,
  );
}

/** A document stands in the sources once, however many claims rest on it. */
export function duplicateAddresses(entries: readonly Entry[]): string[] {
  return repeated(
    of(entries, 'sources').filter((entry) => entry.data['url'] !== undefined),
    (entry) => String(entry.data['url']),
    (entry, first) => `${entry.file}: url: is also the url of ${first.file}`,
  );
}

function repeated(
  entries: readonly Entry[],
  key: (entry: Entry) => string,
  say: (entry: Entry, first: Entry) => string,
): string[] {
  const firsts = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const first = firsts.get(key(entry));
    if (first) return [say(entry, first)];
    firsts.set(key(entry), entry);
    return [];
  });
}

/** A file stem is an address and an anchor. */
export function unreadableStems(entries: readonly Entry[]): string[] {
  return entries
    .filter((entry) => entry.collection !== 'releases' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.id))
    .map((entry) => `${entry.file}: file name: use lower-case words joined by hyphens`);
}

/** Nothing was reviewed, opened or changed tomorrow. */
export function futureDates(entries: readonly Entry[], today: Date): string[] {
  return entries.flatMap((entry) =>
    ['reviewed', 'checked', 'opened', 'published', 'date', 'changes'].flatMap((field) =>
      list(entry.data[field])
        .map((value) => (value instanceof Date ? value : (value as { date?: unknown })?.date))
        .filter((date) => date instanceof Date && date > today)
        .map((date) => `${entry.file}: ${field}: ${isoDay(date as Date)} lies in the future`),
    ),
  );
}

/** What a page cites, it lists; what it lists, it cites. */
export function citationMismatches(entries: readonly Entry[]): string[] {
  return entries
    .filter((entry) => reading.includes(entry.collection))
    .flatMap((entry) => {
      const listed = strings(entry.data['claims']);
      const cited = citedClaims(entry);
      return [
        ...[...new Set(cited)]
          .filter((claim) => !listed.includes(claim))
          .map((claim) => `${entry.file}: claims: the text cites "${claim}", which is not listed`),
        ...listed
          .filter((claim) => !cited.includes(claim))
          .map((claim) => `${entry.file}: claims: "${claim}" is listed, but the text never cites it`),
      ];
    });
}

/** A chapter's opening and its sections are one run of text, so they cite in the body of sections only. */
export function citingChapters(entries: readonly Entry[]): string[] {
  return of(entries, 'chapters')
    .filter((entry) => citedClaims(entry).length > 0)
    .map((entry) => `${entry.file}: body: claims are cited in sections, not in the chapter's opening`);
}

/** A claim rests on a source, or says that it is a judgement, or that it cannot be checked. */
export function unsupportedClaims(entries: readonly Entry[]): string[] {
  return of(entries, 'claims')
    .filter(
      ({ data }) =>
        list(data['sources']).length === 0 && data['judgement'] === undefined && data['verdict'] !== 'not-checkable',
    )
    .map((entry) => `${entry.file}: sources: name one, or say in "judgement" why this is a judgement`);
}

export function unusedSources(entries: readonly Entry[]): string[] {
  const used = new Set(entries.flatMap((entry) => [...sourcesOf(entry), ...strings(entry.data['source'])]));
  return of(entries, 'sources')
    .filter((entry) => !used.has(entry.id))
    .map((entry) => `${entry.file}: no claim, no capability and nothing of the calculator uses this source`);
}

export function unusedExamples(entries: readonly Entry[]): string[] {
  const used = new Set(entries.flatMap((entry) => named(entry, 'CodePair', 'example')));
  return of(entries, 'examples')
    .filter((entry) => !used.has(entry.id))
    .map((entry) => `${entry.file}: no page shows this example`);
}

/**
 * What is printed is what ran: the record of a run holds a fingerprint of every file that took part.
 * @param files the fingerprints of an example's files as they are now
 */
export function unrunExamples(entries: readonly Entry[], files: (example: string) => Record<string, string>): string[] {
  const runs = new Map(of(entries, 'runs').map((entry) => [entry.id, entry]));
  return of(entries, 'examples').flatMap((entry) => {
    const run = runs.get(entry.id);
    const changes = run
      ? changedSince(run.data['files'] as Record<string, string>, files(entry.id))
      : [`${entry.file}: has not run`];
    return changes.map((change) => `${change}; run "npm run lab -- --contracts ${entry.id}"`);
  });
}

/** Pages hand a text its components. What a text imports itself would come without its styles. */
function importingTexts(entries: readonly Entry[]): string[] {
  const withoutCode = (body: string) => body.replace(/^(```|~~~).*?^\1/gms, '');
  return entries
    .filter((entry) => /^import\s/m.test(withoutCode(entry.body)))
    .map((entry) => `${entry.file}: body: a text imports nothing; it may use the components of src/components/prose`);
}

/** Sections of a chapter share one page, whose headings are their titles. */
export function headingsInSections(entries: readonly Entry[]): string[] {
  return [...of(entries, 'sections'), ...of(entries, 'chapters')]
    .filter((entry) => /^#{1,6} /m.test(entry.body))
    .map((entry) => `${entry.file}: body: a section has no headings of its own`);
}

const useCaseHeadings = ['Why', 'When to choose the other one', 'What it looks like'];

/** Use cases can be compared because they are told in one order. */
export function useCaseShapes(entries: readonly Entry[]): string[] {
  return of(entries, 'use-cases')
    .filter((entry) => {
      const headings = [...entry.body.matchAll(/^## (.+)$/gm)].map((match) => match[1]!.trim());
      return headings.join('|') !== useCaseHeadings.join('|');
    })
    .map((entry) => `${entry.file}: body: its headings must be ${useCaseHeadings.map((h) => `"${h}"`).join(', ')}`);
}

/** An old address leads to one page and is no longer an address itself. */
export function takenAddresses(entries: readonly Entry[]): string[] {
  const current = new Set(entries.map((entry) => `${entry.collection}/${entry.id}`));
  const seen = new Map<string, Entry>();
  return entries.flatMap((entry) =>
    strings(entry.data['formerly']).flatMap((stem) => {
      const address = `${entry.collection}/${stem}`;
      const other = seen.get(address);
      seen.set(address, entry);
      if (current.has(address)) return [`${entry.file}: formerly: "${stem}" is the file stem of an entry`];
      if (other) return [`${entry.file}: formerly: "${stem}" already leads to ${other.file}`];
      return [];
    }),
  );
}

/** A number of the calculator that is not a judgement says where it comes from. */
export function groundlessNumbers(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ collection }) => collection.startsWith('calculator-'))
    .filter(({ data }) => data['kind'] !== undefined && data['kind'] !== 'editorial' && data['source'] === undefined)
    .map(({ file, data }) => `${file}: source: a number of the kind "${String(data['kind'])}" names its source`);
}

/**
 * Every problem of the content, in the order of the rules above.
 * @param today the day of the build
 * @param files the fingerprints of an example's files
 */
export function problems(
  entries: readonly Entry[],
  today: Date,
  files: (example: string) => Record<string, string>,
): string[] {
  return [
    danglingReferences,
    duplicateTitles,
    duplicateOrders,
    duplicateNumbers,
    duplicateAddresses,
    unreadableStems,
    (all: readonly Entry[]) => futureDates(all, today),
    citationMismatches,
    citingChapters,
    unsupportedClaims,
    unusedSources,
    unusedExamples,
    (all: readonly Entry[]) => unrunExamples(all, files),
    importingTexts,
    headingsInSections,
    useCaseShapes,
    takenAddresses,
    groundlessNumbers,
    calculatorProblems,
  ].flatMap((rule) => rule(entries));
}
