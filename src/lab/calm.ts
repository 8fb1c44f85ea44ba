/**
 * Whether the machine is calm enough to measure, known by what hurts: a fixed calculation on each core takes as long as
 * the best known there, and no time is stolen by other machines. The load average is no judge of that.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from '../records/measurement.ts';
import { run } from './processes.ts';
import type { Python } from './python.ts';

/** The calculation on one core. */
export type Taken = Part['calm'][number];
/** The calculation on each core, and the reasons why the machine is too busy for what takes time; none when it is calm. */
export interface Look {
  taken: Taken[];
  busy: string[];
}
/** The least seconds that the calculation is known to need, by core. */
export type Best = Record<string, number>;

/** How much longer than the best known the calculation may take, and the percentage that may be stolen. */
const slower = 1.05;
const stolen = 2;
const known = '.lab/calm.json';

/** Some five seconds of work. */
const calculation = [
  'import time; began = time.perf_counter(); used = time.process_time(); total = 0',
  'for number in range(55_000_000): total += number * number % 7',
  'print(time.perf_counter() - began, time.process_time() - used)',
].join('\n');

/** Why a machine is too busy, a sentence for each core that is; empty when it is calm. Pure. */
export function reasonsAgainst(taken: readonly Taken[], best: Best): string[] {
  return taken.flatMap((each) => {
    const { core, seconds, steal } = each;
    const least = leastOf(each, best);
    const more = `core ${core}: the calculation took ${seconds.toFixed(2)} s, the best known here is ${least.toFixed(2)} s`;
    return [
      ...(seconds > least * slower ? [more] : []),
      ...(steal > stolen ? [`core ${core}: ${steal.toFixed(1)} % of the time was stolen by other machines`] : []),
    ];
  });
}

/** On a machine that is not known yet, the time that the core gave to the calculation shows what it needs. */
const leastOf = ({ core, seconds, own }: Taken, best: Best) => Math.min(best[core] ?? seconds, seconds, own);

/** The best that is known after a further look. Pure. */
export const better = (best: Best, taken: readonly Taken[]): Best => ({
  ...best,
  ...Object.fromEntries(taken.map((each) => [each.core, leastOf(each, best)])),
});

/**
 * Calculates once on each core.
 * @param attempts how often to look, a little later each time, while the machine is busy
 */
export async function howCalm(
  python: Python,
  attempts: number,
  say: (what: string) => void,
  calculate: (python: Python) => Promise<Taken[]> = calculateOnEachCore,
  pause = 20_000,
): Promise<Look> {
  const machine = `${cpus()[0]!.model.trim()}, Python ${python.version}`;
  for (let attempt = 1; ; attempt += 1) {
    const taken = await calculate(python);
    remember(machine, taken);
    const busy = reasonsAgainst(taken, bestKnown(machine));
    if (busy.length > 0) say(`The machine is busy (${attempt} of ${attempts}): ${busy.join('; ')}`);
    if (busy.length === 0 || attempt === attempts) return { taken, busy };
    await wait(pause);
  }
}

/** The best that this machine has shown with this Python. */
export const bestOf = (python: Python): Best => bestKnown(`${cpus()[0]!.model.trim()}, Python ${python.version}`);

function bestKnown(machine: string): Best {
  return existsSync(known) ? ((JSON.parse(readFileSync(known, 'utf8')) as Record<string, Best>)[machine] ?? {}) : {};
}

function remember(machine: string, taken: readonly Taken[]): void {
  const all = existsSync(known) ? (JSON.parse(readFileSync(known, 'utf8')) as Record<string, Best>) : {};
  mkdirSync('.lab', { recursive: true });
  writeFileSync(known, JSON.stringify({ ...all, [machine]: better(all[machine] ?? {}, taken) }, undefined, 2));
}

async function calculateOnEachCore(python: Python): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let core = 0; core < availableParallelism(); core += 1) {
    const before = timesOf(core);
    const said = await run(['taskset', '--cpu-list', String(core), python.path, '-c', calculation]);
    const [seconds, own] = said
      .trim()
      .split(' ')
      .map((time) => Number(Number(time).toFixed(3))) as [number, number];
    const after = timesOf(core);
    const steal = (100 * (after.steal - before.steal)) / Math.max(1, after.all - before.all);
    taken.push({ core, seconds, own, steal: Number(steal.toFixed(2)) });
  }
  return taken;
}

/** The time of a core so far, all of it and what was stolen, in ticks. */
function timesOf(core: number): { all: number; steal: number } {
  const line = readFileSync('/proc/stat', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`cpu${core} `));
  // User, nice, system, idle, waiting for devices, two kinds of interrupts, stolen.
  const times = (line ?? '').trim().split(/\s+/).slice(1, 9).map(Number);
  return { all: times.reduce((sum, each) => sum + each, 0), steal: times[7] ?? 0 };
}
