/** From a query to an answer, over an index that has been opened. */
import type { Guide, Topic } from '../index/files.ts';
import type { Answer, Engine, Hit, SuggestedTopic } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { suggestTopics } from './suggest-topics.ts';
import { wordSearch, type Pagefind } from './pagefind.ts';
import { bestOf, enough, boost, isGeneral, rank, type Found, type Scores } from './rank.ts';
import { parseQuery, type Term } from './parse-query.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const mostPartial = 5;
const mostTopics = 8;

/** How much another word with the same meaning counts. */
const synonym = 0.7;
/** How much the very word in a title counts above another form of it, or a longer word that begins alike. */
const inTitle = 1.3;
/** How much an entry that sums up the whole subject counts above others where a query names nothing narrower. */
const summing = 6;

/** What is fetched only once it is needed. Rejects where it does not arrive. */
export interface Later {
  /** The text of the entry that stands at a path. */
  text(path: string): Promise<string>;
  topics(): Promise<Topic[]>;
}

/** The search over an index. */
export function engineOf(pagefind: Pick<Pagefind, 'search'>, guide: Guide, later: Later): Engine {
  const { entries, words, summaries } = guide;
  const index = wordSearch(
    pagefind,
    entries.map(({ id }) => id),
  );
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

  const scores = (text: string): Promise<Scores> => once(`search ${text}`, () => index(text));
  const text = (path: string): Promise<string> => once(path, () => later.text(path));
  const topics = (): Promise<Topic[]> => once('topics', () => later.topics());

  async function foundBy({ word, also, weight }: Term): Promise<Found> {
    const lists = await Promise.all(
      [word, ...also].map(async (other, at) => ({ scores: await scores(other), factor: at === 0 ? 1 : synonym })),
    );
    return { scores: boost(bestOf(lists), (id) => titles[id]?.has(word) ?? false, inTitle), weight };
  }

  function hitOf(place: number, highlights: string): Hit {
    const { id: _, ...entry } = entries[place]!;
    return { ...entry, excerpt: async () => excerptOf(await text(entry.path), highlights) };
  }

  async function topicsFor(query: string): Promise<SuggestedTopic[]> {
    const all = await topics();
    const near = suggestTopics(query, all);
    const rest = all.filter((topic) => !near.includes(topic)).sort((a, b) => b.entries.length - a.entries.length);
    return [...near, ...rest]
      .slice(0, mostTopics)
      .map(({ label, path }, at) => ({ label, path, near: at < near.length }));
  }

  return {
    async search(query, reading) {
      const { terms, changes, ignored, begun } = parseQuery(query, vocabulary, reading);
      const asked = terms.map(({ word }) => word).join(' ');
      const highlights = terms.flatMap(({ word, also }) => [word, ...also]).join(' ');
      const answer: Answer = { hits: [], changes, ignored, asked, highlights, topics: [] };
      const found = await Promise.all(terms.map(foundBy));
      const byTerm = isGeneral(found, entries.length)
        ? found.map(({ scores, weight }) => ({ scores: boost(scores, (id) => summary.has(id), summing), weight }))
        : found;
      const together: Scores = terms.length > 1 ? await scores(asked) : new Map();
      const ranked = rank(byTerm, together, entries.length);
      const whole = ignored.length + begun.length === 0 ? ranked.filter(({ coverage }) => coverage >= enough) : [];
      const hits = (list: typeof ranked) => list.map(({ id }) => hitOf(id, highlights));
      if (whole.length > 0) answer.hits = hits(whole);
      else if (ranked.length > 0) {
        const best = ranked[0]!.id;
        const matched = terms.filter((_, at) => byTerm[at]!.scores.has(best)).map(({ word }) => word);
        answer.partial = {
          words: matched.join(' '),
          begun: matched.every((word) => begun.includes(word)),
          hits: hits(ranked.slice(0, mostPartial)),
        };
      } else answer.topics = await topicsFor(query);
      return answer;
    },
  };
}
