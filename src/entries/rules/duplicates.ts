/** What must be there once and without a gap: titles, positions, numbers, addresses of documents, topics. */
import { articleCollections, inField, of, repeated, strings, titleOf, type Entry, type Problem } from '../entry.ts';

/** Two entries of a list, or two pages, with one title cannot be told apart. */
export function duplicateTitles(entries: readonly Entry[]): Problem[] {
  const pages = [...articleCollections, 'chapters'];
  return repeated(
    of(entries, ...pages, 'claims', 'capabilities', 'glossary', 'paths'),
    (entry) => `${pages.includes(entry.collection) ? 'page' : entry.collection} ${titleOf(entry).toLowerCase()}`,
    (entry, first) => inField(entry, titleField(entry), `"${titleOf(entry)}" is also the title of ${first.file}`),
  );
}

const titleField = ({ data }: Entry) =>
  ['title', 'question', 'statement', 'term'].find((field) => data[field] !== undefined) ?? 'title';

/** A position belongs to one entry of a collection; among sections, to one of a chapter. */
export function duplicateOrders(entries: readonly Entry[]): Problem[] {
  const list = ({ collection, data }: Entry) => `${collection} ${String(data['chapter'] ?? '')}`;
  const ordered = entries.filter((entry) => entry.data['order'] !== undefined);
  return repeated(
    ordered,
    (entry) => `${list(entry)} ${String(entry.data['order'])}`,
    (entry, first) => {
      const next = nextNumber(
        ordered.filter((other) => list(other) === list(entry)),
        'order',
      );
      const order = String(entry.data['order']);
      return inField(entry, 'order', `${order} is also the order of ${first.file}; the next free one is ${next}`);
    },
  );
}

/** A chapter is read from its first section to its last, so its sections are counted from 1 without a gap. */
export function gapsInChapters(entries: readonly Entry[]): Problem[] {
  return of(entries, 'chapters').flatMap(({ id, file }) => {
    const sections = of(entries, 'sections').filter(({ data }) => data['chapter'] === id);
    const count = sections.length;
    if (count === 0) return [{ file, field: '', reason: 'no section names this chapter, so its page would be empty' }];
    return sections.flatMap((entry) => {
      const order = Number(entry.data['order']);
      if (order <= count) return [];
      return [inField(entry, 'order', `${order} leaves a gap; its chapter's sections are counted from 1 to ${count}`)];
    });
  });
}

export function duplicateNumbers(entries: readonly Entry[]): Problem[] {
  return repeated(
    of(entries, 'claims', 'capabilities'),
    (entry) => `${entry.collection} ${String(entry.data['number'])}`,
    (entry, first) => {
      const next = nextNumber(of(entries, entry.collection), 'number');
      const number = String(entry.data['number']);
      return inField(entry, 'number', `${number} is also the number of ${first.file}; the next free one is ${next}`);
    },
  );
}

/** One more than the highest number that is taken. */
export function nextNumber(entries: readonly Pick<Entry, 'data'>[], field: 'order' | 'number'): number {
  return 1 + Math.max(0, ...entries.map(({ data }) => Number(data[field])).filter(Number.isFinite));
}

/** A document stands in the sources once, however many claims rest on it. */
export function duplicateAddresses(entries: readonly Entry[]): Problem[] {
  return repeated(
    of(entries, 'sources').filter((entry) => entry.data['url'] !== undefined),
    (entry) => String(entry.data['url']),
    (entry, first) => inField(entry, 'url', `is also the url of ${first.file}`),
  );
}

/** One way of asking leads to one entry: it stands at none besides, and is not the title or another name of one. */
export function repeatedQuestions(entries: readonly Entry[]): Problem[] {
  const asking = of(entries, ...articleCollections, 'paths', 'capabilities');
  const named = of(entries, ...articleCollections);
  const owners = new Map<string, Entry>();
  const claim = (entry: Entry, words: string) => owners.set(asTyped(words), owners.get(asTyped(words)) ?? entry);
  for (const entry of named) claim(entry, titleOf(entry));
  for (const entry of named) for (const alias of strings(entry.data['aliases'])) claim(entry, alias);
  return asking.flatMap((entry) => {
    const own = new Set<string>();
    return strings(entry.data['asked']).flatMap((words, at) => {
      const key = asTyped(words);
      const owner = owners.get(key);
      const say = (reason: string) => [inField(entry, ['asked', at], `"${words}" ${reason}`)];
      if (!key) return say('has no word');
      if (own.has(key)) return say('stands in the list already');
      own.add(key);
      if (owner && owner !== entry) return say(`leads to ${owner.file} already; one way of asking stands at one entry`);
      owners.set(key, entry);
      return [];
    });
  });
}

/** What two people who ask the same have typed alike: the words, without capitals, accents and marks. */
const asTyped = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

export function duplicateTopics(entries: readonly Entry[]): Problem[] {
  return repeated(
    of(entries, 'topics'),
    ({ id }) => id,
    (entry) => inField(entry, [], `the topic "${entry.id}" is there already`),
  );
}

/** Runs of one day and one machine share what was wrong with both, so they cannot confirm each other. */
export function dependentRuns(entries: readonly Entry[]): Problem[] {
  const standing = of(entries, 'measurements').filter(({ data }) => data['withdrawn'] === undefined);
  return repeated(
    standing,
    ({ data }) => `${String(data['date'])} ${JSON.stringify(data['machine'])}`,
    (entry, first) =>
      inField(entry, 'date', `${first.file} is of the same day and machine; measure on another, or withdraw one`),
  );
}
