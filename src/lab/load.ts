/** Asks one server for one address, from several connections at once. */
import autocannon from 'autocannon';
import { Failure } from './failure.ts';
import type { Server } from './server.ts';
import { processorTimeOf, workersOf } from './workers.ts';

export interface Load {
  requests: number;
  p50: number;
  p95: number;
  p99: number;
  cpu: number;
}

/**
 * @param seconds how long to ask; every answer in that time counts
 * @returns requests per second; latencies and the workers' processor time per request in milliseconds
 * @throws Failure when an answer is missing or is not 200
 */
export async function load(server: Server, path: string, connections: number, seconds: number): Promise<Load> {
  const workers = workersOf(server.pid);
  const used = () => workers.reduce((sum, pid) => sum + processorTimeOf(pid), 0);
  const before = used();
  const began = performance.now();
  const latencies: number[] = [];
  // Its own histogram knows whole milliseconds only.
  const setupClient = (client: autocannon.Client) =>
    client.on('response', (_status, _bytes, milliseconds) => latencies.push(milliseconds));
  const result = await autocannon({
    ...{ url: server.address + path, connections, duration: seconds, timeout: 10, setupClient },
  });
  const elapsed = (performance.now() - began) / 1000;
  const problems = result.non2xx + result.errors + result.timeouts;
  if (problems > 0 || latencies.length === 0) {
    throw new Failure(`${path}: ${problems} of ${latencies.length} answers under load were missing or not 200.`);
  }
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length / elapsed,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    p99: percentile(latencies, 99),
    cpu: (used() - before) / latencies.length,
  };
}

/** The smallest value that at least `percent` of a hundred values do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}
