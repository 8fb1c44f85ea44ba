/** The files that the search reads in the browser: where they stand, and what is in those that are not Pagefind's. */
import type { Kind, Manual, ShownVerdict } from '../query/answer.ts';
import type { SearchTopic } from './records.ts';

/** The folder of Pagefind's bundle, from the root. Its names inside are Pagefind's own. */
export const bundleFolder = '/pagefind/';
/** Pagefind's script. */
export const pagefindScript = `${bundleFolder}pagefind.js`;
/** Pagefind's engine. As the script, it keeps its name whatever is in the index. */
export const pagefindEngine = `${bundleFolder}wasm.en.pagefind`;

/** A list of the addresses of what else a search needs, whose names change with their content. Small, and never kept. */
export const listFile = '/search/files.json';
/** What the search knows beside Pagefind: a `Guide`. */
export const guideFile = '/search/guide.json';
/** What a page asks for when the reader is about to search: the list, and what keeps its name. */
export const firstFiles = [listFile, guideFile, pagefindEngine];

/** The questions that are asked most, as a list of `Suggestion`. Asked for when the dialog opens empty. */
export const oftenAskedFile = '/search/often-asked.json';

/** An entry that the search offers before anything is typed. */
export interface Suggestion {
  path: string;
  title: string;
}

/** The topics, as a list of `Topic`. Asked for only when nothing is found. */
export const topicsFile = '/search/topics.json';
/** The words that stand in texts and are not indexed. Asked for only when a question has a word that the index lacks. */
export const wordsFile = '/search/words.txt';
/** Claims, decisions and studies, as a list of `EvidenceRecord`. Asked for by the search page, once it has answered. */
export const evidenceFile = '/search/evidence.json';
/** The whole text of the entry that stands at a path. Asked for only when an excerpt is shown. */
export const textFile = (path: string): string => `/search/texts/${textName(path)}.txt`;
/** The name of an entry's text, as in `faq/which-is-faster` or `guide/flask/routing`. */
export const textName = (path: string): string => path.replace('/#', '/').replace(/^\/|\/$/g, '') || 'index';

/** An entry as the search shows it. */
export interface Entry {
  /** The path from the root. */
  path: string;
  kind: Kind;
  title: string;
  verdict?: ShownVerdict;
  /** The short answer. */
  answer: string;
}

export interface Guide {
  /** Marks the state of the index, so that no cache can pair this file with the entry file of another one. */
  version: string;
  /** All entries, in reading order. */
  entries: Entry[];
  /** By which Pagefind names these entries in its results, with spaces between. */
  ids: string;
  /** For each entry, what else people call it: stems, with a bar between two names. */
  names: string[];
  /** For each entry, how people ask for it: the same. */
  ways: string[];
  /** The words of names that do not stand in these entries, with spaces between. */
  words: string;
  /** The words that Pagefind indexes, with spaces between. */
  keywords: string;
  /** The stems of words that are common in English and no more common here, the most common first. */
  common: string[];
  /** The manuals of the two frameworks. */
  manuals: Manual[];
  /** Where to say that an answer is missing. */
  report?: string;
  /** The places among the entries of those that sum up the whole subject. */
  summaries: number[];
}

/** A topic, with the paths of the entries that carry it, first those that treat it first. */
export interface Topic extends SearchTopic {
  entries: string[];
}
