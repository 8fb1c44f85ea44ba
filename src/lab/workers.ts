/** What the workers of a server use and do, read from Linux's /proc. */
import { globSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** The processes that a server's leader started. */
export const workersOf = (leader: number): number[] =>
  globSync(`/proc/${leader}/task/*/children`).flatMap((file) =>
    readFileSync(file, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number),
  );

/** The proportional set size of a process in MiB: its own memory, and its share of what it shares. */
export function memoryOf(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1];
  return Number(kibibytes) / 1024;
}

let ticksPerSecond: number | undefined;

/** The processor time that a process has used so far, in milliseconds. */
export function processorTimeOf(pid: number): number {
  const [user, system] = processorTicks(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ((user + system) * 1000) / ticksPerSecond;
}

/** User and system time from the line of /proc/PID/stat. The name in brackets may hold anything, so it is cut off. */
export function processorTicks(stat: string): [number, number] {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [Number(fields[11]), Number(fields[12])];
}

/** Which of the workers holds the other end of an open connection to `port`, if any does. */
export function workerBehind(workers: readonly number[], port: number, ownPort: number): number | undefined {
  const inode = inodeOf(readFileSync('/proc/net/tcp', 'utf8'), port, ownPort);
  if (inode === undefined) return undefined;
  return workers.find((pid) =>
    readdirSync(`/proc/${pid}/fd`).some((file) => linkOf(pid, file) === `socket:[${inode}]`),
  );
}

/** The socket that listens at `port` and talks to `otherPort`, by the text of /proc/net/tcp. Pure. */
export function inodeOf(table: string, port: number, otherPort: number): string | undefined {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, own, other]) => own?.endsWith(`:${hex(port)}`) && other?.endsWith(`:${hex(otherPort)}`))?.[9];
}

function linkOf(pid: number, file: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/fd/${file}`);
  } catch {
    // Closed since the folder was listed.
    return undefined;
  }
}
