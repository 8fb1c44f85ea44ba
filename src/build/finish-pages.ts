/** The worker of `finish.ts`: finishes its share of the pages and answers with what links to what. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { linkedPage } from './links.ts';
import { withOwnHashes } from './policy.ts';
import type { BuildSettings } from './settings.ts';
import { markdownOf, twinAddress, type Source } from './twins.ts';

export interface Task extends BuildSettings {
  /** The files of the pages, inside the built site. */
  names: string[];
  /** The sources of every claim, by its stem. */
  sources: ReadonlyMap<string, readonly Source[]>;
}

const { names, sources, site, base, outDir } = workerData as Task;
const write = (name: string, text: string) => writeFileSync(join(outDir, name), text);
parentPort!.postMessage(names.map(finishPage));

function finishPage(name: string) {
  const html = readPage(name);
  write(name, html);
  const twin = twinAddress(html);
  if (twin) write(twin.slice(base.length), markdownOf(html, sources, site));
  return linkedPage(`/${name.replace(/(^|\/)index\.html$/, '$1')}`, html);
}

function readPage(name: string): string {
  const file = join(outDir, name);
  try {
    return withOwnHashes(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
