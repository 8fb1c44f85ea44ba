/** Makes one ranking of the results of each word. Pure. */

/** What the index found: the score of each entry, by its id. */
export type Scores = ReadonlyMap<number, number>;

export interface Ranked {
  id: number;
  score: number;
  /** How much of the query the entry answers, from 0 to 1; a rare word counts for more than a common one. */
  coverage: number;
}

/** A word of a query with what it found. */
export interface Found {
  scores: Scores;
  /** How much the word says, from 0 to 1. */
  weight: number;
}

/** An entry with less than this share of the query answers a part of it only. */
export const enough = 0.4;

/**
 * Ranks entries: those that have more of the words come first, but none needs to have them all.
 * @param byTerm what each word of the query found alone
 * @param together what all words found together
 * @param entries how many entries there are
 */
export function rank(byTerm: readonly Found[], together: Scores, entries: number): Ranked[] {
  const weights = byTerm.map(({ scores, weight }) => weight * Math.log(1 + entries / (1 + scores.size)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const ids = new Set(byTerm.flatMap(({ scores }) => [...scores.keys()]));
  return [...ids]
    .map((id) => {
      let sum = 0;
      let covered = 0;
      byTerm.forEach(({ scores, weight }, index) => {
        const score = scores.get(id);
        if (score === undefined) return;
        sum += score * weight;
        covered += weights[index]!;
      });
      const coverage = covered / whole;
      return { id, coverage, score: sum * (0.4 + 0.6 * coverage) + 0.5 * (together.get(id) ?? 0) };
    })
    .sort((a, b) => b.score - a.score);
}

/** The best score of each entry among several lists, each with a factor. */
export function bestOf(lists: readonly { scores: Scores; factor: number }[]): Scores {
  const best = new Map<number, number>();
  for (const { scores, factor } of lists) {
    for (const [id, score] of scores) best.set(id, Math.max(best.get(id) ?? 0, score * factor));
  }
  return best;
}

/** Multiplies the scores of some entries. */
export function boost(scores: Scores, isBoosted: (id: number) => boolean, factor: number): Scores {
  return new Map([...scores].map(([id, score]) => [id, isBoosted(id) ? score * factor : score]));
}

/** Whether several words all stand in a large part of the entries: such a query asks about the subject as a whole. */
export const isGeneral = (byTerm: readonly Found[], entries: number): boolean =>
  byTerm.length > 1 && byTerm.every(({ scores }) => scores.size > entries / 3);
