/** The part of Pagefind's interface that the engine uses; its script is not a module that TypeScript can see. */

export interface PagefindResult {
  id: string;
  score: number;
  /** The positions of the words that match. */
  words: number[];
  data(): Promise<{ content: string }>;
}

export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: PagefindResult[] }>;
}
