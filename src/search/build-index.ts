/**
 * The step of a build between Astro and `build/finish.ts`: makes one Pagefind record of each entry from the page that
 * shows it, writes the index into a folder named after its content, and tells every page where that is.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { parse, type HTMLElement } from 'node-html-parser';
import { close, createIndex } from 'pagefind';
import { buildSettings } from '../build/settings.ts';
import { addressAttribute, indexFolder, textFile, writeAddress } from './index-address.ts';
import { isStopWord, wordsOf } from './query.ts';
import type { SearchRecord, SearchTopic } from './records.ts';
import type { SearchData } from './search-data.ts';

/**
 * How many telling words of an entry's text are indexed beside its title, answer and aliases. Measured: four more add
 * 1.7 kB to the first search and find nothing that these miss; the first 60 words of the text add 23 kB.
 */
const tellingWords = 8;

const { base, outDir } = buildSettings(process.env);
const source = join(outDir, 'search-records.json');
const { records, topics } = JSON.parse(readFileSync(source, 'utf8')) as {
  records: SearchRecord[];
  topics: SearchTopic[];
};

const pages = new Map<string, HTMLElement>();
function pageOf(path: string): HTMLElement {
  const address = path.replace(/#.*$/, '');
  const known = pages.get(address);
  if (known) return known;
  const page = parse(readFileSync(join(outDir, address, 'index.html'), 'utf8'));
  // Notes, labels and lists beside the text say nothing that the entry does not.
  const beside =
    '.meta, .small, .head, .section-head, .evidence, .sources, small, details, nav, script, [popover], pre';
  page.querySelectorAll(beside).forEach((part) => part.remove());
  pages.set(address, page);
  return page;
}

/** The element that holds the text of an entry. */
function placeOf({ path, kind }: SearchRecord): HTMLElement | null | undefined {
  const page = pageOf(path);
  const anchor = path.split('#')[1] ?? '';
  switch (kind) {
    case 'section':
      return page.querySelector(`[aria-labelledby="${anchor}"]`);
    case 'term':
      return page.getElementById(anchor)?.nextElementSibling;
    case 'capability':
      return page.getElementById(anchor);
    default:
      return page.querySelector('main .prose');
  }
}

/** The text of an entry as its page shows it. */
function textOf(record: SearchRecord): string {
  const place = placeOf(record);
  if (!place) throw new Error(`${outDir}: the page has no place for ${record.path}, so it cannot be indexed`);
  // A space behind each element keeps cells and paragraphs apart.
  const text = parse(place.outerHTML.replace(/<\/(p|li|td|th|dd|dt|h\d|div)>/g, '$& ')).textContent;
  return decoded(text).replace(/\s+/g, ' ').trim();
}

/** The words that tell each entry from the others: often in its text, seldom in the rest. */
function tellingWordsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const counts = new Map([...texts].map(([path, text]) => [path, countsOf(wordsOf(text))]));
  const entries = countsOf([...counts.values()].flatMap((words) => [...words.keys()]));
  const weight = (word: string, count: number) => (1 + Math.log(count)) * Math.log(texts.size / entries.get(word)!);
  return new Map(
    records.map(({ path, title, answer, aliases }) => {
      const known = new Set([title, answer, ...aliases].flatMap(wordsOf));
      const telling = [...counts.get(path)!]
        .filter(([word]) => word.length > 2 && !/^\d/.test(word) && !known.has(word) && !isStopWord(word))
        // A word that stands in one entry only, and there once, was said in passing.
        .filter(([word, count]) => count > 1 || entries.get(word)! > 1)
        .sort((a, b) => weight(...b) - weight(...a) || (a[0] < b[0] ? -1 : 1));
      return [path, telling.slice(0, tellingWords).map(([word]) => word)];
    }),
  );
}

/** Nobody searches for stop words, and their positions fill a third of the index. */
const withoutStopWords = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !wordsOf(word).every(isStopWord))
    .join(' ');

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const decoded = (text: string) =>
  text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
    String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
  );
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const { index, errors } = await createIndex({ forceLanguage: 'en' });
if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
const texts = new Map(records.map((record) => [record.path, textOf(record)]));
const telling = tellingWordsOf(texts);
for (const record of records) {
  const added = await index.addHTMLFile({
    url: record.path,
    content: `<html lang="en"><body>
      <span data-pagefind-meta="aliases:${escaped(record.aliases.join(', '))}"></span>
      <main data-pagefind-body><h1>${escaped(record.title)}</h1>
      <p data-pagefind-weight="2">${escaped(withoutStopWords(record.answer))}</p>
      <p>${escaped(telling.get(record.path)!.join(' '))}</p></main>`,
  });
  if (added.errors.length > 0) throw new Error(`${record.path}: ${added.errors.join('; ')}`);
}
const { files } = await index.getFiles();
await close();

const signature = 'pagefind_dcd';
/** Pagefind ships its parts gzipped. Its loader takes them as they are too, and Brotli compresses them better. */
const unpacked = (content: Uint8Array): Buffer =>
  content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : Buffer.from(content);

const used = /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_(meta|index))$/;
const kept = new Map(
  files.filter(({ path }) => used.test(path)).map(({ path, content }) => [path, unpacked(content)] as const),
);
const loader = kept.get('pagefind.js')!.toString();
kept.set('pagefind.js', Buffer.from((await transform(loader, { minify: true, format: 'esm', target: 'es2022' })).code));

/**
 * Pagefind names a result by its fragment; the browser needs to know which entry that is. The fragment itself holds
 * what was indexed. Readers get an excerpt of the whole text in its place.
 */
const idsByPath = new Map<string, string>();
for (const { path, content } of files) {
  const id = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
  if (!id) continue;
  const { url } = JSON.parse(unpacked(content).subarray(signature.length).toString()) as { url: string };
  idsByPath.set(url, id);
  kept.set(textFile(id), Buffer.from(texts.get(url)!));
}
const data: SearchData = {
  records: records.map(({ aliases: _, ...record }) => {
    const id = idsByPath.get(record.path);
    if (!id) throw new Error(`Pagefind wrote no fragment for ${record.path}`);
    return { id, ...record };
  }),
  topics,
  words: furtherWords(),
};
kept.set('records.json', Buffer.from(JSON.stringify(data)));

/** The words of the index that do not stand in titles and answers. */
function furtherWords(): string {
  const known = new Set(records.flatMap(({ title, answer }) => [...wordsOf(title), ...wordsOf(answer)]));
  const all = [...[...telling.values()].flat(), ...records.flatMap(({ aliases }) => aliases)].flatMap(wordsOf);
  return [...new Set(all)]
    .filter((word) => !known.has(word))
    .sort()
    .join(' ');
}

const hash = createHash('sha256');
for (const [path, content] of [...kept].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(path).update(content);
const folder = `${indexFolder.slice(1)}${hash.digest('hex').slice(0, 8)}/`;
rmSync(join(outDir, indexFolder), { recursive: true, force: true });
for (const [path, content] of kept) {
  const file = join(outDir, folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
rmSync(source);

/** What the first search needs, the largest first. Pagefind adds the empty time stamp that the engine gives it. */
const needed = [...kept]
  .filter(([path]) => !path.startsWith('text/'))
  .sort(([, a], [, b]) => b.length - a.length)
  .map(([path]) => (path === 'pagefind-entry.json' ? `${path}?ts=` : path));
const address = writeAddress(base + folder, needed);
const stated = new RegExp(`(\\s${addressAttribute}=")[^"]*(")`, 'g');
for (const name of globSync('**/*.html', { cwd: outDir })) {
  const file = join(outDir, name);
  const html = readFileSync(file, 'utf8');
  const complete = html.replace(stated, `$1${address}$2`);
  if (complete !== html) writeFileSync(file, complete);
}
console.log(`${outDir}: ${records.length} records to search`);
