/**
 * Finishes the pages: indexes what they show and tells each where the index is, gives each the hashes that are its own,
 * writes entries as Markdown, and stops on broken links. As many workers as the machine has processors share the pages.
 */
import { on } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { sourcesByClaim } from '../finish/twins.ts';
import { writeAddress } from '../search/index/format.ts';
import { makeIndex } from '../search/index/make-index.ts';
import type { SearchRecord, SearchTopic } from '../search/index/records.ts';
import { folderOf, writeIndex } from '../search/index/write-index.ts';
import { brokenLinks } from './links.ts';
import type { Done, Links, Page, Task, Texts } from './pages-worker.ts';

/**
 * @param site the host of the site, where it is known
 * @param base the folder that the site is served from, with a slash at both ends
 */
export function finishedPages({ site, base }: { site: string | undefined; base: string }): AstroIntegration {
  return {
    name: 'finished-pages',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { pages, entries } = await finish(folder, site, base);
        logger.info(`${pages} pages for ${site ?? ''}${base}, ${entries} entries to search`);
        if (!site) {
          logger.info(
            'SITE_URL is not set: no sitemap, feed, pictures, canonical addresses or other absolute addresses were written.',
          );
        }
      },
    },
  };
}

async function finish(outDir: string, site: string | undefined, base: string) {
  const { records, topics } = recordsOnce(outDir);
  const pages = pagesOfSite(outDir, records);
  const sources = sourcesByClaim(readFileSync(join(outDir, 'evidence/index.html'), 'utf8'));
  const shares = Math.min(availableParallelism(), Math.ceil(pages.length / 50));
  const workers = Array.from({ length: shares }, (_, at) =>
    started({ site, base, outDir, pages: pages.filter((_, index) => index % shares === at), sources }),
  );

  const texts = new Map(await answers<Texts>(workers));
  const index = await makeIndex(
    records.map((record, id) => ({ record, text: texts.get(id)! })),
    topics,
  );

  const broken = brokenLinks(await answers<Links>(workers), base, (path) => existsSync(join(outDir, path)));
  if (broken.length > 0) {
    const count = broken.length === 1 ? 'a broken link' : `${broken.length} broken links`;
    throw new Error(`The site has ${count}:\n${broken.join('\n')}`);
  }

  const folder = folderOf(index);
  const address = writeAddress(base + folder, index.first);
  for (const { worker } of workers) worker.postMessage(address);
  await writeIndex(index, outDir, folder);
  await answers<Done>(workers);
  return { pages: pages.length, entries: records.length };
}

/** What Astro wrote down of the entries for this step alone. */
function recordsOnce(outDir: string): { records: SearchRecord[]; topics: SearchTopic[] } {
  const file = join(outDir, 'search-records.json');
  const content = readFileSync(file, 'utf8');
  rmSync(file);
  return JSON.parse(content) as { records: SearchRecord[]; topics: SearchTopic[] };
}

/** Every page, with the entries that it shows. */
function pagesOfSite(outDir: string, records: readonly SearchRecord[]): Page[] {
  const byName = new Map(globSync('**/*.html', { cwd: outDir }).map((name) => [name, { name, entries: [] } as Page]));
  records.forEach(({ kind, path }, id) => {
    const page = byName.get(`${path.split('#')[0]!.slice(1)}index.html`);
    if (!page) throw new Error(`there is no page for ${path}, so it cannot be indexed`);
    page.entries.push({ kind, path, id });
  });
  return [...byName.values()];
}

function started(task: Task) {
  const worker = new Worker(new URL('pages-worker.ts', import.meta.url), { workerData: task });
  return { worker, told: on(worker, 'message') };
}

/** The next answer of every worker, together. Fails with the first worker that fails. */
async function answers<Answer extends unknown[]>(workers: readonly ReturnType<typeof started>[]): Promise<Answer> {
  const next = await Promise.all(workers.map(async ({ told }) => (await told.next()).value as [Answer]));
  return next.flatMap(([answer]) => answer) as Answer;
}
