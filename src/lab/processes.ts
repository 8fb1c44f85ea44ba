/**
 * Programs that the lab starts. Each leads a process group of its own, so that its workers end with it,
 * and all of them end with the lab, however that ends.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.ts';

export interface Program {
  /** The process that leads the group. */
  pid: number;
  /** What it wrote so far, both streams, the last 20,000 characters. */
  output: () => string;
  /** Its exit code, or the signal that ended it; undefined while it runs. */
  ended: () => number | string | undefined;
  /** Resolves when the leader has ended. */
  done: Promise<number | string>;
  /** Ends the whole group: asks, waits up to five seconds, then insists. */
  stop: () => Promise<void>;
}

const running = new Set<number>();

/**
 * Starts a program.
 * @param command the program and its arguments
 * @param options where it runs, and its environment if that is not the lab's own
 * @throws Failure when there is no such program
 */
export async function start(
  command: readonly string[],
  options: { cwd?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<Program> {
  const child = spawn(command[0]!, command.slice(1), {
    cwd: options.cwd,
    env: options.environment ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await spawned(child, command[0]!);
  const pid = child.pid!;
  running.add(pid);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-20_000)));
  }
  let ended: number | string | undefined;
  const done = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve((ended = code ?? signal!))),
  );
  return {
    pid,
    output: () => output,
    ended: () => ended,
    done,
    async stop() {
      signalGroup(pid, 'SIGTERM');
      await Promise.race([done, wait(5000, undefined, { ref: false })]);
      signalGroup(pid, 'SIGKILL');
      await done;
      running.delete(pid);
    },
  };
}

/**
 * Runs a program to its end and returns what it wrote.
 * @throws Failure with the last lines that it wrote, when it ends with anything but 0
 */
export async function run(
  command: readonly string[],
  options: { cwd?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const program = await start(command, options);
  const code = await program.done;
  await program.stop();
  if (code !== 0) throw new Failure(`"${command.join(' ')}" ended with ${code}:\n${lastLines(program.output())}`);
  return program.output();
}

/** Ends everything that still runs, at once. For the way out. */
export function stopEverything(): void {
  for (const pid of running) signalGroup(pid, 'SIGKILL');
}

/** The end of a program's output, for a message. */
export const lastLines = (output: string, count = 15) => output.trimEnd().split('\n').slice(-count).join('\n');

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // The group has already ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function spawned(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Failure(`${name} cannot be started: ${error.message}`)));
  });
}
