/** Asks one server for one address: as fast as it answers, for processor time, or at a fixed rate, for latency. */
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { Failure } from './failure.ts';
import type { Server } from './server.ts';
import { processorTimeOf } from './workers.ts';

/** The share of the processor time that the worker with the least of it must have. */
const leastShare = 0.35;
/** How often a repeat is taken anew when it is refused. */
const retries = 3;

/** A repeat in which one worker did nearly all the work. */
export class Lopsided extends Failure {}

/**
 * Keeps connections busy for some seconds; every answer in that time counts.
 * @returns the workers' processor time per request in milliseconds
 * @throws Failure when an answer is missing or is not 200
 * @throws Lopsided when the lesser worker took less than 35 % of the processor time
 */
export async function processorTimePerRequest(
  server: Pick<Server, 'address'>,
  workers: readonly number[],
  path: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const before = workers.map(processorTimeOf);
  const result = await autocannon({ url: server.address + path, connections, duration: seconds, timeout: 10 });
  const used = workers.map((pid, index) => processorTimeOf(pid) - before[index]!);
  const answers = goodAnswers(path, result);
  const share = leastShareOf(used);
  if (share < leastShare) {
    const percent = Math.round(share * 100);
    throw new Lopsided(`${path}: one of ${workers.length} workers took only ${percent} % of the processor time.`);
  }
  return used.reduce((sum, each) => sum + each, 0) / answers;
}

/**
 * Asks so many times over several connections, however long that takes.
 * @throws Failure when an answer is missing or is not 200
 */
export async function askMany(
  server: Pick<Server, 'address'>,
  path: string,
  connections: number,
  amount: number,
): Promise<void> {
  goodAnswers(path, await autocannon({ url: server.address + path, connections, amount, timeout: 60 }));
}

function goodAnswers(path: string, result: autocannon.Result): number {
  const problems = result.non2xx + result.errors + result.timeouts;
  const answers = result['2xx'];
  if (problems === 0 && answers > 0) return answers;
  throw new Failure(`${path}: ${problems} of ${answers + problems} answers under load were missing or not 200.`);
}

/** The share of the one that has least, were there two of them. Pure. */
export function leastShareOf(used: readonly number[]): number {
  const all = used.reduce((sum, each) => sum + each, 0);
  return all === 0 ? 0 : ((Math.min(...used) / all) * used.length) / 2;
}

/**
 * Takes a repeat, and takes it anew when it was lopsided, at most three times.
 * @param again told of each repeat that is refused
 * @throws Failure with the reason when the last one is lopsided too
 */
export async function evenly<Result>(take: () => Promise<Result>, again: () => void): Promise<Result> {
  for (let left = retries; ; left -= 1) {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof Lopsided)) throw error;
      if (left === 0) throw new Failure(`${error.message} So it was ${retries + 1} times.`);
      again();
    }
  }
}

/**
 * Asks at a fixed rate, whether or not earlier answers have come. A wait in line counts, as it does for a reader.
 * @returns the time from each request to the end of its answer, in milliseconds, in order
 * @throws Failure when an answer is missing or is not 200
 */
export async function latencies(
  address: string,
  { rate, answers }: { rate: number; answers: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(address);
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const sent = performance.now();
      const request = get(address, { agent, headers: { host: `${hostname}:${port}` }, timeout: 20_000 });
      request.on('response', (response) => {
        if (response.statusCode !== 200) reject(new Failure(`${address} was answered with ${response.statusCode}.`));
        response.resume().on('end', () => resolve(performance.now() - sent));
      });
      request.on('timeout', () => request.destroy(new Error('no answer in 20 seconds')));
      request.on('error', (error) => reject(new Failure(`${address} was not answered: ${error.message}`)));
    });
  const began = performance.now() + 50;
  const asked: Promise<number>[] = [];
  try {
    for (let number = 0; number < answers; number += 1) {
      const due = began + (number * 1000) / rate;
      await wait(Math.max(0, due - performance.now()));
      const answered = ask();
      // Told below; until then a failure must not end the process.
      answered.catch(() => {});
      asked.push(answered);
    }
    return (await Promise.all(asked)).sort((a, b) => a - b);
  } finally {
    agent.destroy();
  }
}

/** The smallest value that at least `percent` of a hundred values do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}
