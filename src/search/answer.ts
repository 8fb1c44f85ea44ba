/** What the search says: the contract between the engine and the pages that show its answers. */
import type { Lean } from '../vocabulary.ts';

/** What a hit is. */
export type Kind = 'question' | 'section' | 'use-case' | 'term' | 'capability' | 'page';

/** An entry that the search found. */
export interface Hit {
  /** The path from the root, such as `/faq/which-is-faster/` or `/glossary/#orm`. */
  path: string;
  kind: Kind;
  title: string;
  lean?: Lean;
  /** The short answer. */
  answer: string;
  topics: string[];
  /** Text around the matches, in runs; resolves to nothing where there is none. Loaded only when asked for. */
  excerpt(): Promise<{ text: string; hit: boolean }[]>;
}

/** What the search has to say to a query. */
export interface Answer {
  /** Answers to the whole query, best first. */
  hits: Hit[];
  /** Where only a part of the query is known: "only matches: …". */
  partial: { word: string; hits: Hit[] }[];
  /** Typo repair and abbreviations, for "Showing results for …". */
  changes: { typed: string; used: string }[];
  /** Words that nothing on the site begins with. */
  ignored: string[];
  /** The query as it was searched. */
  asked: string;
}

/** The search, once everything that it needs has arrived. */
export interface Engine {
  /** `literal` searches the words as they were typed, without repair. */
  search(query: string, options?: { literal?: boolean }): Promise<Answer>;
  /** The subjects of the site, to offer where nothing is found. */
  topics: { id: string; label: string; path: string }[];
}
