/**
 * Builds `browser.ts` as a file of its own. Astro would load a script that imports others with every page; this one
 * waits for the reader, so pages only state its address.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

const src = join(import.meta.dirname, '..');
const entry = join(import.meta.dirname, 'browser.ts');

/** A Vite plugin that makes the script and puts its path into `import.meta.env.SEARCH_SCRIPT`. */
export function searchBundle(): Plugin {
  // The name must be known before the build is: it comes from everything that may end up in the file.
  const sources = globSync(['search/*.ts', 'styles/parts/search.css', '*.ts'], { cwd: src }).sort();
  const content = createHash('sha256');
  for (const name of sources) content.update(readFileSync(join(src, name)));
  const fileName = `_astro/search.${content.digest('hex').slice(0, 8)}.js`;
  return {
    name: 'search-bundle',
    config: (_, { command }) => ({
      define: {
        'import.meta.env.SEARCH_SCRIPT': JSON.stringify(
          `/${command === 'serve' ? relative(join(src, '..'), entry) : fileName}`,
        ),
      },
    }),
    buildStart() {
      if (this.environment.mode === 'build' && this.environment.name === 'client') {
        this.emitFile({ type: 'chunk', id: entry, fileName, preserveSignature: 'strict' });
      }
    },
  };
}
