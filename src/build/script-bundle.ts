/**
 * Builds a script as a file of its own. Astro would load a script that imports others with every page; these wait for
 * the reader, so pages only state their address.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

const project = join(import.meta.dirname, '../..');

export interface ScriptBundle {
  /** The name of the file, before its hash. */
  name: string;
  /** The script that the file begins with, from the project's root. */
  entry: string;
  /** Patterns, from the project's root, of every file that may end up in it. */
  sources: readonly string[];
}

/** A Vite plugin that makes the script and puts its path into `import.meta.env.<NAME>_SCRIPT`. */
export function scriptBundle({ name, entry, sources }: ScriptBundle): Plugin {
  // The name must be known before the build is: it comes from everything that may end up in the file.
  const content = createHash('sha256');
  for (const file of globSync([...sources], { cwd: project }).sort()) content.update(readFileSync(join(project, file)));
  const fileName = `_astro/${name}.${content.digest('hex').slice(0, 8)}.js`;
  const id = join(project, entry);
  return {
    name: `${name}-script`,
    config: (_, { command }) => ({
      define: {
        [`import.meta.env.${name.toUpperCase()}_SCRIPT`]: JSON.stringify(
          `/${command === 'serve' ? relative(project, id) : fileName}`,
        ),
      },
    }),
    buildStart() {
      if (this.environment.mode === 'build' && this.environment.name === 'client') {
        this.emitFile({ type: 'chunk', id, fileName, preserveSignature: 'strict' });
      }
    },
  };
}
