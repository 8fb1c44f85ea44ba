/** What the browser knows of the index beside the index itself: `records.json`. */
import type { SearchRecord, SearchTopic } from './records.ts';

export interface SearchData {
  /** The entries, each with the id by which Pagefind names it. Pagefind alone knows their aliases. */
  records: (Omit<SearchRecord, 'aliases'> & { id: string })[];
  topics: SearchTopic[];
  /** The words of the index that do not stand in titles and answers, with spaces between. */
  words: string;
}
