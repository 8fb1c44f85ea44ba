/** From a query to an answer, over an index that has been opened. */
import { entryFile, textFile, topicsFile, type Entry, type Guide, type Topic } from '../index/format.ts';
import type { Answer, Engine, Hit, Subject } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { nearest } from './nearest.ts';
import type { Index, Part } from './pagefind.ts';
import { bestOf, enough, favour, isGeneral, rank, type Found, type Scores } from './rank.ts';
import { understand, type Term } from './understand.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** More than anyone reads. */
const mostHits = 30;
/** The same where each hit is a request of its own: three rounds of the six that browsers have open to a host. */
const mostFetched = 18;
const mostPartial = 5;
const mostSubjects = 8;

/** How much another word with the same meaning counts. */
const synonym = 0.7;
/** How much the very word in a title counts above another form of it, or a longer word that begins alike. */
const inTitle = 1.3;
/** How much an entry that sums up the whole subject counts above others where a query names nothing narrower. */
const summing = 6;

/**
 * The search over an index.
 * @param part fetches what is needed beside the index
 */
export function engineOf(index: Index, guide: Guide, part: Part): Engine {
  const { count, entries, words, summaries } = guide;
  const titles = entries.map(({ title }) => new Set(wordsOf(title)));
  const vocabulary = vocabularyOf([words, ...entries.flatMap(({ title, answer }) => [title, answer])].flatMap(wordsOf));
  const summary = new Set(summaries);
  const remembered = new Map<string, Promise<unknown>>();

  /** Does what was done before only once; what failed is tried again. */
  function once<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = remembered.get(key) as Promise<Result> | undefined;
    const doing = known ?? work();
    remembered.set(key, doing);
    doing.catch(() => remembered.delete(key));
    return doing;
  }

  const scores = (text: string): Promise<Scores> => once(`search ${text}`, () => index.search(text));
  const json = <Content>(file: string): Promise<Content> =>
    once(file, async () => (await (await part(file)).json()) as Content);
  const text = (file: string): Promise<string> => once(file, async () => (await part(file)).text());

  async function foundBy({ word, also, weight }: Term): Promise<Found> {
    const lists = await Promise.all(
      [word, ...also].map(async (other, at) => ({ scores: await scores(other), factor: at === 0 ? 1 : synonym })),
    );
    return { scores: favour(bestOf(lists), (id) => titles[id]?.has(word) ?? false, inTitle), weight };
  }

  async function hitOf(id: number, marks: string): Promise<Hit> {
    const entry = entries[id] ?? (await json<Entry>(entryFile(id)));
    return { ...entry, excerpt: async () => excerptOf(await text(textFile(id)), marks) };
  }

  async function subjectsFor(query: string): Promise<Subject[]> {
    const all = await json<Topic[]>(topicsFile);
    const near = nearest(query, all);
    const rest = all.filter((topic) => !near.includes(topic)).sort((a, b) => b.entries.length - a.entries.length);
    return [...near, ...rest]
      .slice(0, mostSubjects)
      .map(({ label, path }, at) => ({ label, path, near: at < near.length }));
  }

  return {
    async search(query, reading) {
      const { terms, changes, ignored, begun } = understand(query, vocabulary, reading);
      const asked = terms.map(({ word }) => word).join(' ');
      const marks = terms.flatMap(({ word, also }) => [word, ...also]).join(' ');
      const answer: Answer = { hits: [], changes, ignored, asked, marks, subjects: [] };
      const found = await Promise.all(terms.map(foundBy));
      const byTerm = isGeneral(found, count)
        ? found.map(({ scores, weight }) => ({ scores: favour(scores, (id) => summary.has(id), summing), weight }))
        : found;
      const together: Scores = terms.length > 1 ? await scores(asked) : new Map();
      const ranked = rank(byTerm, together, count);
      const whole = ignored.length + begun.length === 0 ? ranked.filter(({ coverage }) => coverage >= enough) : [];
      const hits = (list: typeof ranked, most: number) =>
        Promise.all(list.slice(0, most).map(({ id }) => hitOf(id, marks)));
      if (whole.length > 0) answer.hits = await hits(whole, entries.length > 0 ? mostHits : mostFetched);
      else if (ranked.length > 0) {
        const best = ranked[0]!.id;
        const matched = terms.filter((_, at) => byTerm[at]!.scores.has(best)).map(({ word }) => word);
        answer.partial = {
          words: matched.join(' '),
          begun: matched.every((word) => begun.includes(word)),
          hits: await hits(ranked, mostPartial),
        };
      } else answer.subjects = await subjectsFor(query);
      return answer;
    },
  };
}
