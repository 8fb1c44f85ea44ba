/** Provides Pagefind's own code as a module, so that it becomes part of the search's script. */
import type { Plugin } from 'vite';
import { enginePartOf, pagefindFiles } from './pagefind-files.ts';

const name = 'virtual:pagefind';

/** A Vite plugin that provides the module `virtual:pagefind`. */
export function pagefindModule(): Plugin {
  return {
    name: 'pagefind-module',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      return enginePartOf((await pagefindFiles([])).get('pagefind.js')!.toString());
    },
  };
}
