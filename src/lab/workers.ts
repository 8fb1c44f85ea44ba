/** What the workers of a server use and do, read from Linux's /proc. */
import { globSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** The processes that a server's leader started. */
export const workersOf = (leader: number): number[] =>
  globSync(`/proc/${leader}/task/*/children`).flatMap((file) =>
    readFileSync(file, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number),
  );

/** A mapped part of a file, and the KiB of it that a process holds. */
type FilePages = Map<string, number>;

/**
 * The memory of a worker in MiB: its own, and its share of what it shares with its leader and the other workers. The
 * kernel's proportional set size is the same where a server is alone; here other programs with the same interpreter do
 * not make it less.
 * @param server all processes of the server, the worker among them
 */
export function memoryOf(pid: number, server: readonly number[]): number {
  const files = server.map((each) => filePagesOf(readFileSync(`/proc/${each}/smaps`, 'utf8')));
  const own = files[server.indexOf(pid)]!;
  const anonymous = anonymousOf(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return (anonymous + shareOf(own, files)) / 1024;
}

/** What of a process's memory is in no file, and of that its share, in KiB, by the text of smaps_rollup. Pure. */
export const anonymousOf = (rollup: string): number =>
  ['Pss_Anon', 'Pss_Shmem'].reduce(
    (sum, name) => sum + Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(rollup)![1]),
    0,
  );

/** The unchanged pages of files that a process holds, by the text of smaps. Pure. */
export function filePagesOf(smaps: string): FilePages {
  const pages: FilePages = new Map();
  // A mapping begins with its addresses, rights, offset, device and inode.
  for (const mapping of smaps.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const [, , offset, device, inode] = mapping.split(/\s+/, 5);
    const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(mapping)?.[1] ?? 0);
    const held = kibibytes('Rss') - kibibytes('Anonymous');
    if (inode === undefined || inode === '0' || held <= 0) continue;
    const key = `${device} ${inode} ${offset}`;
    pages.set(key, (pages.get(key) ?? 0) + held);
  }
  return pages;
}

/** The share of a process in the pages of files, each part divided by those of the server that hold it. Pure. */
export const shareOf = (own: FilePages, all: readonly FilePages[]): number =>
  [...own].reduce((sum, [key, held]) => sum + held / all.filter((each) => each.has(key)).length, 0);

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
