/**
 * Makes the site beside the last one and puts it in its place when it is complete, so that a build that fails or is
 * broken off leaves the last site whole. Keeps a second build out meanwhile. The last of the integrations.
 */
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { takeLock } from '../build/lock.ts';
import { lockFile, prepare, refuseForeign, repair, replace } from '../build/replace-site.ts';

/** @param folder the folder that receives the built site; Astro's `outDir` is to be `buildingFolder` of it */
export function outputFolder(folder: string): AstroIntegration {
  let give = () => {};
  return {
    name: 'output-folder',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        refuseForeign(folder);
        repair(folder);
        // Builds to different folders share what Astro keeps beside the sources.
        const locks = [takeLock(resolve('.astro/build.lock')), takeLock(lockFile(folder))];
        give = () => locks.forEach((lock) => lock());
        prepare(folder);
      },
      'astro:build:done': ({ logger }) => {
        replace(folder);
        give();
        logger.info(`the site is in ${folder}`);
      },
    },
  };
}
