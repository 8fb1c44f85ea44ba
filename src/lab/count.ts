/** What an author of a side writes, counted by pygount. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environmentFor } from './environments.ts';
import { run } from './processes.ts';
import type { Python } from './python.ts';

interface Counted {
  path: string;
  /** Lines that are neither blank nor a comment nor a docstring. */
  sourceCount: number;
}

/**
 * Counts the files and lines of a side, with those that both sides share. Lists of packages and files that a
 * migration tool generates do not count, nor do files without a line of code.
 * @param folder the folder of the side
 */
export async function count(python: Python, folder: string): Promise<{ files: number; lines: number }> {
  const tool = await environmentFor(python, 'src/lab/requirements/pygount.txt');
  const folders = [folder, join(dirname(folder), 'shared')].filter((each) => existsSync(each));
  const output = await run([tool.python, '-m', 'pygount.command', '--format', 'json', '--duplicates', ...folders]);
  return summedUp((JSON.parse(output) as { files: Counted[] }).files);
}

/** Pure. */
export function summedUp(counted: readonly Counted[]): { files: number; lines: number } {
  const written = counted.filter(
    ({ path, sourceCount }) => sourceCount > 0 && !/(^|\/)(requirements[^/]*$|migrations\/)/.test(path),
  );
  return { files: written.length, lines: written.reduce((sum, { sourceCount }) => sum + sourceCount, 0) };
}
