/** Calls a side without a server: what it answers, and what a call takes. */
import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rounded } from '../records/measurement.ts';
import { Failure } from './failure.ts';
import { run } from './processes.ts';
import { copies } from './server.ts';

const script = resolve('src/lab/in_process.py');
const trace = resolve('src/lab/trace');
/** How many processes shall agree, and how many there may be. */
const wanted = 3;
const most = 6;

/** A side that can be called: its copy, its interpreter, and how it is set up. */
export interface Callable {
  copy: string;
  python: string;
  wsgi: string;
  variables: NodeJS.ProcessEnv;
}

/** The length of the answer to a path, and the SQL statements that read or write rows for it. */
export async function answerOf(side: Callable, path: string): Promise<{ bytes: number; statements: number }> {
  const log = join(mkdtempSync(join(copies, 'statements-')), 'log');
  return JSON.parse(await called(side, path, { PYTHONPATH: trace, PYTHONDONTWRITEBYTECODE: '1', LAB_STATEMENTS: log }));
}

/**
 * Why an answer is not the one that is to be measured; undefined when it is. Pure.
 * @param expected the fewest bytes and the exact number of statements, where rows are read
 */
export function wrongAnswer(
  answer: { bytes: number; statements: number },
  expected: { bytes: number; statements: number } | undefined,
): string | undefined {
  if (!expected) return undefined;
  if (answer.bytes < expected.bytes) {
    return `the answer has ${answer.bytes} bytes, and with its rows at least ${expected.bytes}: is the table filled (seed)?`;
  }
  if (answer.statements !== expected.statements) {
    return `the answer took ${answer.statements} SQL statements instead of ${expected.statements}`;
  }
  return undefined;
}

/**
 * The processor time of a call in milliseconds, from three processes of their own.
 * @param within how far they may lie apart, such as 1.05
 * @throws Failure when no three of six processes agree
 */
export async function timeOf(side: Callable, path: string, within: number): Promise<number[]> {
  return agreeing(
    async () => (JSON.parse(await called(side, path, {})) as { milliseconds: number }).milliseconds,
    `${path} without a server`,
    within,
  );
}

/** Takes a value until the three least agree. The least are those that the rest of the machine disturbed least. */
export async function agreeing(take: () => Promise<number>, what: string, within: number): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < most) {
    taken.push(rounded(await take()));
    const least = taken.toSorted((a, b) => a - b).slice(0, wanted);
    if (least.length === wanted && least.at(-1)! <= least[0]! * within) return least;
  }
  const percent = Math.round((within - 1) * 100);
  throw new Failure(`${what}: no three of ${most} rounds agree within ${percent} %: ${taken.join(', ')} ms.`);
}

const called = ({ copy, python, wsgi, variables }: Callable, path: string, further: Record<string, string>) =>
  // The order of sets and dictionaries of text, else drawn anew in each process, changes what a call takes.
  run([python, script, wsgi, path], { cwd: copy, environment: { ...variables, PYTHONHASHSEED: '0', ...further } });
