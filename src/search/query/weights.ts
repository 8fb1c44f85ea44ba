/** How much a word says about what is sought. Pure. */
import { isMarker } from './phrases.ts';
import { isCommonplace, isName, isStopWord, stem } from './words.ts';

export interface WordWeights {
  /**
   * From 0 to 1, for a word as it was typed.
   * @param entries how many entries have it
   */
  ofWord(word: string, entries: number): number;
  /** The same for what phrases are made of. */
  ofStem(stem: string, entries: number): number;
  /** Whether a word only asks: which one, better, choose. */
  saysLittle(word: string): boolean;
}

const ofName = 0.12;
/** Which way a move goes. */
const ofMove = 0.9;
const ofCommonplace = 0.4;
/** For each step of commonness in English. */
const ofCommon = [0.35, 0.6];
/** With these, people ask for a choice. */
const choosing = new Set(
  `advantag best better choic choos compar comparison con decid decis differ disadvantag drawback framework prefer pro pick
  recommend right select should verdict which winner python webframework backend worth versu main characterist`.split(
    /\s+/,
  ),
);

/**
 * @param common the stems of common words, for each step of commonness
 * @param all how many entries there are
 * @param titles the stems of the words in titles, which say something however common they are
 */
export function weightsOf(common: readonly string[], all: number, titles: ReadonlySet<string>): WordWeights {
  const steps = new Map(common.flatMap((list, step) => list.split(' ').map((one) => [one, step] as const)));
  const rarity = (entries: number) => Math.log(1 + all / (1 + entries)) / Math.log(1 + all);
  const base = (one: string): number => {
    const step = steps.get(one);
    return step === undefined ? 1 : ofCommon[step]!;
  };
  const ofStem = (one: string, entries: number): number => {
    if (isName(one)) return ofName;
    if (isMarker(one)) return ofMove;
    if (isStopWord(one)) return 0.1;
    if (isCommonplace(one)) return ofCommonplace * rarity(entries);
    if (/^\d+$/.test(one)) return 0.3;
    return base(one) * Math.max(0.3, rarity(entries));
  };
  return {
    ofStem,
    ofWord: (word, entries) => ofStem(stem(word), entries),
    saysLittle: (word) => {
      const isEveryday = steps.get(stem(word)) === 0 && !titles.has(stem(word));
      return isEveryday || isName(word) || isCommonplace(word) || isStopWord(word) || choosing.has(stem(word));
    },
  };
}
