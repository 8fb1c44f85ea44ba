/** Where an entry comes down: on a stop of the scale, or nowhere, because the calculator cannot tell. */
import { leanOf, tooCloseToCall, type VerdictName } from './calculator/verdict-words.ts';
import type { Alternative } from './calculator/model.ts';
import { leans, type Lean } from './vocabulary.ts';

/** The verdict of an entry. An entry that judges nothing, such as a page about the site, has none at all. */
export type EntryVerdict =
  { kind: 'lean'; lean: Lean } | { kind: 'undecided'; between: readonly [Alternative, Alternative] };

/** The verdict as readers see it, the same on every page, in lists, in the search and on pictures. */
export function verdictWords(verdict: EntryVerdict): string {
  return verdict.kind === 'lean' ? leans[verdict.lean] : tooCloseToCall(...verdict.between);
}

/** What the calculator's verdict makes of an entry. */
export function verdictOfCalculator(name: VerdictName): EntryVerdict {
  const lean = leanOf(name);
  if (lean) return { kind: 'lean', lean };
  const [, first, second] = name.split('-') as ['close', Alternative, Alternative];
  return { kind: 'undecided', between: [first, second] };
}

/** The sides on which an entry can come down, however strongly. */
export const sides = { flask: 'Flask', even: 'Even or too close', both: 'Both', django: 'Django' } as const;
export type Side = keyof typeof sides;

/** The side of a verdict. */
export function sideOf(verdict: EntryVerdict): Side {
  if (verdict.kind === 'undecided') return 'even';
  const { lean } = verdict;
  if (lean === 'even' || lean === 'both') return lean;
  return lean.endsWith('flask') ? 'flask' : 'django';
}

const scale = Object.keys(leans);

/** Where a list that is sorted from Flask to Django puts the verdict; what is undecided stands in the middle. */
export function placeOnScale(verdict: EntryVerdict): number {
  return scale.indexOf(verdict.kind === 'lean' ? verdict.lean : 'even');
}
