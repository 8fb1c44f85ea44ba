/** Pagefind's index of the entries, made and read by what Pagefind documents: its Node interface and its own script. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type CustomRecord } from 'pagefind';
import { pagefindInNode } from '../pagefind-in-node.ts';

export interface Bundle {
  /** The content of each file, by its name inside the folder of the bundle. */
  files: ReadonlyMap<string, Uint8Array>;
  /** By which Pagefind names each record in its results, in the order of the records. */
  ids: string[];
}

/** Pagefind's own user interfaces, which nothing here asks for. */
const unused = /^pagefind-(?!entry\.json).*\.(?:js|css)$|^wasm\.unknown/;

/**
 * Indexes records. What Pagefind zips is unzipped, which its script reads as well: Brotli, which the host sends, makes
 * that smaller.
 * @throws when Pagefind refuses a record
 */
export async function bundleOf(records: readonly Omit<CustomRecord, 'language'>[]): Promise<Bundle> {
  // The contents of all records in one file: the guide has what a result shows.
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: 1 });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addCustomRecord({ ...record, language: 'en' });
    if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('; ')}`);
  }
  const made = await index.getFiles();
  await close();
  const files = new Map(
    made.files
      .filter(({ path }) => !unused.test(path))
      .map(({ path, content }) => [path, unzipped(content)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { files, ids: await idsIn(files, records) };
}

const unzipped = (content: Uint8Array): Uint8Array =>
  content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content;

/** Asks Pagefind for everything in the index, to learn how it names each record. */
async function idsIn(files: Bundle['files'], records: readonly Pick<CustomRecord, 'url'>[]): Promise<string[]> {
  const pagefind = await pagefindInNode((name) => files.get(name));
  const { results } = await pagefind.search(null);
  const byUrl = new Map(await Promise.all(results.map(async ({ id, data }) => [(await data()).raw_url, id] as const)));
  return records.map(({ url }) => {
    const id = byUrl.get(url);
    if (!id) throw new Error(`Pagefind does not find ${url} in its own index`);
    return id;
  });
}
