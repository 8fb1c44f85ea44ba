/** Holds each side of a task against the task's contract. */
import { delimiter } from 'node:path';
import { places } from '../records/run.ts';
import { Failure } from './failure.ts';
import { described, type Service } from './deployments.ts';
import { lastLines, start } from './processes.ts';
import { whileRunning } from './running.ts';
import type { Task } from './tasks.ts';

/** Workers behind each side while its contract runs: more than one, so that nothing can be kept in memory. */
const workers = 2;

/**
 * Runs the contract of a task against a deployment.
 * @returns how many tests passed
 * @throws Failure with the report of the tests and the last words of the servers, when one fails
 */
export function checkContract(task: Task, services: readonly Service[], port: number | undefined): Promise<number> {
  return whileRunning(task, services, { port, workers }, async ({ address, servers, folders, secrets }) => {
    const { contract } = places(task.name);
    const program = await start([process.execPath, '--test', '--test-reporter=spec', contract], {
      environment: { ...process.env, ...secrets, LAB_ADDRESS: address, LAB_FOLDERS: folders.join(delimiter) },
    });
    const code = await program.done;
    await program.stop();
    const passed = Number(/^ℹ pass (\d+)$/m.exec(program.output())?.[1] ?? 0);
    if (code === 0 && passed > 0) return passed;
    const words = servers.map((server) => `The server wrote:\n${lastLines(server.output())}`);
    const reason = code === 0 ? 'holds no test' : 'is broken';
    const who = services.map(described).join(' with ');
    throw new Failure([`${contract} ${reason}: ${task.name}, ${who}`, program.output(), ...words].join('\n'));
  });
}
