/** The worker of `finished-pages.ts`: takes out of its share of the pages what they say, and completes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { linkedPage, type LinkedPage } from './links.ts';
import { withOwnHashes } from './policy.ts';
import { markdownOf, twinAddress, type Source } from '../finish/twins.ts';

export interface Task {
  site: string | undefined;
  base: string;
  /** The folder of the built site. */
  outDir: string;
  /** The worker's share: files inside the built site. */
  pages: string[];
  /** The sources of every claim, by its stem. */
  sources: ReadonlyMap<string, readonly Source[]>;
}

/** The first answer: what links to what. */
export type Links = LinkedPage[];
/** The last answer: nothing is left to do. */
export type Done = void[];

const { pages, sources, site, base, outDir } = workerData as Task;
const port = parentPort!;
port.postMessage(pages.map(inFile(links)) satisfies Links);
port.postMessage(pages.map(inFile(complete)) satisfies Done);
port.close();

/** Writes the Markdown of an entry on the way. */
function links(name: string, html: string): LinkedPage {
  const twin = twinAddress(html);
  if (twin) write(twin.slice(base.length), markdownOf(mainOf(html), sources, site));
  return linkedPage(`/${name.replace(/(^|\/)index\.html$/, '$1')}`, html);
}

function complete(name: string, html: string): void {
  write(name, withOwnHashes(html));
}

/** Does something with the HTML of a page; a problem names the file. */
function inFile<Result>(work: (page: string, html: string) => Result): (page: string) => Result {
  return (page) => {
    const file = join(outDir, page);
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
