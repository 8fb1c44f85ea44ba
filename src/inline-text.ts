/** The short texts of data files, one line each, in which backticks make code. */

/** The text without the backticks, for places that take plain text only. */
export const plainText = (text: string): string => text.replaceAll('`', '');

/** The first ten words or more, up to the end of a sentence: enough to tell whether to read on. */
export const opening = (text: string): string => /^(?:\S+\s+){9,}?\S*[.](?=\s|$)/.exec(text)?.[0] ?? text;
