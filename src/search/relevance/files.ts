/** Which files of judged questions are asked where none is named. Pure. */

/** Questions that nobody has run yet. Who runs a half uses it up, so it is asked only by its name. */
const unspent = ['fourth-dev.jsonl', 'fourth-kept.jsonl'];

/** The files of a folder that may be asked without being named. */
export const filesToAsk = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith('.jsonl') && !unspent.includes(name));
