/**
 * Writes the service worker with the list of files that it keeps or, where the host does not want one, one that takes
 * an earlier one away.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeWorker } from '../offline/write-worker.ts';

/** @param offline whether a service worker keeps the site for reading without a network */
export function serviceWorker({ offline }: { offline: boolean }): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        for (const line of await writeWorker(fileURLToPath(dir), offline)) logger.info(line);
      },
    },
  };
}
