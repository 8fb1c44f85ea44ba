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

/** Writes an index in place of the one before. */
export async function writeIndex(index: MadeIndex, outDir: string): Promise<void> {
  rmSync(join(outDir, indexFolder), { recursive: true, force: true });
  const folder = join(outDir, folderOf(index));
  const inner = new Set([...index.files.keys()].map((name) => dirname(join(folder, name))));
  for (const path of inner) mkdirSync(path, { recursive: true });
  await inParallel(index.files, ([name, content]) => writeFile(join(folder, name), content));
}
