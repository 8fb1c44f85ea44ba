/** The index of this guide, made once for each state of the content. */
import { makeIndex, type Indexed, type SearchIndex } from './make-guide.ts';
import { feedbackHref } from '../../site.ts';
import { manuals, searchRecords, searchTexts, searchTopics } from './records.ts';

let made: Promise<SearchIndex> | undefined;

/** The index of all entries. A changed entry loads this module anew, and so makes another index. */
export const searchIndex = (): Promise<SearchIndex> => (made ??= makeIndex(entries(), searchTopics(), elsewhere()));

function elsewhere() {
  const report = feedbackHref('/search/');
  return { manuals: manuals(), ...(report && { report }) };
}

function entries(): Indexed[] {
  const texts = searchTexts();
  return searchRecords().map((record, place) => ({ record, text: texts[place]! }));
}
