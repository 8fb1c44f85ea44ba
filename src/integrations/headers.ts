/** Writes the `_headers` file for what the build put into the site's root. */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../hosting/headers-file.ts';

/** @param base the folder that the site is served from, with a slash at both ends */
export function headers({ base }: { base: string }): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const names = readdirSync(fileURLToPath(dir), { withFileTypes: true })
          .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
          .filter((name) => name !== '_headers' && !/\.(br|gz)$/.test(name));
        writeFileSync(new URL('_headers', dir), headersFile(names.sort(), base));
      },
    },
  };
}
