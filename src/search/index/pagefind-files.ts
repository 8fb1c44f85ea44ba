/** What Pagefind makes for the browser. */
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

/** A page to index. */
export interface PageToIndex {
  /** Its address, by which its fragment names it. */
  url: string;
  html: string;
}

/**
 * The files that Pagefind makes for some pages, by name. What it zips is unzipped, and without its mark in front:
 * Brotli makes that smaller, and the browser need not unzip.
 * @throws when Pagefind refuses a page
 */
export async function pagefindFiles(pages: readonly PageToIndex[]): Promise<Map<string, Buffer>> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const { url, html } of pages) {
    const added = await index.addHTMLFile({ url, content: html });
    if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  await close();
  return new Map(
    files.map(({ path, content }) => [path, unpacked(content)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const mark = 'pagefind_dcd';

function unpacked(content: Uint8Array): Buffer {
  const plain = content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : Buffer.from(content);
  return plain.subarray(0, mark.length).toString() === mark ? plain.subarray(mark.length) : plain;
}

/**
 * The code in Pagefind's script that calls its engine, as a module. The rest of the script would fetch, unzip and
 * cut excerpts, and ships for nothing.
 * @throws when Pagefind's script is not made as it was in the version that this project names
 */
export function enginePartOf(loader: string): string {
  const [start, end] = ['let wasm_bindgen=', '({__proto__:null});'];
  const from = loader.indexOf(start);
  const to = loader.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error('pagefind.js no longer holds its engine as "wasm_bindgen"');
  return `${loader.slice(from, to + end.length)}\nexport default wasm_bindgen;`;
}
