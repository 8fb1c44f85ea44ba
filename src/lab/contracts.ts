/** Holds each side of a task against the task's contract. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { places } from '../records/run.ts';
import type { Programs } from './contract.ts';
import { Failure } from './failure.ts';
import { described, type Service } from './deployments.ts';
import { lastLines, start, type Program } from './processes.ts';
import { whileRunning } from './running.ts';
import { copies, wordsOf } from './server.ts';
import type { Task } from './tasks.ts';

/** Workers behind each side while its contract runs: more than one, so that nothing can be kept in memory. */
const workers = 2;

/**
 * Runs the contract of a task against a deployment.
 * @returns how many tests passed
 * @throws Failure with the report of the tests and the last words of the servers, when one fails
 */
export async function checkContract(
  task: Task,
  services: readonly Service[],
  port: number | undefined,
): Promise<number> {
  const { code, report } = await runContract(task, services, port, ({ done }) => done);
  const passed = Number(/^ℹ pass (\d+)$/m.exec(report)?.[1] ?? 0);
  if (code === 0 && passed > 0) return passed;
  throw broken(task, services, code === 0 ? 'holds no test' : 'is broken', report);
}

/**
 * Runs the contract of a task against a deployment as far as its first test that fails.
 * @returns the name of that test; undefined when all pass
 * @throws Failure when the contract ends badly and names no test
 */
export async function firstFailure(
  task: Task,
  services: readonly Service[],
  port: number | undefined,
): Promise<string | undefined> {
  const { code, report } = await runContract(task, services, port, async ({ ended, output }) => {
    while (ended() === undefined && firstFailed(output()) === undefined) await wait(20);
  });
  const failed = firstFailed(report);
  if (failed === undefined && code !== 0) throw broken(task, services, 'ended without a report', report);
  return failed;
}

/** The first test that failed, in what `node --test` reports. A file that broke down is no test. Pure. */
export const firstFailed = (report: string): string | undefined =>
  /^\s*✖ (?!src\/)(.+) \([\d.]+ms\)/m.exec(report)?.[1];

/**
 * Starts the contract, and stops it when `until` is done.
 * @returns how it ended, and its report with the last words of the servers
 */
function runContract(
  task: Task,
  services: readonly Service[],
  port: number | undefined,
  until: (program: Program) => Promise<unknown>,
): Promise<{ code: number | string; report: string }> {
  mkdirSync(copies, { recursive: true });
  const statements = join(mkdtempSync(join(copies, 'trace-')), 'statements');
  const { underContract } = task.example;
  const variables = { ...underContract, PYTHONPATH: resolve('src/lab/trace'), LAB_STATEMENTS: statements };
  const options = { port, workers, variables };
  return whileRunning(task, services, options, async ({ address, servers, folders, variables, secrets }) => {
    const { contract } = places(task.name);
    const sides = services.flatMap(({ name }, index) => [
      [`${name.toUpperCase()}_ADDRESS`, servers[index]!.address],
      [`${name.toUpperCase()}_PID`, String(servers[index]!.pid)],
    ]);
    const told = {
      LAB_ADDRESS: address,
      LAB_FOLDERS: folders.join(delimiter),
      LAB_STATEMENTS: statements,
      LAB_PROGRAMS: JSON.stringify(programsOf(services, folders, variables)),
      ...Object.fromEntries(sides),
    };
    const program = await start([process.execPath, '--test', '--test-reporter=spec', contract], {
      environment: { ...process.env, ...secrets, ...underContract, ...told },
    });
    await until(program);
    await program.stop();
    const words = servers.map((server) => `The server wrote:\n${lastLines(server.output())}`);
    return { code: program.ended()!, report: [program.output(), ...words].join('\n') };
  });
}

/** What a contract may run in the folders of the sides, by its name. The group of the contract's processes holds it too. */
function programsOf(
  services: readonly Service[],
  folders: readonly string[],
  environment: NodeJS.ProcessEnv,
): Programs {
  return Object.fromEntries(
    services.flatMap(({ side, environment: packages }, index) =>
      Object.entries({ ...side.commands, ...(side.worker !== undefined && { worker: side.worker }) }).map(
        ([name, command]) => [name, { words: wordsOf(command, packages), cwd: folders[index]!, environment }],
      ),
    ),
  );
}

function broken(task: Task, services: readonly Service[], reason: string, report: string): Failure {
  const who = services.map(described).join(' with ');
  return new Failure(`${places(task.name).contract} ${reason}: ${task.name}, ${who}\n${report}`);
}
