/**
 * The worker of `finished-pages.ts`. It goes through its share of the pages twice: first it takes out of them what they say,
 * then, once it is told where the index is, it completes them.
 */
import { on } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { withAddress } from '../search/index/format.ts';
import { textsOf, type Place } from '../search/index/texts.ts';
import { linkedPage, type LinkedPage } from './links.ts';
import { withOwnHashes } from './policy.ts';
import { markdownOf, twinAddress, type Source } from '../finish/twins.ts';

export interface Task {
  site: string | undefined;
  base: string;
  /** The folder of the built site. */
  outDir: string;
  /** The worker's share. */
  pages: Page[];
  /** The sources of every claim, by its stem. */
  sources: ReadonlyMap<string, readonly Source[]>;
}

export interface Page {
  /** Its file, inside the built site. */
  name: string;
  /** The entries that it shows, with their places among all entries. */
  entries: (Place & { id: number })[];
}

/** The first answer: the text of each entry, by its place among all entries. */
export type Texts = [id: number, text: string][];
/** The second answer: what links to what. */
export type Links = LinkedPage[];
/** The last answer: nothing is left to do. */
export type Done = void[];

const { pages, sources, site, base, outDir } = workerData as Task;
const port = parentPort!;
const told = on(port, 'message');
port.postMessage(pages.flatMap(inFile(texts)) satisfies Texts);
port.postMessage(pages.map(inFile(links)) satisfies Links);
const [address] = (await told.next()).value as [string];
port.postMessage(pages.map(inFile(complete)) satisfies Done);
port.close();

function texts({ entries }: Page, html: string): Texts {
  if (entries.length === 0) return [];
  const found = textsOf(mainOf(html), entries);
  return entries.map(({ id }, at) => [id, found[at]!]);
}

/** Writes the Markdown of an entry on the way. */
function links({ name }: Page, html: string): LinkedPage {
  const twin = twinAddress(html);
  if (twin) write(twin.slice(base.length), markdownOf(mainOf(html), sources, site));
  return linkedPage(`/${name.replace(/(^|\/)index\.html$/, '$1')}`, html);
}

function complete({ name }: Page, html: string): void {
  write(name, withAddress(withOwnHashes(html), address));
}

/** Does something with the HTML of a page; a problem names the file. */
function inFile<Result>(work: (page: Page, html: string) => Result): (page: Page) => Result {
  return (page) => {
    const file = join(outDir, page.name);
    try {
      return work(page, readFileSync(file, 'utf8'));
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
  };
}

/** What a page shows beside its frame. */
function mainOf(html: string): string {
  const main = /<main[\s>].*<\/main>/s.exec(html)?.[0];
  if (main === undefined) throw new Error('has no <main>');
  return main;
}

function write(name: string, text: string): void {
  writeFileSync(join(outDir, name), text);
}
