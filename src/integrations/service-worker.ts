/**
 * Writes the service worker, and the list of the files that it keeps for readers who stay, or, where the host does not
 * want one, a worker that takes an earlier one away. After the compressed copies, whose sizes the list adds up.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeWorker } from '../offline/write-worker.ts';
import { compress } from './compressed-copies.ts';

/** @param offline whether a service worker keeps pages for reading offline */
export function serviceWorker({ offline }: { offline: boolean }): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { written, told } = await writeWorker(folder, offline);
        for (const name of written) await compress(join(folder, name));
        logger.info(told);
      },
    },
  };
}
