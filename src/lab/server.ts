/** Serves one side of a task with Gunicorn, on a copy of its files, until it is stopped. */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { get } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Side } from '../records/example.ts';
import type { Environment } from './environments.ts';
import { Failure } from './failure.ts';
import { lastLines, run, start, type Program } from './processes.ts';
import type { Task } from './tasks.ts';

export interface Server {
  /** Without a slash at the end. */
  address: string;
  /** Of the process that leads the server; its workers are its children. */
  pid: number;
  /** From the start of the process to the end of the first answer. */
  millisecondsToFirstAnswer: number;
  /** What the server wrote. */
  output: () => string;
  stop: () => Promise<void>;
}

/** How Gunicorn is told to work, for every side alike. Threads, so that it keeps connections open. */
export const gunicornOptions = ['--worker-class', 'gthread', '--threads', '4', '--no-control-socket'];

/** While measuring, each worker also has a socket of its own, so that the kernel spreads the connections. */
export const spreadConnections = ['--reuse-port'];

/** Where this process keeps its copies; removed when it ends. */
export const copies = resolve('.lab/copies', String(process.pid));

/** The environment of a side: nothing of the caller's but the path, and what the lab says. */
export const variablesFor = (given: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LANG: 'C.UTF-8',
  ...given,
});

/** The random texts that a task asks for, new each time. */
export const secretsOf = ({ example }: Task): Record<string, string> =>
  Object.fromEntries(['SECRET_KEY', ...example.secrets].map((name) => [name, randomBytes(32).toString('hex')]));

/**
 * Copies a side into an empty folder and runs its `prepare` there.
 * @param folder the folder of the side; `shared/` beside it is copied too
 * @returns the copy
 */
export async function prepared(
  folder: string,
  side: Side,
  environment: Environment,
  variables: NodeJS.ProcessEnv,
): Promise<string> {
  mkdirSync(copies, { recursive: true });
  const copy = mkdtempSync(join(copies, 'side-'));
  for (const from of [join(folder, '../shared'), folder]) {
    if (existsSync(from)) cpSync(from, copy, { recursive: true, filter: (name) => !name.endsWith('__pycache__') });
  }
  for (const command of side.prepare) {
    await run(wordsOf(command, environment), { cwd: copy, environment: variables });
  }
  return copy;
}

/** A command of a side as the words of a program: `python …`, or a module that is run as one. Pure. */
export function wordsOf(command: string, { python }: Pick<Environment, 'python'>): string[] {
  const [program, ...words] = command.split(' ');
  return program === 'python' ? [python, ...words] : [python, '-m', program!, ...words];
}

/** Fills a prepared copy with the rows that its side names. */
export async function seeded(copy: string, { seed }: Side, environment: Environment): Promise<void> {
  if (!seed) return;
  const script = 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])';
  await run([environment.python, '-c', script, seed.database, seed.sql], { cwd: copy });
}

/** Serves a prepared copy with Gunicorn. */
export function serveSide(options: {
  copy: string;
  side: Side;
  environment: Environment;
  variables: NodeJS.ProcessEnv;
  port: number;
  workers: number;
  entrance: string;
  /** Further options of Gunicorn. */
  further?: readonly string[];
}): Promise<Server> {
  const { copy, side, environment, variables, port, workers, entrance, further = [] } = options;
  const bind = ['--bind', `127.0.0.1:${port}`, '--workers', String(workers)];
  return serve({
    command: [environment.python, '-m', 'gunicorn', ...bind, ...gunicornOptions, ...further, side.wsgi],
    cwd: copy,
    environment: variables,
    port,
    entrance,
  });
}

/**
 * Starts a program that listens on a port of 127.0.0.1, and waits until it answers.
 * @param entrance a path that it must answer with 200
 * @param patience how long to wait for the first answer, in milliseconds
 * @throws Failure when the port is in use, the program ends, it answers with anything but 200, or it does not answer
 */
export async function serve(options: {
  command: readonly string[];
  cwd?: string;
  environment?: NodeJS.ProcessEnv;
  port: number;
  entrance: string;
  patience?: number;
}): Promise<Server> {
  const { command, port, entrance, patience = 120_000, ...rest } = options;
  if (await isTaken(port)) throw new Failure(`Port ${port} is in use. Free it, or set PORT to another one.`);
  const began = performance.now();
  const program = await start(command, rest);
  try {
    const status = await firstAnswer(program, port, entrance, began + patience);
    const millisecondsToFirstAnswer = performance.now() - began;
    if (status !== 200) throw new Failure(`${entrance} was answered with ${status} instead of 200.\n${said(program)}`);
    const { pid, output, stop } = program;
    return { address: `http://localhost:${port}`, pid, millisecondsToFirstAnswer, output, stop };
  } catch (error) {
    await program.stop();
    throw error;
  }
}

const said = (program: Program) => `The server wrote:\n${lastLines(program.output())}`;

async function firstAnswer(program: Program, port: number, path: string, deadline: number): Promise<number> {
  while (performance.now() < deadline) {
    const code = program.ended();
    if (code !== undefined) throw new Failure(`The server ended with ${code} before it answered. ${said(program)}`);
    const status = await statusOf(port, path);
    if (status !== undefined) return status;
    await wait(5);
  }
  throw new Failure(`The server did not answer in time. ${said(program)}`);
}

/** The status of one answer; undefined while nobody listens. */
function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((answer) => {
    const request = get({ host: '127.0.0.1', port, path, agent: false, headers: { host: `localhost:${port}` } });
    request.on('response', (response) => response.resume().on('end', () => answer(response.statusCode)));
    request.on('error', () => answer(undefined));
    request.setTimeout(10_000, () => request.destroy());
  });
}

/** Whether somebody listens on a port of this machine. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.on('error', () => answer(false));
  });
}
