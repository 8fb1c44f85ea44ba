/**
 * Deliberate faults, which show whether the contracts notice what they promise to notice. Each is a patch,
 * `mutants/<task>/<side>-<fault>.patch`: a sentence that says what is wrong and whom it harms, then a unified diff with
 * paths below `content/examples/<task>/`. `npm run lab -- --mutants` applies one at a time to a copy of the task and
 * runs the contract against that side. A fault is caught when a test fails; a side that does not start proves nothing.
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sideNames, type SideName } from '../records/example.ts';
import { places } from '../records/run.ts';
import { checkContract, firstFailure } from './contracts.ts';
import { deploymentsOf, type Service } from './deployments.ts';
import { Failure } from './failure.ts';
import { demandFit, patchedCopy } from './patches.ts';
import type { Python } from './python.ts';
import type { Task } from './tasks.ts';

export interface Mutant {
  /** The patch, from the project's root. */
  file: string;
  task: string;
  /** The side that is broken. */
  side: SideName;
  /** What is wrong, in the words of the file's name. */
  fault: string;
}

/** What became of a mutant: the test that caught it, or why it counts as not caught. */
export type Outcome = { mutant: Mutant; seconds: number } & ({ caughtBy: string } | { problem: string });

/**
 * Reads the name and the first line of a patch. Pure.
 * @throws Failure when the name has no side, or no sentence comes before the diff
 */
export function readMutant(file: string, text: string): Mutant {
  const [, side, words] = /^([a-z]+)-(.+)\.patch$/.exec(basename(file)) ?? [];
  if (!side || !words || !(side in sideNames)) {
    throw new Failure(`${file}: a name is a side, a hyphen and the fault, such as "flask-no-token.patch".`);
  }
  if (!/^[A-Z].*\.\r?\n/.test(text)) {
    throw new Failure(`${file}: the first line must be a sentence that says what is wrong and whom it harms.`);
  }
  return { file, task: basename(dirname(file)), side: side as SideName, fault: words.replaceAll('-', ' ') };
}

/** The mutants of a task; of all tasks when none is named. */
export const mutantsOf = (task = '*'): Mutant[] =>
  globSync(`src/lab/mutants/${task}/*.patch`)
    .sort()
    .map((file) => readMutant(file, readFileSync(file, 'utf8')));

/**
 * Copies the folder of a task and breaks the copy.
 * @returns the copy
 * @throws Failure when the patch does not fit the files as they are
 */
export const mutated = ({ file, task }: Pick<Mutant, 'file' | 'task'>): Promise<string> =>
  patchedCopy(places(task).folder, [file]);

/** @throws Failure when the patch does not fit the files as they are */
export const fits = ({ file, task }: Pick<Mutant, 'file' | 'task'>): Promise<void> =>
  demandFit(file, places(task).folder);

/**
 * Tries every mutant of the tasks on one Python, as many at once as there are cores, and says what became of each.
 * @throws Failure when an example breaks its contract as it stands, or when a mutant is not caught
 */
export async function tryMutants(
  tasks: readonly Task[],
  python: Python,
  port: number | undefined,
  say: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  // A port that somebody named holds one server.
  const atOnce = port === undefined ? availableParallelism() : 1;
  for (const task of tasks) {
    const mutants = mutantsOf(task.name);
    const deployments = await deploymentsOf(task, python, undefined);
    for (const services of deployments) {
      const own = mutants.filter(({ side }) => services.some(({ name }) => name === side));
      // A contract that fails without a fault would catch everything.
      if (own.length > 0) await checkContract(task, services, port);
      const waiting = own.values();
      const tryNext = async () => {
        for (const mutant of waiting) {
          const outcome = await tried(task, mutant, services, port);
          outcomes.push(outcome);
          say(row(outcome));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, tryNext));
    }
    const homeless = mutants.filter(({ side }) => !(side in task.example.sides));
    if (homeless.length > 0) throw new Failure(`${homeless[0]!.file}: ${task.name} has no such side.`);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  say(summary(outcomes, seconds));
}

async function tried(
  task: Task,
  mutant: Mutant,
  services: readonly Service[],
  port: number | undefined,
): Promise<Outcome> {
  const began = performance.now();
  const became = async () => {
    try {
      const copy = await mutated(mutant);
      const broken = services.map((service) => ({ ...service, folder: join(copy, service.name) }));
      const caughtBy = await firstFailure(task, broken, port);
      return caughtBy === undefined ? { problem: 'every test passes' } : { caughtBy };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { problem: error.message };
    }
  };
  return { mutant, ...(await became()), seconds: (performance.now() - began) / 1000 };
}

/** A line of the table: task, side, fault, and the test that caught it. Pure. */
export function row(outcome: Outcome): string {
  const { task, side, fault } = outcome.mutant;
  const end = 'caughtBy' in outcome ? `"${outcome.caughtBy}"` : `NOT CAUGHT: ${outcome.problem.split('\n')[0]}`;
  return `${task.padEnd(20)} ${side.padEnd(7)} ${fault.padEnd(52)} ${outcome.seconds.toFixed(1).padStart(5)} s  ${end}`;
}

/**
 * What all outcomes come to. Pure.
 * @throws Failure that names each mutant that was not caught, or when there is none at all
 */
export function summary(outcomes: readonly Outcome[], seconds: number): string {
  if (outcomes.length === 0) throw new Failure('These tasks have no mutants.');
  const missed = outcomes.flatMap((each) => ('problem' in each ? [`${each.mutant.file}: ${each.problem}`] : []));
  if (missed.length > 0) {
    throw new Failure(`${missed.length} of ${outcomes.length} mutants are not caught:\n${missed.join('\n')}`);
  }
  return `All ${outcomes.length} mutants are caught, in ${seconds} s.`;
}
