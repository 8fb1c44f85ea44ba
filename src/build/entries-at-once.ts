/**
 * Astro splits every entry into two files of its own, as if a page might load it later, and writes, reads and links
 * thousands of them. Here every entry is part of one file: a build renders them all anyway. The two files would keep
 * the styles that an entry imports to its own page; here an entry may import nothing, which `entries/rules.ts` sees to.
 */
import type { Plugin } from 'vite';

/** A Vite plugin that imports all entries at once while the site is built. */
export function entriesAtOnce(): Plugin {
  return {
    name: 'entries-at-once',
    apply: 'build',
    transform: {
      filter: { id: /\/content-modules\.mjs$/ },
      handler: (list) => ({ code: importedAtOnce(list), map: { mappings: '' } }),
    },
  };
}

/**
 * Astro's list of entries, from each one's file to a function that gives its module, with every import put in front.
 * @throws when the list is not written as it was in the version of Astro that this project names
 */
export function importedAtOnce(list: string): string {
  const files = [...list.matchAll(/^\[("[^"]+"), \(\) => import\("[^"]+"\)\]/gm)].map((match) => match[1]!);
  if (files.length !== list.split('import(').length - 1) throw new Error("Astro's list of entries has a new form");
  const imports = files.map((file, at) => `import * as entry${at} from "/${file.slice(1)};`);
  const entries = files.map((file, at) => `[${file}, () => entry${at}]`);
  return `${imports.join('\n')}\nexport default new Map([${entries.join(',\n')}]);`;
}
