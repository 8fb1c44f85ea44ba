/** Writes the service worker of a built site, and the list of the files that it keeps when it is told to. */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { addressOf, hashOf, isKept, listPath, type KeptList } from './kept-files.ts';

/**
 * @param folder the built site, with its compressed copies
 * @param offline whether the worker keeps pages for reading offline; else it takes an earlier one away
 * @returns the files that were written, below the folder, and what to tell whoever builds
 */
export async function writeWorker(folder: string, offline: boolean): Promise<{ written: string[]; told: string }> {
  await build({
    entryPoints: [join(import.meta.dirname, offline ? 'worker.ts' : 'removal.ts')],
    outfile: join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    target: 'es2022',
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  if (!offline) return { written: ['sw.js'], told: 'OFFLINE is off, so pages are not kept for reading offline.' };
  const list = await listFiles(folder);
  writeFileSync(join(folder, listPath), JSON.stringify(list));
  const kilobytes = Math.round(list.bytes / 1000).toLocaleString('en');
  return {
    written: ['sw.js', listPath],
    told: `${list.files.length} files, ${kilobytes} kB as sent, are kept for reading offline by readers who stay`,
  };
}

/** The list of the files of a built site that are kept. */
export async function listFiles(folder: string): Promise<KeptList> {
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter(isKept)
    .sort();
  const files: KeptList['files'] = [];
  let bytes = 0;
  for (const path of paths) {
    const file = join(folder, path);
    files.push([addressOf(path), await hashOf(readFileSync(file))]);
    bytes += (statSync(`${file}.br`, { throwIfNoEntry: false }) ?? statSync(file)).size;
  }
  return { build: await hashOf(Buffer.from(JSON.stringify(files))), bytes, files };
}
