/** The blind trial: what the calculator says about descriptions that were labelled before it saw them. */
import type { Answers } from './answers.ts';
import { estimate, prepare, verdictOf, type Verdict } from './evaluate.ts';
import type { Model } from './model.ts';
import type { Samples } from './uncertainty.ts';
import { verdictName, type VerdictName } from './verdict-words.ts';

/** What a judge recommends: an alternative, or that two are too close to call. */
export const labels = ['flask', 'django', 'both', 'close'] as const;
export type Label = (typeof labels)[number];

/** The half that numbers were adjusted with, and the half that nobody looked at before. */
export const halves = ['tuned', 'unseen'] as const;
export type Half = (typeof halves)[number];

export interface Scenario extends Answers {
  id: string;
  /** What each judge recommended. */
  labels: readonly Label[];
  half: Half;
}

/**
 * How a verdict stands to the judges. It agrees; it is more hesitant (too close to call, and their choice is one of the
 * two); it is bolder (it chooses where they could not); or it contradicts them.
 */
export const outcomes = ['agrees', 'hesitant', 'bolder', 'contradicts'] as const;
export type Outcome = (typeof outcomes)[number];

export interface TrialRow {
  id: string;
  half: Half;
  /** What most judges recommended. */
  label: Label;
  verdict: VerdictName;
  outcome: Outcome;
}

export interface TrialTable {
  rows: TrialRow[];
  halves: Record<Half, HalfTable>;
}

export interface HalfTable {
  /** Scenarios. */
  count: number;
  outcomes: Record<Outcome, number>;
  /** Scenarios by what most judges recommended, and by what the calculator says, whether it leans or is clear. */
  confusion: Record<Label, Record<Label, number>>;
}

/** What most judges recommended; where no label has more votes than every other, it is too close to call. */
export function majority(votes: readonly Label[]): Label {
  const count = (label: Label) => votes.filter((vote) => vote === label).length;
  const most = Math.max(...labels.map(count));
  const first = labels.filter((label) => count(label) === most);
  return first.length === 1 ? first[0]! : 'close';
}

/** The verdict as a judge would put it. */
const saidBy = ({ strength, best }: Verdict): Label => (strength === 'close' ? 'close' : best);

export function outcomeOf(label: Label, verdict: Verdict): Outcome {
  const said = saidBy(verdict);
  if (said === label) return 'agrees';
  if (label === 'close') return 'bolder';
  return said === 'close' && (label === verdict.best || label === verdict.second) ? 'hesitant' : 'contradicts';
}

/** Runs every scenario and counts. */
export function trialTable(model: Model, samples: Samples, scenarios: readonly Scenario[]): TrialTable {
  const prepared = prepare(model, { choices: {} });
  const empty = (): HalfTable => ({
    count: 0,
    outcomes: zeros(outcomes),
    confusion: each(labels, () => zeros(labels)),
  });
  const table: TrialTable = { rows: [], halves: each(halves, empty) };
  for (const { id, half, labels: votes, ...answers } of scenarios) {
    const verdict = verdictOf(estimate(prepared, answers), samples);
    const label = majority(votes);
    const outcome = outcomeOf(label, verdict);
    table.rows.push({ id, half, label, verdict: verdictName(verdict), outcome });
    const counted = table.halves[half];
    counted.count += 1;
    counted.outcomes[outcome] += 1;
    counted.confusion[label][saidBy(verdict)] += 1;
  }
  return table;
}

const each = <Key extends string, Value>(keys: readonly Key[], value: () => Value) =>
  Object.fromEntries(keys.map((key) => [key, value()])) as Record<Key, Value>;
const zeros = <Key extends string>(keys: readonly Key[]) => each(keys, () => 0);
