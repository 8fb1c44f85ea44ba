/** Makes one ranking of what each word found and of how others asked. Pure. */
import type { Kind } from './answer.ts';

/** A word of a question with what it found. */
export interface Found {
  /** How surely each entry that has the word treats it, from 0 to 1, by its place. */
  strengths: ReadonlyMap<number, number>;
  /** How much the word says, from 0 to 1. */
  weight: number;
}

export interface Ranked {
  place: number;
  score: number;
  /** How much of what the question says the entry has, from 0 to 1. */
  coverage: number;
  /** How alike the question is to the nearest way of asking for the entry, from 0 to 1. */
  likeness: number;
}

/** Questions and sections answer; terms and rows only help. */
const kindWeight: Record<Kind, number> = {
  question: 1,
  section: 0.88,
  'use-case': 0.8,
  page: 0.95,
  term: 0.7,
  capability: 0.8,
};

/** What the likeness to a way of asking adds to what the words have found. */
const likenessCounts = 1.4;
/** The same for the likeness to several ways of asking. */
const severalCount = 0.9;

/**
 * Ranks the entries that have one of the words at least.
 * @param likenesses how alike the question is to the nearest way of asking for each entry, by its place
 * @param kindOf what each entry is
 * @param several how alike it is to several ways of asking at once
 * @param factor what else makes an entry better or worse
 */
export function rank(
  found: readonly Found[],
  likenesses: ReadonlyMap<number, number>,
  kindOf: (place: number) => Kind,
  several: ReadonlyMap<number, number> = new Map(),
  factor: (place: number) => number = () => 1,
): Ranked[] {
  const whole = found.reduce((sum, { weight }) => sum + weight, 0);
  const places = new Set([...found.flatMap(({ strengths }) => [...strengths.keys()]), ...likenesses.keys()]);
  return [...places]
    .map((place) => {
      let sum = 0;
      let covered = 0;
      for (const { strengths, weight } of found) {
        const strength = strengths.get(place);
        if (strength === undefined) continue;
        sum += weight * strength;
        covered += weight;
      }
      const likeness = likenesses.get(place) ?? 0;
      const coverage = whole > 0 ? covered / whole : 0;
      const asked = likenessCounts * likeness + severalCount * (several.get(place) ?? 0);
      const score = ((whole > 0 ? sum / whole : 0) + asked) * kindWeight[kindOf(place)] * factor(place);
      return { place, score, coverage, likeness };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place);
}
