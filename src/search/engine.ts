/** The search in the browser: loads everything side by side, then answers from memory. */
import type { Answer, Engine, Hit } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { addressAttribute, readAddress, type IndexAddress } from './index-address.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';
import { understand, vocabularyOf, wordsOf, type Term } from './query.ts';
import { bestOf, enough, favour, rank, type Ranked, type Scores } from './rank.ts';
import type { SearchData } from './search-data.ts';

/** More than anyone reads. */
const mostHits = 30;
const mostPartial = 5;

let loading: Promise<Engine> | undefined;

/**
 * The search of this page's site. Loads once; a failed attempt can be repeated.
 * @throws when the page names no index or a part of it does not arrive.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const address = readAddress(document.querySelector(`[${addressAttribute}]`)?.getAttribute(addressAttribute));
  if (!address) throw new Error('This page names no search index');
  warm(address);
  const [pagefind, data] = await Promise.all([loadPagefind(address), loadData(address)]);
  return engineOf(pagefind, data);
}

/** Pagefind asks for its files one after the other; asked for now, they are there when it does. */
function warm({ files }: IndexAddress): void {
  for (const file of files)
    void fetch(file).then(
      (response) => response.arrayBuffer(),
      () => undefined,
    );
}

async function loadPagefind({ folder }: IndexAddress): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({
    basePath: folder,
    // A worker is one more script, and Trusted Types would want a policy for it.
    noWorker: true,
    // The folder is named after its content, so no file in it needs a time stamp.
    metaCacheTag: '',
    ranking: { pageLength: 0.1, metaWeights: { title: 5, aliases: 2 } },
  });
  await pagefind.init();
  return pagefind;
}

async function loadData({ folder }: IndexAddress): Promise<SearchData> {
  const response = await fetch(`${folder}records.json`);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as SearchData;
}

/** The search over a loaded index. */
function engineOf(pagefind: Pagefind, { records, topics, words }: SearchData): Engine {
  const known = new Map(records.map((record) => [record.id, record]));
  const titles = new Map(records.map(({ id, title }) => [id, new Set(wordsOf(title))]));
  const vocabulary = vocabularyOf([words, ...records.flatMap(({ title, answer }) => [title, answer])].flatMap(wordsOf));

  return {
    topics,
    async search(query, { literal = false } = {}) {
      const { terms, changes, ignored } = understand(query, vocabulary, literal);
      const answer: Answer = {
        hits: [],
        partial: [],
        changes,
        ignored,
        asked: terms.map(({ word }) => word).join(' '),
      };
      if (terms.length === 0) return answer;
      const found = new Found();
      const byTerm = await Promise.all(terms.map((term) => scoresOf(term, found)));
      const together = terms.length > 1 ? await found.search(pagefind, answer.asked) : new Map<string, number>();
      const ranked = rank(byTerm, together, records.length);
      const whole = ignored.length === 0 ? ranked.filter(({ coverage }) => coverage >= enough) : [];
      answer.hits = whole.slice(0, mostHits).map((entry) => hitOf(entry, found));
      if (ignored.length > 0 && ranked.length > 0) {
        answer.partial = [
          { word: answer.asked, hits: ranked.slice(0, mostPartial).map((entry) => hitOf(entry, found)) },
        ];
      }
      return answer;
    },
  };

  async function scoresOf({ word, also }: Term, found: Found): Promise<Scores> {
    const lists = await Promise.all(
      [word, ...also].map(async (text, index) => ({
        scores: await found.search(pagefind, text),
        factor: index === 0 ? 1 : 0.7,
      })),
    );
    return favour(bestOf(lists), (id) => titles.get(id)?.has(word) ?? false);
  }

  function hitOf({ id }: Ranked, found: Found): Hit {
    const { path, kind, title, lean, answer, topics } = known.get(id)!;
    return {
      ...{ path, kind, title, answer, topics },
      ...(lean && { lean }),
      excerpt: () => found.excerpt(id, title),
    };
  }
}

/** The results of the searches that one query takes. */
class Found {
  readonly #results = new Map<string, PagefindResult[]>();

  async search(pagefind: Pagefind, text: string): Promise<Scores> {
    const { results } = await pagefind.search(text);
    for (const result of results) this.#results.set(result.id, [...(this.#results.get(result.id) ?? []), result]);
    return new Map(results.map(({ id, score }) => [id, score]));
  }

  async excerpt(id: string, title: string) {
    const results = this.#results.get(id) ?? [];
    const content = (await results[0]?.data())?.content ?? '';
    return excerptOf(
      content,
      results.flatMap(({ words }) => words),
      title.split(/\s+/).length,
    );
  }
}
