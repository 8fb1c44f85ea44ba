/**
 * How much one page or file lists before other pages take over, so that lists stay usable however many entries there
 * are. The guide is smaller than most of these; they begin to count as it grows.
 */

/** Questions on one page of the list. With more, every theme has a list of its own, page by page. */
export const questionsOnPage = 60;

/** Questions of each theme on the first page of the list, once they have lists of their own. */
export const questionsOfTheme = 10;

/** Entries that a line of links names. */
export const linksInLine = 12;

/** Entries of one topic in the list of the search page. */
export const entriesOfTopic = 12;

/** Questions in the guide on one page: more than this nobody prints. */
export const printedQuestions = 150;

/** Changes in the feed. */
export const changesInFeed = 100;
