/**
 * Where the search finds its files. A page carries `data-search` with the folder that `indexFolder` names; once the
 * index is built, the build completes it: "/_search/0a1b2c3d/ en_1234abc en_5678def", that is the folder of this
 * build, the hash of Pagefind's metadata, and the hash of each chunk of the index.
 */

/** The path of the folder, from the root, with one folder for each build inside. */
export const indexFolder = '/_search/';

/** The attribute that states the address. */
export const addressAttribute = 'data-search';

/** The files of one build of the index. */
export interface IndexAddress {
  /** The address of the folder, with a slash at its end. */
  folder: string;
  /** The addresses of the files that the first search needs beside Pagefind's own script. */
  files: string[];
}

/** What the build writes into the attribute. */
export const writeAddress = (folder: string, meta: string, chunks: readonly string[]): string =>
  [folder, meta, ...chunks].join(' ');

/** Reads what the build wrote; undefined where the site was not indexed, as while writing. */
export function readAddress(value: string | null | undefined): IndexAddress | undefined {
  const [folder, meta, ...chunks] = (value ?? '').split(' ');
  if (!folder || !meta) return undefined;
  return {
    folder,
    files: [
      `${folder}pagefind-entry.json?ts=`,
      `${folder}pagefind.${meta}.pf_meta`,
      `${folder}wasm.en.pagefind`,
      ...chunks.map((chunk) => `${folder}index/${chunk}.pf_index`),
    ],
  };
}

/** The file with the whole text of an entry, inside the folder. Asked for only when an excerpt is shown. */
export const textFile = (id: string): string => `text/${id}.txt`;
