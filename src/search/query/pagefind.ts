/** What this search asks of Pagefind, through the interface that it documents for browsers. */
import type { Scores } from './rank.ts';

/** The part of `pagefind.js` that is used here. */
export interface Pagefind {
  /** To be called before `init`. */
  options(options: Options): Promise<void>;
  /** Begins to load what every search needs. Does not wait for it. */
  init(): Promise<void>;
  /** Loads the parts of the index that have words which begin so. */
  preload(start: string): Promise<void>;
  /** What has all the words, each with its score; everything there is for `null`. */
  search(words: string | null): Promise<{ results: Result[] }>;
  /** Forgets everything, so that one can begin anew. */
  destroy(): Promise<void>;
}

export interface Options {
  basePath: string;
  /** Our policy lets no script become a worker by its address. */
  noWorker: true;
  /** Stands in the address of the entry file. Every state of the index has another one. */
  metaCacheTag: string;
  ranking: { pageLength: number; metaWeights: Record<string, number> };
}

export interface Result {
  /** Pagefind's own name for the record. */
  id: string;
  score: number;
  data(): Promise<{ raw_url: string }>;
}

/** Short texts are as good as long ones here; a word of the title tells most, what readers call an entry comes next. */
export const ranking = { pageLength: 0, metaWeights: { title: 7, aliases: 2, asked: 2 } };

/** The entries in which all the words stand, each by its place in the guide, with its score. */
export type WordSearch = (words: string) => Promise<Scores>;

/**
 * A search for words, once Pagefind has been given its options.
 * @param ids by which Pagefind names each entry of the guide
 */
export function wordSearch(pagefind: Pick<Pagefind, 'search'>, ids: readonly string[]): WordSearch {
  const places = new Map(ids.map((id, place) => [id, place]));
  return async (words) => {
    const { results } = await pagefind.search(words);
    return new Map(
      results.map(({ id, score }) => {
        const place = places.get(id);
        // Each has been replaced by a newer build after the other was fetched; the next attempt fetches both.
        if (place === undefined) throw new Error(`the guide does not know the result ${id}`);
        return [place, score];
      }),
    );
  };
}
