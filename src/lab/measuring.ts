/** A measuring run: one part for each task, with times where the machine was calm, and a record when all are there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { isoDay } from '../day.ts';
import { rounded, type MeasurementRecord, type Part } from '../records/measurement.ts';
import { bestOf, howCalm, reasonsAgainst } from './calm.ts';
import { isMeasured } from './candidates.ts';
import { Failure } from './failure.ts';
import { full, measureTask, quick, withoutTimes, type Plan } from './measure.ts';
import { keepPart, keptPart, keyOf, removeParts, type Kept } from './parts.ts';
import { neededForDjango6, type Python } from './python.ts';
import { changesSinceRecord, machine, recordMeasurement } from './record.ts';
import type { Task } from './tasks.ts';

/** How a run differs from the usual one. */
export interface Mode {
  /** Fewer repeats, no latency, one Python; written to `.lab/` alone. */
  quick: boolean;
  /** Measures on a machine that is not calm; written to `.lab/` alone. For those who change the lab. */
  busy: boolean;
}

/** The interpreters of a run, and what is left out for want of one, in words. Pure. */
export function pythonsOf(
  main: Python,
  newer: Python | undefined,
  mode: Pick<Mode, 'quick'>,
): { pythons: Python[]; leftOut: string[] } {
  const needed = neededForDjango6.join('.');
  if (mode.quick) return { pythons: [main], leftOut: ['A second Python and Django 6, as the run was a quick one.'] };
  if (!newer) {
    return { pythons: [main], leftOut: [`A second Python and Django 6: no Python ${needed} or newer was found.`] };
  }
  if (newer.version !== main.version) return { pythons: [main, newer], leftOut: [] };
  return { pythons: [main], leftOut: [`A second Python and Django 6: Python ${main.version} was the only one given.`] };
}

/** The tasks that still need measuring; the others have a part from earlier today. */
export function missingParts(tasks: readonly Task[], pythons: readonly Python[], mode: Mode): Task[] {
  return tasks.filter((task) => isMeasured(task) && !keptFor(task, pythons, mode));
}

/** On a busy machine nothing agrees, and nothing is published. */
const planOf = (mode: Mode): Plan => ({
  ...(mode.quick ? quick : full),
  ...(mode.busy && { within: Number.MAX_VALUE }),
});
const circumstances = (pythons: readonly Python[], mode: Mode) => ({ pythons, plan: planOf(mode), mode });
const keptFor = (task: Task, pythons: readonly Python[], mode: Mode): Kept | undefined =>
  keptPart(task.name, keyOf(task.name, circumstances(pythons, mode)));

/** @throws Failure when the files of a task are not those that kept its contract */
export function demandRecorded(task: string): void {
  const changes = changesSinceRecord(task);
  if (changes.length > 0) {
    throw new Failure(
      `${task}: the example differs from its record, so nobody knows whether it keeps its contract.\n` +
        `${changes.join('\n')}\nRun "npm run lab -- --contracts ${task}".`,
    );
  }
}

/**
 * Measures the tasks that have no part yet.
 * @param recorded whether the run becomes a record of the site
 * @returns what was written, in words
 * @throws Failure when an example differs from its record, or measuring fails; parts stay
 */
export async function measureAll(
  tasks: readonly Task[],
  found: { main: Python; newer: Python | undefined },
  mode: Mode,
  recorded: boolean,
  say: (what: string) => void,
): Promise<string> {
  const { pythons, leftOut } = pythonsOf(found.main, found.newer, mode);
  for (const line of leftOut) say(`Left out: ${line}`);
  const measured = tasks.filter(isMeasured);
  const parts: Kept[] = [];
  for (const task of measured) {
    demandRecorded(task.name);
    const earlier = keptFor(task, pythons, mode);
    if (earlier) say(`${task.name}: measured at ${earlier.began.slice(11, 16)} UTC`);
    parts.push(earlier ?? (await measureOne(task, pythons, mode, say)));
  }
  const published = recorded && !mode.quick && !mode.busy;
  const judged = mode.busy ? parts : parts.map((kept) => ({ ...kept, part: judgedAgain(kept.part, pythons[0]!) }));
  const run = recordOf(judged, planOf(mode), leftOut);
  if (published) {
    const file = await recordMeasurement(run);
    removeParts(parts.map(({ part }) => part.task));
    return `${notTaken(run.tasks)}Written: ${file}`;
  }
  const file = mode.quick || mode.busy ? '.lab/quick.json' : '.lab/some-tasks.json';
  mkdirSync('.lab', { recursive: true });
  writeFileSync(file, JSON.stringify(run, undefined, 2));
  if (mode.quick || mode.busy) removeParts(parts.map(({ part }) => part.task));
  return `${notTaken(run.tasks)}Written: ${file}, which the site does not show. A run of the site is "npm run lab" without names or options.`;
}

async function measureOne(task: Task, pythons: readonly Python[], mode: Mode, say: (what: string) => void) {
  const key = keyOf(task.name, circumstances(pythons, mode));
  const began = new Date().toISOString();
  const load = rounded(loadavg()[0]!);
  const look = (attempts: number) =>
    mode.busy ? Promise.resolve({ taken: [], busy: [] }) : howCalm(pythons[0]!, attempts, say);
  const part = await measureTask(task, pythons, planOf(mode), look, say);
  // What was measured must be what the record says, also when somebody edited it meanwhile.
  demandRecorded(task.name);
  const kept = { key, began, load, part };
  keepPart(kept);
  const { lopsided, unsteady } = part.again;
  say(`${task.name}: ${part.minutes} minutes; taken anew: ${lopsided} lopsided and ${unsteady} unsteady repeats`);
  return kept;
}

/** Later looks may have shown that an earlier task met a slower machine than it seemed. */
function judgedAgain(part: Part, python: Python): Part {
  return part.busy.length > 0 ? part : withoutTimes(part, reasonsAgainst(part.calm, bestOf(python)));
}

/** Which tasks have no times, and why, a line for each. Pure. */
export const notTaken = (parts: readonly Pick<Part, 'task' | 'busy'>[]): string =>
  parts
    .filter(({ busy }) => busy.length > 0)
    .map(({ task, busy }) => `${task}: times not taken, the machine was busy: ${busy.join('; ')}\n`)
    .join('');

function recordOf(parts: readonly Kept[], plan: Plan, leftOut: string[]): MeasurementRecord {
  const { within: _, ...conditions } = plan;
  const first = parts.toSorted((a, b) => a.began.localeCompare(b.began))[0]!;
  return {
    date: isoDay(new Date(first.began)),
    machine: machine(),
    load: { before: first.load, after: rounded(loadavg()[0]!) },
    versions: Object.assign({}, ...parts.map(({ part }) => part.versions)) as Record<string, string>,
    conditions,
    leftOut,
    tasks: parts.map(({ part }) => part),
  };
}
