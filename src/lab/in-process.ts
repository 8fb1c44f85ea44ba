/** Calls a side without a server: what it answers, how many instructions a call executes, and what time it takes. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rounded } from '../records/measurement.ts';
import { Failure, Unavailable } from './failure.ts';
import { run } from './processes.ts';
import { copies } from './server.ts';

const script = resolve('src/lab/in_process.py');
const trace = resolve('src/lab/trace');
/** What a process is asked for; `in_process.py` knows the same words. */
type Asked = 'answer' | 'time' | 'instructions';

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
  const further = { PYTHONPATH: trace, PYTHONDONTWRITEBYTECODE: '1', LAB_STATEMENTS: log };
  return JSON.parse(await called('answer', side, path, { further }));
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
 * The version of valgrind, such as "3.19.0".
 * @throws Unavailable when there is none
 */
export async function versionOfValgrind(): Promise<string> {
  try {
    return /\d[\d.]*/.exec(await run(['valgrind', '--version']))![0];
  } catch {
    throw new Unavailable('The lab counts instructions with valgrind. Install it, as by "apt-get install valgrind".');
  }
}

/**
 * The instructions that a call executes, in millions, counted by valgrind in two processes of their own. Neither other
 * work on the machine nor its pace changes what is counted.
 * @param calls N: what 2N calls take more than N is counted
 * @throws Failure when no two of four processes agree within 1 %
 */
export async function instructionsOf(side: Callable, path: string, calls: number): Promise<number[]> {
  const take = async () => {
    const written = join(mkdtempSync(join(copies, 'instructions-')), 'counted');
    const how = ['--instr-atstart=no', '--dump-before=getsid', `--callgrind-out-file=${written}`];
    await called('instructions', side, path, { under: ['valgrind', '--quiet', '--tool=callgrind', ...how], calls });
    // The first file holds what came before the calls, and the third what came between the two parts.
    const [once, twice] = [2, 4].map((part) => totalOf(readFileSync(`${written}.${part}`, 'utf8')));
    return (twice! - once!) / calls / 1e6;
  };
  const rule = { within: 1.01, wanted: 2, most: 4, unit: 'million instructions' };
  return agreeing(take, `${path} without a server`, rule);
}

/** The instructions that a file of Callgrind's comes to. Pure. */
export const totalOf = (text: string): number => Number(/^totals: (\d+)$/m.exec(text)![1]);

/**
 * The processor time of a call in milliseconds, from three processes of their own.
 * @param within how far they may lie apart, such as 1.05
 * @throws Failure when no three of six processes agree
 */
export async function timeOf(side: Callable, path: string, within: number): Promise<number[]> {
  const take = async () => (JSON.parse(await called('time', side, path)) as { milliseconds: number }).milliseconds;
  return agreeing(take, `${path} without a server`, { within, wanted: 3, most: 6, unit: 'ms' });
}

/**
 * Takes a value until the least ones agree. The least are those that the rest of the machine disturbed least.
 * @param rule how many shall agree and how closely, and how many may be taken
 */
export async function agreeing(
  take: () => Promise<number>,
  what: string,
  { within, wanted, most, unit }: { within: number; wanted: number; most: number; unit: string },
): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < most) {
    taken.push(rounded(await take()));
    const least = taken.toSorted((a, b) => a - b).slice(0, wanted);
    if (least.length === wanted && least.at(-1)! <= least[0]! * within) return least;
  }
  const percent = Math.round((within - 1) * 100);
  throw new Failure(`${what}: no ${wanted} of ${most} rounds agree within ${percent} %: ${taken.join(', ')} ${unit}.`);
}

function called(
  asked: Asked,
  { copy, python, wsgi, variables }: Callable,
  path: string,
  { under = [], further, calls }: { under?: string[]; further?: Record<string, string>; calls?: number } = {},
): Promise<string> {
  // The order of sets and dictionaries of text, else drawn anew in each process, changes what a call takes.
  const environment = { ...variables, PYTHONHASHSEED: '0', ...further };
  const command = [...under, python, script, asked, wsgi, path, ...(calls === undefined ? [] : [String(calls)])];
  return run(command, { cwd: copy, environment });
}
