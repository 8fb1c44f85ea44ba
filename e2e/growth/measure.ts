/** Runs a step of a build in a process group of its own, and measures its time and its memory. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  seconds: number;
  /** What the processors worked for it, all together: unlike the time, hardly longer on a machine that is busy. */
  work: number;
  /** The most memory that all its processes held at one moment, in bytes. Undefined where there is no /proc. */
  memory: number | undefined;
  output: string;
}

/**
 * @throws when the command fails, with what it printed.
 */
export async function measure(
  command: readonly [string, ...string[]],
  folder: string,
  environment: Record<string, string>,
): Promise<Measured> {
  const start = performance.now();
  // The shell knows what its children worked.
  const script = '"$@"; code=$?; echo; times; exit $code';
  const child = spawn('sh', ['-c', script, 'sh', ...command], {
    cwd: folder,
    env: { ...process.env, ...environment },
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  let memory: number | undefined;
  const watch = setInterval(() => {
    const now = memoryOf(child.pid!);
    if (now !== undefined) memory = Math.max(memory ?? 0, now);
  }, 100);
  const stop = () => process.kill(-child.pid!);
  process.once('exit', stop);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  process.removeListener('exit', stop);
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command.join(' ')}, in ${folder}:\n${output.slice(-5_000)}`);
  return { seconds: (performance.now() - start) / 1000, work: workIn(output), memory, output };
}

/** The seconds in the last line of what `times` prints, such as `0m5.25s 0m1.10s`: those of the user and the system. */
function workIn(output: string): number {
  const line = output.trimEnd().split('\n').at(-1)!;
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, match) => sum + Number(match[1]) * 60 + Number(match[2]),
    0,
  );
}

/** What the processes of a group hold together, in bytes, from the files in which Linux tells it. */
function memoryOf(group: number): number | undefined {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => heldBy(name, group))
      .reduce((sum, bytes) => sum + bytes, 0);
  } catch {
    return undefined;
  }
}

function heldBy(process: string, group: number): number {
  try {
    const fields = readFileSync(`/proc/${process}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    if (Number(fields[2]) !== group) return 0;
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
