/** Puts what the search reads into a folder named after its content. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inParallel } from '../../build/parallel.ts';
import { indexFolder } from './format.ts';
import type { MadeIndex } from './make-index.ts';

/** The folder of an index, inside the built site. */
export function folderOf({ files }: MadeIndex): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(name).update(content);
  return `${indexFolder.slice(1)}${hash.digest('hex').slice(0, 8)}/`;
}

/** Writes an index into its folder, in place of the one before. */
export async function writeIndex({ files }: MadeIndex, outDir: string, folder: string): Promise<void> {
  rmSync(join(outDir, indexFolder), { recursive: true, force: true });
  const pathOf = (name: string) => join(outDir, folder, name);
  for (const inner of new Set([...files.keys()].map((name) => dirname(pathOf(name)))))
    mkdirSync(inner, { recursive: true });
  await inParallel(files, ([name, content]) => writeFile(pathOf(name), content));
}
