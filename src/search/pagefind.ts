/** The part of Pagefind's interface that the engine uses; the build writes its script, so TypeScript cannot see it. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; score: number }[] }>;
}
