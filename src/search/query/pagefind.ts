/** What this search asks of Pagefind, through the interface that it documents for browsers. */
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
  ranking: { pageLength: number; termFrequency: number; termSimilarity: number };
}

export interface Result {
  /** Pagefind's own name for the record. */
  id: string;
  score: number;
  data(): Promise<{ raw_url: string }>;
}

/**
 * Each word counts alike wherever it stands, so that the score tells only how like the found word is to the sought one:
 * `termSimilarity` leaves next to nothing for a longer word that begins alike, such as "author" for "auth".
 */
export const ranking = { pageLength: 0, termFrequency: 0, termSimilarity: 10 };

/** Below this share of the best score, a word only begins like the sought one. */
const sameWord = 0.25;

/** The entries in whose texts a word stands in any of its forms, each by its place in the guide. */
export type WordSearch = (word: string) => Promise<ReadonlySet<number>>;

/**
 * A search for words, once Pagefind has been given its options.
 * @param ids by which Pagefind names each entry of the guide, in their order
 */
export function wordSearch(pagefind: Pick<Pagefind, 'search'>, ids: readonly string[]): WordSearch {
  const places = new Map(ids.map((id, place) => [id, place]));
  return async (word) => {
    const { results } = await pagefind.search(word);
    const best = Math.max(...results.map(({ score }) => score));
    const found = new Set<number>();
    for (const { id, score } of results) {
      const place = places.get(id);
      // Each has been replaced by a newer build after the other was fetched; the next attempt fetches both.
      if (place === undefined) throw new Error(`the guide does not know the result ${id}`);
      if (score >= best * sameWord) found.add(place);
    }
    return found;
  };
}
