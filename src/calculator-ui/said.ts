/** What the page says of a verdict: who leads, by how much of 100, and whether that is called. */
import type { Verdict } from '../calculator/evaluate.ts';
import { leansFrom, stronglyFrom } from '../calculator/fit.ts';
import { alternatives, type Alternative } from '../calculator/model.ts';
import { headline, hundredths, leanOf, names, verdictName, type Stage } from '../calculator/verdict-words.ts';
import type { Lean } from '../vocabulary.ts';

/** A name inside a sentence, where "both" is the two run together. */
export const together = (of: Alternative): string => (of === 'both' ? `${names.both} together` : names[of]);

/** From how many of 100 variations on the leader is called. */
export const calledFrom = leansFrom * 100;

export interface Said {
  /** In how many of 100 variations each came first; together 100. */
  shares: Record<Alternative, number>;
  /** The alternatives by their shares. */
  best: Alternative;
  second: Alternative;
  third: Alternative;
  /** The leader's share of 100. */
  share: number;
  called: boolean;
  strong: boolean;
  stage: Stage;
  /** Whether the picture of two ends can show it: nobody but Flask and Django matters. */
  pair: boolean;
  title: string;
  /** Which colour the verdict has; none where it is not called. */
  lean: Lean | undefined;
}

/** The alternatives from the largest share to the smallest. */
export const byShare = (shares: Readonly<Record<Alternative, number>>): Alternative[] =>
  [...alternatives].sort((a, b) => shares[b] - shares[a]);

export function say(verdict: Pick<Verdict, 'shares' | 'best' | 'second'>, stage: Stage): Said {
  const { best, second } = verdict;
  const shares = hundredths(verdict.shares);
  const third = alternatives.find((of) => of !== best && of !== second)!;
  const share = shares[best];
  const called = share >= calledFrom;
  const strong = share >= stronglyFrom * 100 && stage === 'full';
  // What is printed decides: a share that reads 65 is called.
  const strength = !called ? 'close' : strong ? 'strongly' : 'leans';
  const words = { best, second, strength } as const;
  return {
    ...{ shares, best, second, third, share, called, strong, stage },
    pair: best !== 'both' && second !== 'both' && shares.both <= 5,
    title: stage === 'full' && !called ? 'Too close to call' : headline(words, stage),
    lean: stage === 'none' ? undefined : leanOf(verdictName(words)),
  };
}

/** How often each came first, the leader first. */
export function shareWords({ shares, best, second, third, called }: Said): {
  before: string;
  number: string;
  after: string;
} {
  const rest = [second, third].filter((of) => shares[of] > 0).map((of) => `${together(of)} in\u00a0${shares[of]}`);
  return {
    before: `${together(best)} came first in `,
    number: `${shares[best]} of 100`,
    after: ` variations of our numbers${rest.map((text) => `, ${text}`).join('')}.${called ? '' : ` Below ${calledFrom} we do not call it.`}`,
  };
}

/** The verdict in one or two sentences, for whoever hears it. */
export function spoken(said: Said): string {
  if (said.stage === 'none') return said.title;
  const { before, number, after } = shareWords(said);
  return `${said.title}. ${before}${number}${after}`;
}

/** Where the leader stands between Flask at 0 and Django at 100; never on the other side of the middle. */
export const placeOf = ({ best, share }: Pick<Said, 'best' | 'share'>): number =>
  best === 'django' ? Math.max(50, share) : 100 - Math.max(50, share);
