/** Which files of a build are kept for reading offline once a reader stays, and the list that says so. */

/** Where the list stands, below the site's root. Only who keeps the guide ever asks for it. */
export const listPath = 'offline/files.json';

export interface KeptList {
  /** A name for the state of all files: it changes with any of them. */
  build: string;
  /** How many bytes a host sends for all of them. */
  bytes: number;
  /** The address of each below the site's root, `./` for the first page, and the hash of its content. */
  files: [address: string, hash: string][];
}

/** What other programs read, pictures that other sites show, copies for hosts, and what is about keeping itself. */
const never =
  /(\.(png|jpe?g|webp|avif|gif|md|csv|xml|webmanifest|br|gz|map)$|^(404\.html|_headers|robots\.txt|llms\.txt|fonts-licence\.txt|sw\.js|embed\/|offline\/files\.json))/;
/** Data in JSON is for other programs, but for what the search and the calculator work with. */
const data = /\.json$/;
const ownData = /^(search|pagefind|calculator|_astro)\//;

/** Whether a file, named by its path in the build's folder, is kept. */
export function isKept(path: string): boolean {
  return !never.test(path) && (!data.test(path) || ownData.test(path)) && !path.split('/').at(-1)!.startsWith('.');
}

/** The address of a file below the site's root: a page is asked for by its folder. */
export const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1') || './';

/** The mark of a content, as the list has it: enough of its SHA-256 to tell two states of a file apart. */
export async function hashOf(content: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
