/** Lets every worker of a server answer, so that nothing is measured of a worker that is cold or not there. */
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.ts';
import type { Server } from './server.ts';
import { workerBehind, workersOf } from './workers.ts';

/**
 * Waits until all workers exist, and then calls a path until each of them has answered so many times.
 * @param patience how long to wait for all of that, in milliseconds
 * @returns the workers, as process ids
 * @throws Failure when a worker is missing or stays silent
 */
export async function warmUp(
  server: Pick<Server, 'address' | 'pid'>,
  path: string,
  wanted: { workers: number; answers: number; patience?: number },
): Promise<number[]> {
  const deadline = performance.now() + (wanted.patience ?? 30_000);
  let workers = workersOf(server.pid);
  while (workers.length < wanted.workers) {
    if (performance.now() > deadline)
      throw new Failure(`A worker is missing: ${workers.length} of ${wanted.workers} exist.`);
    await wait(20);
    workers = workersOf(server.pid);
  }
  const answers = new Map(workers.map((pid) => [pid, 0]));
  while ([...answers.values()].some((count) => count < wanted.answers)) {
    if (performance.now() > deadline) {
      const counts = [...answers.values()].join(' and ');
      throw new Failure(
        `A worker is silent: of ${path} they answered ${counts} calls, and each was to answer ${wanted.answers}.`,
      );
    }
    const pid = await answeredBy(server.address, path, workers);
    if (pid !== undefined) answers.set(pid, answers.get(pid)! + 1);
  }
  return workers;
}

/** Which worker answers a call on a new connection. */
function answeredBy(address: string, path: string, workers: readonly number[]): Promise<number | undefined> {
  const { port } = new URL(address);
  const agent = new Agent({ keepAlive: true });
  return new Promise<number | undefined>((resolve, reject) => {
    const request = get({
      host: '127.0.0.1',
      port,
      path,
      agent,
      headers: { host: `localhost:${port}` },
      timeout: 20_000,
    });
    request.on('response', (response) => {
      const ownPort = response.socket.localPort!;
      if (response.statusCode !== 200)
        reject(new Failure(`${path} was answered with ${response.statusCode} instead of 200.`));
      // Asked before the answer ends: the connection is surely open still.
      const pid = workerBehind(workers, Number(port), ownPort);
      response.resume().on('end', () => resolve(pid));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in 20 seconds')));
    request.on('error', (error) => reject(new Failure(`${path} was not answered: ${error.message}`)));
  }).finally(() => agent.destroy());
}
