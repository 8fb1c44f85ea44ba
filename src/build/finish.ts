/**
 * The step of a build that finishes the pages: gives each the hashes that are its own, writes entries as Markdown, and
 * stops on broken links. As many workers as the machine has processors share the pages.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Task } from './finish-pages.ts';
import { brokenLinks, type LinkedPage } from './links.ts';
import { buildSettings } from './settings.ts';
import { sourcesByClaim } from './twins.ts';

const settings = buildSettings(process.env);
const { site, base, outDir } = settings;
const names = globSync('**/*.html', { cwd: outDir });
const sources = sourcesByClaim(readFileSync(join(outDir, 'evidence/index.html'), 'utf8'));
const workers = Math.min(availableParallelism(), Math.ceil(names.length / 50));
const shares = Array.from({ length: workers }, (_, at) => names.filter((_, index) => index % workers === at));
const pages = (await Promise.all(shares.map((share) => finish({ ...settings, names: share, sources })))).flat();

const broken = brokenLinks(pages, base, (path) => existsSync(join(outDir, path)));
if (broken.length > 0) {
  const count = broken.length === 1 ? 'a broken link' : `${broken.length} broken links`;
  console.error(`The site has ${count}:\n${broken.join('\n')}`);
  process.exit(1);
}

console.log(`${outDir}: ${pages.length} pages for ${site ?? ''}${base}`);
if (!site) {
  console.log(
    'SITE_URL is not set: no sitemap, feed, pictures, canonical addresses or other absolute addresses were written.',
  );
}

function finish(task: Task): Promise<LinkedPage[]> {
  return new Promise((resolve, reject) => {
    new Worker(new URL('finish-pages.ts', import.meta.url), { workerData: task })
      .once('message', resolve)
      .once('error', reject);
  });
}
