/** What the build writes for the browser to read: where it stands, the names of the files, and what is in them. */
import type { SearchRecord, SearchTopic } from './records.ts';

/**
 * The path of the folder, from the root, with one folder for each build inside. Files in it may keep plain names: the
 * inner folder is named after their content.
 */
export const indexFolder = '/_search/';

/** The attribute of the search button that states the inner folder, then the files that every first search needs. */
export const addressAttribute = 'data-search';

export const writeAddress = (folder: string, files: readonly string[]): string => [folder, ...files].join(' ');

const stated = new RegExp(`(\\s${addressAttribute}=")[^"]*(")`, 'g');

/** The page with the address that its search button states. */
export const withAddress = (html: string, address: string): string => html.replace(stated, `$1${address}$2`);

/** Reads what the build wrote. There is no folder where the site was not indexed, as while writing. */
export function readAddress(value: string | null | undefined): { folder?: string; files: string[] } {
  const [folder, ...files] = (value ?? '').split(' ');
  return folder && files.length > 0 ? { folder, files } : { files: [] };
}

/** Pagefind's engine. */
export const engineFile = 'pagefind.wasm';
/** Pagefind's list of entries and of the chunks of its index. */
export const metaFile = 'pagefind.pf_meta';
/** Where words stand. Pagefind says which chunk it needs. */
export const chunkFile = (name: string): string => `index/${name}.pf_index`;
/** What the search knows beside Pagefind: a `Guide`. */
export const guideFile = 'guide.json';
/** An `Entry`, in a file of its own where the guide does not bring the entries along. */
export const entryFile = (id: number): string => `entries/${id}.json`;
/** The whole text of an entry. Asked for only when an excerpt is shown. */
export const textFile = (id: number): string => `texts/${id}.txt`;
/** The subjects, as a list of `Topic`. Asked for only when nothing is found. */
export const topicsFile = 'topics.json';

/** An entry as the search shows it. Its id is its place among all entries, from 0. */
export type Entry = Omit<SearchRecord, 'aliases' | 'topics'>;

export interface Guide {
  /** How many entries there are. */
  count: number;
  /** All entries in the order of their ids, or none where there are so many that each comes in a file of its own. */
  entries: Entry[];
  /** The words of the index that do not stand in these entries, with spaces between. */
  words: string;
  /** The ids of the entries that sum up the whole subject. */
  summaries: number[];
}

/** A subject, with the ids of the entries that carry it, first those that treat it first. */
export interface Topic extends SearchTopic {
  entries: number[];
}
