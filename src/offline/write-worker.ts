/** Writes the service worker of a built site. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { getManifest } from 'workbox-build';
import { addressOf, choose, limit } from './precache.ts';

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;

/**
 * @param folder the built site, with its compressed copies
 * @param offline whether the worker keeps the site for reading without a network; else it takes an earlier one away
 * @returns what to tell whoever builds, line by line
 */
export async function writeWorker(folder: string, offline: boolean): Promise<string[]> {
  if (!offline) {
    await bundle(folder, 'removal.ts');
    return ['OFFLINE is off, so pages are not kept for reading without a network.'];
  }
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => ({ path, sent: sizeOf(join(folder, path)) }));
  const { kept, left, sent } = choose(files);
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: folder,
    globPatterns: kept.map(({ path }) => path),
    maximumFileSizeToCacheInBytes: limit * 10,
    dontCacheBustURLsMatching: /^_astro\//,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  const entries = manifestEntries.map(({ url, revision }) => ({ url: addressOf(url), revision }));
  const precached = JSON.stringify(entries);
  const buildName = createHash('sha256').update(precached).digest('hex').slice(0, 8);
  await bundle(folder, 'worker.ts', { precached, buildName: JSON.stringify(buildName) });
  const examples = left.slice(0, 5).map(({ path }) => path);
  return [
    `${kept.length} files are kept for reading without a network, ${kilobytes(sent)} as sent (limit ${kilobytes(limit)})`,
    ...(left.length > 0
      ? [
          `${left.length} files go beyond the limit. Their pages are kept once they were seen: ${examples.join(', ')}${left.length > examples.length ? ' …' : ''}`,
        ]
      : []),
  ];
}

const sizeOf = (file: string) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;

async function bundle(folder: string, source: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile: join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    target: 'es2022',
    format: 'iife',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
  });
}
