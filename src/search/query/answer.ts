/** What the search says: the contract between the engine and the pages that show its answers. */
import type { Lean } from '../../vocabulary.ts';
import type { Language } from './languages.ts';
import type { Reading } from './parse-query.ts';

/** What a hit is. */
export type Kind = 'question' | 'section' | 'use-case' | 'term' | 'capability' | 'page';

/** A claim, a decision of a team or a study of ours, which stands below all entries. */
export interface EvidenceRecord {
  /** The path from the root, such as `/evidence/no-framework-wins-in-general/`. */
  path: string;
  kind: 'claim' | 'decision' | 'study';
  title: string;
  /** What it comes to, in a line. */
  says: string;
}

/** Where an entry comes down: in words, and its place on the scale unless it is too close to call. */
export interface ShownVerdict {
  words: string;
  lean?: Lean;
}

/** An entry that the search found. */
export interface Hit {
  /** The path from the root, such as `/faq/which-is-faster/` or `/glossary/#orm`. */
  path: string;
  kind: Kind;
  title: string;
  verdict?: ShownVerdict;
  /** The short answer. */
  answer: string;
  /** Text around the matches, in runs; resolves to nothing where there is none. Loaded only when asked for. */
  excerpt(): Promise<{ text: string; hit: boolean }[]>;
}

/**
 * Why the nearest entries may not answer: an error message or a how-to, which the manuals of the two answer; another
 * framework; a word that nothing here mentions; or only a part of the question is treated.
 */
export type Doubt = 'error' | 'how-to' | 'other-framework' | 'unknown' | 'part';

/** What the search has to say to a query. */
export interface Answer {
  /** Answers to the whole query, best first. */
  hits: Hit[];
  /** Where there are none: what answers to a part of the query, best first. */
  partial?: {
    doubt: Doubt;
    /** The words of the query that are known. */
    words: string;
    /** Whether the words are only the beginning of words of the site. */
    begun: boolean;
    hits: Hit[];
  };
  /** The language of the question, where it is not English. */
  language?: Language;
  /** Whether the question describes a project, which the calculator can judge. */
  describesProject: boolean;
  /** The manuals of the two frameworks, which answer what this guide does not. */
  manuals: readonly Manual[];
  /** Where to say that an answer is missing; nothing where nobody takes that. */
  report?: string;
  /** Typo repair and abbreviations, for "Showing results for …". */
  changes: { typed: string; used: string }[];
  /** Words that nothing on the site begins with. */
  ignored: string[];
  /** The query as it was searched. */
  asked: string;
  /** The words to mark in what was found: the query as it was searched, and what means the same. */
  highlights: string;
  /** Where nothing was found: the topics of the site, the nearest first. */
  topics: SuggestedTopic[];
}

/** The manual of a framework. */
export interface Manual {
  title: string;
  url: string;
}

/** Something that the site treats. */
export interface SuggestedTopic {
  label: string;
  /** The path of the entry that treats it first. */
  path: string;
  /** Whether it is offered because a word of the query is like one of its name. */
  near: boolean;
}

/** The search, once everything that it needs has arrived. */
export interface Engine {
  /** @throws when a part of the index does not arrive */
  search(query: string, reading?: Reading): Promise<Answer>;
  /**
   * The claims and decisions that bear on a query, best first. They are loaded only for this.
   * @throws when they do not arrive
   */
  evidence(query: string): Promise<EvidenceRecord[]>;
}
