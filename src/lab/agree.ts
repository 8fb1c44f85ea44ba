/** Compares two runs: a difference between the frameworks is one where both runs agree on it and it exceeds 5 %. */
import { globSync, readFileSync } from 'node:fs';
import {
  areApart,
  comparisonsOf,
  difference,
  measures,
  runFileSchema,
  type Comparison,
  type Measured,
  type MeasurementRecord,
} from '../records/measurement.ts';
import { Failure } from './failure.ts';

/**
 * Says of everything that two runs measured whether they agree on a difference.
 * @param files the two runs; the two latest that stand when none is named
 * @returns a table in words, the differences first
 * @throws Failure when there are not two runs that stand, of two days or two machines
 */
export function agreement(files: readonly string[]): string {
  if (files.length !== 0 && files.length !== 2) throw new Failure('Name two files of runs, or none.');
  const named = files.length > 0 ? files : globSync('content/measurements/*.json').sort();
  const standing = named.map(readRun).filter((run) => run !== undefined);
  const [first, second] = standing.slice(-2);
  if (!first || !second) {
    const count = standing.length === 1 ? 'One run stands' : 'No run stands';
    throw new Failure(`${count}. A difference needs two, of two days or two machines: "npm run lab" makes one.`);
  }
  if (!areApart(first.record, second.record)) {
    throw new Failure(`${first.file} and ${second.file} are of one day and one machine: measure on another.`);
  }
  const lines = comparisonsOf([first.run, second.run]).map(told);
  return [`${first.file}, then ${second.file}: Django as a multiple of Flask`, ...lines.sort(byRank).map(textOf)].join(
    '\n',
  );
}

function readRun(file: string): { file: string; run: Measured; record: MeasurementRecord } | undefined {
  let record: unknown;
  try {
    record = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
  const { data, error } = runFileSchema.safeParse(record);
  if (error) throw new Failure(`${file} is no run: ${error.issues[0]!.path.join('.')}: ${error.issues[0]!.message}`);
  return 'withdrawn' in data ? undefined : { file, run: data, record: record as MeasurementRecord };
}

const verdicts = {
  first: 'Flask needs less',
  second: 'Django needs less',
  none: 'no difference',
  'one run': 'in one run only',
} as const;

interface Line {
  rank: number;
  text: string;
}

const textOf = ({ text }: Line) => text;
const byRank = (a: Line, b: Line) => a.rank - b.rank;

/** A line of the table, such as "no difference      0.97 then 1.01  order-form /order, start …". */
function told({ task, path, measure, flask, django, pairs }: Comparison): Line {
  const verdict = verdicts[difference(pairs)];
  const ratios = pairs.map(([own, theirs]) => (theirs / own).toFixed(2)).join(' then ');
  const what = [task, path, measures[measure].label.toLowerCase()].filter(Boolean).join(', ');
  const setups = `${flask.id} and ${django.id}`;
  return {
    rank: Object.values(verdicts).indexOf(verdict),
    text: `${verdict.padEnd(18)} ${ratios.padEnd(14)} ${what}: ${setups}`,
  };
}
