/** What the card says in sentences: why the verdict is what it is, and what would change it. */
import { effectiveOption } from '../calculator/answers.ts';
import { yearlyUpkeep } from '../calculator/cost.ts';
import type { Reason } from '../calculator/fit.ts';
import type { Alternative } from '../calculator/model.ts';
import type { Standing } from '../calculator/standings.ts';
import { days } from './figures.ts';
import type { Result } from './result.ts';
import { names } from '../calculator/verdict-words.ts';
import { byShare, calledFrom, type Said } from './said.ts';
import type { Sentence, Words } from './words.ts';

/** A reason pulls towards the leader, or towards the second. */
export const sideOf = (reason: Reason, said: Pick<Said, 'best' | 'second'>): Alternative =>
  reason.points > 0 ? said.best : said.second;

const computedSections: Readonly<Record<string, string>> = {
  speed: 'budget-and-speed',
  upkeep: 'maintenance-and-updates',
};
/** Whether a reason follows from the cost model. */
export const isComputed = ({ of }: Reason): boolean => of in computedSections;

/** Points below which a reason is not worth a sentence. */
const leastPoints = 0.3;

/** Only what was answered or computed; what is open speaks for nobody. */
export const realReasons = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ of }) => of !== 'unanswered');

/** The three strongest reasons for the leader; where it is too close to call, the three strongest of both sides. */
export function strongest(result: Result, said: Said): Reason[] {
  const reasons = realReasons(result.reasons).filter(({ points }) => Math.abs(points) >= leastPoints);
  return reasons.filter(({ points }) => !said.called || points > 0).slice(0, 3);
}

/** A reason in one sentence, with the section of the guide that says more. */
export function reasonSentence(reason: Reason, result: Result, said: Said, words: Words): Sentence {
  const { estimate } = result;
  const side = sideOf(reason, said);
  const other = side === said.best ? said.second : said.best;
  if (isComputed(reason)) {
    const section = words.section(computedSections[reason.of]!);
    const amount = (of: Alternative) =>
      days(reason.of === 'speed' ? estimate.costs[of].first : yearlyUpkeep(estimate.costs[of], estimate.horizon));
    return {
      text:
        reason.of === 'speed'
          ? `The first release takes ${amount(side)} person-days instead of\u00a0${amount(other)}.`
          : `Upkeep takes ${amount(side)} person-days a year instead of\u00a0${amount(other)}.`,
      ...section,
    };
  }
  const question = estimate.model.questions.find(({ id }) => id === reason.of)!;
  const chosen = effectiveOption(question, estimate.answers)!;
  return (
    words.because(reason.of, chosen, side) ?? {
      text: `${words.question(reason.of)}: ${words.answer(reason.of, chosen)}.`,
      title: 'How it is scored',
      address: `${words.method}#numbers`,
    }
  );
}

/** A change of one answer, and what comes of it. */
export interface Turn {
  of: string;
  kind: Standing['kind'];
  /** The option; undefined where every other answer does the same. */
  to: string | undefined;
  /** Who would lead. */
  leader: Alternative;
  /** Whether that is called, or too close. */
  called: boolean;
}

/** Whom a standing puts first, and whether that is called. */
export function outcomeOf({ shares }: Standing): { leader: Alternative; share: number; called: boolean } {
  const leader = byShare(shares)[0]!;
  return { leader, share: shares[leader], called: shares[leader] >= calledFrom };
}

/** The single changes that flip the verdict, or make it too close, or settle it; the likeliest first. */
export function turnsOf(
  standings: readonly Standing[],
  result: Result,
  said: Said,
  words: Words,
  most: number,
): Turn[] {
  const { model, answers } = result.estimate;
  const isOpen = (of: string) => answers.choices[of] === undefined;
  const turning = standings.flatMap((standing): (Turn & { steps: number; share: number })[] => {
    const { leader, share, called } = outcomeOf(standing);
    const turns = called ? !said.called || leader !== said.best : said.called;
    if (!turns) return [];
    return [{ of: standing.of, kind: standing.kind, to: standing.to, leader, called, share, steps: standing.steps }];
  });
  const merged = model.questions.flatMap(({ id, options }) => {
    const own = turning.filter(({ of }) => of === id);
    const others = options.length - (isOpen(id) ? 0 : 1);
    const same = own.every(({ leader, called }) => leader === own[0]!.leader && called === own[0]!.called);
    return own.length === others && same && !isOpen(id) && words.otherwise(id)
      ? [{ ...own[0]!, to: undefined, steps: 1 }]
      : own;
  });
  const features = turning.filter(({ kind }) => kind === 'feature');
  const seen = new Set<string>();
  return [...merged, ...features]
    .sort(
      (a, b) =>
        Number(b.called) - Number(a.called) ||
        Number(a.kind === 'feature') - Number(b.kind === 'feature') ||
        Number(isOpen(a.of)) - Number(isOpen(b.of)) ||
        a.steps - b.steps ||
        b.share - a.share,
    )
    .filter((turn) => {
      const key = `${turn.of} ${turn.called} ${turn.leader}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, most)
    .map(({ of, kind, to, leader, called }) => ({ of, kind, to, leader, called }));
}

/** The change as a condition: "the team had shipped with Flask". */
export function conditionOf({ of, kind, to }: Pick<Turn, 'of' | 'kind' | 'to'>, words: Words): string {
  if (kind === 'feature') return `${words.feature(of)} ${to === 'drop' ? 'were dropped' : 'were needed at once'}`;
  if (to === undefined) return words.otherwise(of)!;
  return words.condition(of, to) ?? `“${words.question(of)}” were “${words.answer(of, to)}”`;
}

/** What the list of changes is called: it depends on what they do. */
export const turnsTitle = (said: Said, turns: readonly Turn[]): string =>
  !said.called
    ? 'What would settle it'
    : turns.some(({ called }) => called)
      ? 'What would flip it'
      : 'What would make it too close';

/** What comes of a change, as words after an arrow. */
export const outcomeWords = ({ leader, called }: Turn, said: Said): string =>
  called ? `${names[leader]} would lead` : `too close to call${leader === said.best ? '' : `, ${names[leader]} ahead`}`;
