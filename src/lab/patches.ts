/** Copies of folders with patches applied to them, and what a patch adds. */
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from './failure.ts';
import { run } from './processes.ts';
import { copies } from './server.ts';

/**
 * Copies a folder and applies patches to the copy, one after the other.
 * @returns the copy
 * @throws Failure when a patch does not fit the files as they are
 */
export async function patchedCopy(folder: string, patches: readonly string[]): Promise<string> {
  mkdirSync(copies, { recursive: true });
  const copy = mkdtempSync(join(copies, 'patched-'));
  cpSync(folder, copy, { recursive: true, filter: (name) => !name.endsWith('__pycache__') });
  for (const patch of patches) await apply(patch, copy);
  return copy;
}

/** @throws Failure when the patch does not fit the files of the folder as they are */
export const demandFit = (patch: string, folder: string): Promise<void> => apply(patch, folder, '--check');

async function apply(patch: string, folder: string, ...options: string[]): Promise<void> {
  // Git takes paths from the root of the repository that it finds; the folder is to be nobody's.
  const environment = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(resolve(folder)) };
  try {
    await run(['git', 'apply', ...options, resolve(patch)], { cwd: folder, environment });
  } catch (error) {
    throw new Failure(`${patch} no longer applies: ${(error as Error).message}`);
  }
}

/** The lines of Python that a patch adds or changes, without those that are blank. Pure. */
export function pythonLinesAdded(patch: string): string[] {
  return patch
    .split(/^diff --git .*$/m)
    .filter((part) => /^\+\+\+ .+\.py$/m.test(part))
    .flatMap((part) => part.split('\n'))
    .filter((line) => /^\+(?!\+\+ ).*\S/.test(line))
    .map((line) => line.slice(1));
}
