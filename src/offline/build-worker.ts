/**
 * The step of a build after compression: writes the service worker with the list of files that it keeps, or, where the
 * host does not want one (`OFFLINE=off`), one that takes an earlier one away.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { getManifest } from 'workbox-build';
import { buildSettings } from '../build/settings.ts';
import { addressOf, choose, limit } from './precache.ts';

const { outDir, offline } = buildSettings(process.env);
const sizeOf = (path: string) => {
  const file = join(outDir, path);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
};

async function write(source: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile: join(outDir, 'sw.js'),
    bundle: true,
    minify: true,
    target: 'es2022',
    format: 'iife',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
  });
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;

if (offline) {
  const files = globSync('**/*', { cwd: outDir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(outDir, '/').length))
    .map((path) => ({ path, sent: sizeOf(path) }));
  const { kept, left, sent } = choose(files);
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: outDir,
    globPatterns: kept.map(({ path }) => path),
    maximumFileSizeToCacheInBytes: limit * 10,
    dontCacheBustURLsMatching: /^(_astro|_search)\//,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  const entries = manifestEntries.map(({ url, revision }) => ({ url: addressOf(url), revision }));
  const precached = JSON.stringify(entries);
  const buildName = createHash('sha256').update(precached).digest('hex').slice(0, 8);
  await write('worker.ts', { precached, buildName: JSON.stringify(buildName) });
  console.log(
    `${outDir}: ${kept.length} files are kept for reading without a network, ${kilobytes(sent)} as sent (limit ${kilobytes(limit)})`,
  );
  if (left.length > 0) {
    console.log(
      `${left.length} files go beyond the limit. Their pages are kept once they were seen: ${left
        .slice(0, 5)
        .map(({ path }) => path)
        .join(', ')}${left.length > 5 ? ' …' : ''}`,
    );
  }
} else {
  await write('removal.ts');
  console.log(`${outDir}: OFFLINE is off, so pages are not kept for reading without a network.`);
}
