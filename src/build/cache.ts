/**
 * What steps of the build made before, so that they need not make it again. Each thing is a file named after what it
 * was made of, in a folder that nobody commits. Whoever deletes the folder loses time and nothing else.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const days = 24 * 60 * 60 * 1000;
/** What no build has used for so long is removed. */
const keptFor = 30 * days;

export interface Cache {
  /** How many things this run had to make. */
  readonly made: number;
  /** What was made of `content`: kept from an earlier build, or made now. */
  get(content: string | Uint8Array, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Removes what has not been used for 30 days. */
  tidy(): void;
}

/**
 * @param step the step of the build; each has a folder of its own
 * @param folder where the folders of all steps are
 */
export function openCache(step: string, folder = 'node_modules/.cache/build'): Cache {
  const place = join(folder, step);
  mkdirSync(place, { recursive: true });
  const now = new Date();
  let made = 0;
  return {
    get made() {
      return made;
    },
    async get(content, make) {
      const file = join(place, createHash('sha256').update(content).digest('hex'));
      const kept = read(file);
      if (kept) {
        if (now.getTime() - statSync(file).mtimeMs > days) utimesSync(file, now, now);
        return kept;
      }
      made += 1;
      const result = await make();
      // Another build may read or make the same thing at this moment.
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, result);
      renameSync(draft, file);
      return result;
    },
    tidy() {
      for (const name of readdirSync(place)) {
        const file = join(place, name);
        const used = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
        if (used !== undefined && now.getTime() - used > keptFor) rmSync(file, { force: true });
      }
    },
  };
}

function read(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
