/** A lock that keeps a second build out while one is at work, and that a build that was killed does not leave closed. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

interface Owner {
  pid: number;
  host: string;
}

/**
 * Takes the lock until this process ends or gives it back. What a dead process left is taken over.
 * @param file where the lock is
 * @returns what gives the lock back
 * @throws when another process holds it
 */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner);
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder) {
        throw new Error(
          `Another build is at work here (process ${holder.pid} on ${holder.host}). Wait until it is done; if there is none, delete ${file}`,
          { cause: error },
        );
      }
      rmSync(file, { force: true });
    }
  }
  const give = () => {
    process.off('exit', give);
    if (read(file) === own) rmSync(file, { force: true });
  };
  process.once('exit', give);
  return give;
}

/** The process that holds a lock; undefined where none does. */
export function holderOf(file: string): Owner | undefined {
  try {
    const owner = JSON.parse(read(file) ?? '') as Owner;
    // Whether a process of another machine lives cannot be asked.
    return owner.host !== hostname() || isAlive(owner.pid) ? owner : undefined;
  } catch {
    // Nothing, or what a process left that was killed while it wrote.
    return undefined;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
