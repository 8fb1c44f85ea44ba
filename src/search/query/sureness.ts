/**
 * How sure it is that the best entry answers a question. The weights come from a logistic regression over the questions
 * for development, each asked without the ways of asking that were drawn from it; `src/search/README.md` tells how. Pure.
 */

/** What tells whether an entry answers a question. */
export interface Signs {
  /** How alike the question is to the nearest way of asking for the entry, from 0 to 1. */
  likeness: number;
  /** How much of what the question says the entry has, unknown words included, from 0 to 1. */
  share: number;
  /** Whether the question reports an error: the manuals mend those. */
  isError: boolean;
  /** Whether it wants to be told step by step. */
  isHowTo: boolean;
  /** Whether the entry is a term or a row of the comparison, which help more often than they answer. */
  isHelp: boolean;
  /** Whether it names one of the two frameworks. */
  namesOne: boolean;
  /** Whether it names a framework that the entry is not about. */
  namesOther: boolean;
  /** Whether it is asked in another language, of which only a part is understood. */
  isForeign: boolean;
  /** How many words it has. */
  words: number;
}

const weights = { likeness: 2.3, share: 4.8, isError: -2.4, isHowTo: -1.9, isHelp: -1, namesOne: 0.9 };
const namesOther = -1.3;
const isForeign = -1;
/** Who writes more says better what is meant; what comes behind so many words adds nothing. */
const word = 0.12;
const mostWords = 12;
/** Chosen so that of the questions for development that are out of scope about one in ten is taken for answered. */
const least = 4.75;

/** Whether the entry is sure enough to answer that nothing need be said against it. */
export function isSure(signs: Signs): boolean {
  const { likeness, share, words } = signs;
  const sum =
    weights.likeness * likeness +
    weights.share * share +
    (signs.isError ? weights.isError : 0) +
    (signs.isHowTo ? weights.isHowTo : 0) +
    (signs.isHelp ? weights.isHelp : 0) +
    (signs.namesOne ? weights.namesOne : 0) +
    (signs.namesOther ? namesOther : 0) +
    (signs.isForeign ? isForeign : 0) +
    word * Math.min(words, mostWords);
  return sum >= least;
}
