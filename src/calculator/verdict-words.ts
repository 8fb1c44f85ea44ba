/** A verdict in words: the same on the page, in exports, in the content and in messages of the build. */
import type { Answered } from './answers.ts';
import type { Verdict } from './evaluate.ts';
import { alternatives, type Alternative, type Framework } from './model.ts';

/** What readers call the alternatives. */
export const names: Readonly<Record<Alternative, string>> = {
  flask: 'Flask',
  django: 'Django',
  both: 'Flask + Django',
};

/**
 * Winner and strength in one word, as content states them: `strongly-django`, `leans-both`, or the two that are too
 * close, in the fixed order: `close-flask-django`.
 */
export type VerdictName = `${'strongly' | 'leans'}-${Alternative}` | 'close-flask-django' | `close-${Framework}-both`;

export const verdictNames: readonly VerdictName[] = [
  ...(['strongly', 'leans'] as const).flatMap((strength) => alternatives.map((of) => `${strength}-${of}` as const)),
  'close-flask-django',
  'close-flask-both',
  'close-django-both',
];

type Called = Pick<Verdict, 'strength' | 'best' | 'second'>;

export function verdictName({ strength, best, second }: Called): VerdictName {
  if (strength !== 'close') return `${strength}-${best}`;
  const [a, b] = alternatives.filter((of) => of === best || of === second);
  return `close-${a}-${b}` as VerdictName;
}

/** The stop of the gauge; none where a verdict is too close to call. */
export function leanOf(name: VerdictName) {
  if (name.startsWith('close')) return undefined;
  const [strength, of] = name.split('-') as ['strongly' | 'leans', Alternative];
  return of === 'both' ? ('both' as const) : (`${strength}-${of}` as const);
}

/** How much is answered: too little for any lean, enough for a first one, or enough for a verdict. */
export type Stage = 'none' | 'first' | 'full';
/** From so many answers on, whichever they are. */
export const firstLeanFrom = 3;
export const verdictFrom = 5;

export function stageOf({ core, optional }: Pick<Answered, 'core' | 'optional'>): Stage {
  const answered = core + optional;
  return answered < firstLeanFrom ? 'none' : answered < verdictFrom ? 'first' : 'full';
}

/** The verdict as a heading, as sure as the answers allow: "First lean: Django", "Strongly Django". */
export function headline(verdict: Called, stage: Stage): string {
  if (stage === 'none') return 'No verdict yet';
  if (stage === 'full') return headlineOf(verdictName(verdict));
  return verdict.strength === 'close' ? 'No lean yet' : `First lean: ${names[verdict.best]}`;
}

/** A verdict on enough answers, such as one that content states. The two that are too close stand in the fixed order. */
export function headlineOf(name: VerdictName): string {
  const [strength, best, second] = name.split('-') as [Verdict['strength'], Alternative, Alternative];
  if (strength === 'close') return tooCloseToCall(best, second);
  return strength === 'strongly' ? `Strongly ${names[best]}` : `Leans ${names[best]}`;
}

export const tooCloseToCall = (first: Alternative, second: Alternative): string =>
  `Too close to call: ${names[first]} or ${names[second]}`;

/** Shares as whole hundredths that add up to 100: what is left over goes to the largest remainders. */
export function hundredths(shares: Readonly<Record<Alternative, number>>): Record<Alternative, number> {
  const rounded = { flask: 0, django: 0, both: 0 };
  for (const of of alternatives) rounded[of] = Math.floor(shares[of] * 100 + 1e-9);
  const left = 100 - alternatives.reduce((sum, of) => sum + rounded[of], 0);
  const byRemainder = [...alternatives].sort((a, b) => shares[b] * 100 - rounded[b] - (shares[a] * 100 - rounded[a]));
  for (const of of byRemainder.slice(0, left)) rounded[of] += 1;
  return rounded;
}

/** How often the winner came first, never as a probability of being right. */
export function shareSentence({ best, second, strength, shares }: Verdict): string {
  const times = hundredths(shares);
  return strength === 'close'
    ? `${names[best]} came first in ${times[best]} of 100 variations of our numbers and your weights, ${names[second]} in ${times[second]}.`
    : `${names[best]} came first in ${times[best]} of 100 variations of our numbers and your weights.`;
}
