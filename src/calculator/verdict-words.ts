/** A verdict in words: the same on the page, in exports, in the content and in messages of the build. */
import type { Verdict } from './evaluate.ts';
import type { Alternative, Framework } from './model.ts';

/** What readers call the alternatives, in a sentence and at its start. */
export const names: Readonly<Record<Alternative, string>> = { flask: 'Flask', django: 'Django', both: 'both' };
const capital: Readonly<Record<Alternative, string>> = { ...names, both: 'Both' };

/**
 * Winner and strength in one word, as content states them: `clear-django`, `leans-both`, or the two that are too close,
 * in the fixed order: `close-flask-django`.
 */
export type VerdictName = `${'clear' | 'leans'}-${Alternative}` | 'close-flask-django' | `close-${Framework}-both`;

export const verdictNames: readonly VerdictName[] = [
  ...(['clear', 'leans'] as const).flatMap((strength) =>
    (['flask', 'django', 'both'] as const).map((of) => `${strength}-${of}` as const),
  ),
  'close-flask-django',
  'close-flask-both',
  'close-django-both',
];

export function verdictName({ strength, best, second }: Pick<Verdict, 'strength' | 'best' | 'second'>): VerdictName {
  if (strength !== 'close') return `${strength}-${best}`;
  const [a, b] = (['flask', 'django', 'both'] as const).filter((of) => of === best || of === second);
  return `close-${a}-${b}` as VerdictName;
}

/** The stop of the gauge; none where a verdict is too close to call. */
export function leanOf(name: VerdictName) {
  if (name.startsWith('close')) return undefined;
  const [strength, of] = name.split('-') as ['clear' | 'leans', Alternative];
  if (of === 'both') return 'both' as const;
  return strength === 'clear' ? (`strongly-${of}` as const) : (`leans-${of}` as const);
}

/** The verdict as a heading: "Leans to Django". The two that are too close stand in the fixed order. */
export function headline(verdict: Pick<Verdict, 'strength' | 'best' | 'second'>): string {
  return headlineOf(verdictName(verdict));
}

export function headlineOf(name: VerdictName): string {
  const [strength, best, second] = name.split('-') as [Verdict['strength'], Alternative, Alternative];
  if (strength === 'close') return tooCloseToCall(best, second);
  const what = best === 'both' ? 'Use both' : capital[best];
  return strength === 'clear' ? `${what}, clearly` : best === 'both' ? 'Leans to using both' : `Leans to ${what}`;
}

export const tooCloseToCall = (first: Alternative, second: Alternative): string =>
  `Too close to call: ${capital[first]} or ${names[second]}`;

/** How often the winner came first, never as a probability of being right. */
export function shareSentence({ best, second, strength, shares }: Verdict): string {
  const times = (of: Alternative) => `${Math.round(shares[of] * 100)} of 100`;
  return strength === 'close'
    ? `${capital[best]} came first in ${times(best)} variations of our numbers and your weights, ${names[second]} in ${times(second)}.`
    : `${capital[best]} came first in ${times(best)} variations of our numbers and your weights.`;
}
