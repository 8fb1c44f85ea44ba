/**
 * Where the search finds its files. A page carries `data-search` with the folder that `indexFolder` names; once the
 * index is built, the build completes it: the folder of this build, then every file in it that the first search needs,
 * so that the button can ask for them side by side before any other script is there.
 */

/** The path of the folder, from the root, with one folder for each build inside. */
export const indexFolder = '/_search/';

/** The attribute that states the address. */
export const addressAttribute = 'data-search';

/** What the build writes into the attribute. */
export const writeAddress = (folder: string, files: readonly string[]): string => [folder, ...files].join(' ');

/** Reads what the build wrote. There is no folder where the site was not indexed, as while writing. */
export function readAddress(value: string | null | undefined): { folder?: string; files: string[] } {
  const [folder, ...files] = (value ?? '').split(' ');
  return folder && files.length > 0 ? { folder, files } : { files: [] };
}

/** The file with the whole text of an entry, inside the folder. Asked for only when an excerpt is shown. */
export const textFile = (id: string): string => `text/${id}.txt`;
