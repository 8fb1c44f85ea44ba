/**
 * How much a list names before it says how many more there are, so that lists stay usable as the guide grows.
 */

/** Entries that a line of links names. */
export const linksInLine = 12;

/** Entries of one topic in the list of the search page. */
export const entriesOfTopic = 16;

/** Questions in the guide on one page: more than this nobody prints. */
export const printedQuestions = 150;

/** Changes in the feed. */
export const changesInFeed = 100;
