/** How many entries come down on which side: what a reader needs to judge whether the guide is fair. */
import { sideOf, sides, type EntryVerdict, type Side } from '../verdict.ts';
import { keysOf } from '../vocabulary.ts';
import { questions, sections, useCases, verdictOf } from './queries.ts';

/** The counts as a table: the first line names the columns, the last one adds up. */
export function leanTable(): string[][] {
  const kinds: [string, (EntryVerdict | undefined)[]][] = [
    ['Sections of the guide', sections.map(verdictOf)],
    ['Questions', questions.map(verdictOf)],
    ['Use cases, by the calculator', useCases.map(verdictOf)],
  ];
  return [
    ['What', ...Object.values(sides)],
    ...kinds.map(([kind, verdicts]) => [kind, ...countsOf(verdicts)]),
    ['All', ...countsOf(kinds.flatMap(([, verdicts]) => verdicts))],
  ];
}

const countsOf = (verdicts: readonly (EntryVerdict | undefined)[]): string[] =>
  keysOf(sides).map((side: Side) => String(verdicts.filter((verdict) => verdict && sideOf(verdict) === side).length));
