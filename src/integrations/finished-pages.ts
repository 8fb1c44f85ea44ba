/**
 * Finishes the pages: gives each the hashes that are its own, writes entries as Markdown, and stops on broken links. As many workers as the machine has processors share the pages.
 */
import { on } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { sourcesByClaim } from '../finish/twins.ts';
import { brokenLinks } from './links.ts';
import type { Done, Links, Task } from './pages-worker.ts';

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
        const pages = await finish(folder, site, base);
        logger.info(`${pages} pages for ${site ?? ''}${base}`);
        if (!site) {
          logger.info(
            'SITE_URL is not set: no sitemap, feed, pictures, canonical addresses or other absolute addresses were written.',
          );
        }
      },
    },
  };
}

/** Returns how many pages there are. */
async function finish(outDir: string, site: string | undefined, base: string): Promise<number> {
  const pages = globSync('**/*.html', { cwd: outDir });
  const sources = sourcesByClaim(readFileSync(join(outDir, 'evidence/index.html'), 'utf8'));
  const shares = Math.min(availableParallelism(), Math.ceil(pages.length / 50));
  const workers = Array.from({ length: shares }, (_, at) =>
    started({ site, base, outDir, pages: pages.filter((_, index) => index % shares === at), sources }),
  );

  const broken = brokenLinks(await answers<Links>(workers), base, (path) => existsSync(join(outDir, path)));
  if (broken.length > 0) {
    const count = broken.length === 1 ? 'a broken link' : `${broken.length} broken links`;
    throw new Error(`The site has ${count}:\n${broken.join('\n')}`);
  }

  await answers<Done>(workers);
  return pages.length;
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
