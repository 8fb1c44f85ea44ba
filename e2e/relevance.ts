/**
 * `npm run relevance -- FILE.jsonl [--verbose]`: asks the queries of a file on the search page of the built site, in
 * a real browser, and prints one JSON object; with `--verbose`, a line for each miss before it.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { buildSettings } from '../src/build/settings.ts';
import {
  judgedQueries,
  placeOfAnswer,
  relevance,
  type JudgedQuery,
  type Shown,
} from '../src/search/relevance/judging.ts';
import {
  addressAttribute,
  entryFile,
  guideFile,
  readAddress,
  topicsFile,
  type Entry,
  type Guide,
  type Topic,
} from '../src/search/index/format.ts';
import { serve } from '../src/server/server.ts';
import { chromiumArguments, ensureChromium } from './browser.ts';

/** A query and what the page shows for it. */
export interface Asked {
  query: JudgedQuery;
  shown: Shown;
  /** The addresses of the results, as shown. */
  addresses: string[];
}

/** Asks each query on the search page of the site at `url`. */
export async function ask(page: Page, url: string, queries: readonly JudgedQuery[]): Promise<Asked[]> {
  const topics = await topicsByPath(page, url);
  const asked: Asked[] = [];
  for (const query of queries) {
    await page.goto(`${url}search/?q=${encodeURIComponent(query.q)}`);
    await page.waitForFunction(() =>
      /^(?!Searching)./.test(document.querySelector('[role=status]')?.textContent ?? ''),
    );
    const groups = await page.locator('.search-group').evaluateAll((found) =>
      found.map((group) => ({
        part: group.querySelector('h2')?.textContent.startsWith('Only matches') ?? false,
        addresses: [...group.querySelectorAll('a')].map(({ href }) => href),
      })),
    );
    const addresses = groups.flatMap((group) => group.addresses).map((address) => `/${address.slice(url.length)}`);
    const answers = groups.filter(({ part }) => !part).flatMap((group) => group.addresses).length;
    asked.push({ query, addresses, shown: { results: addresses.map((path) => topics.get(path) ?? []), answers } });
  }
  return asked;
}

/** The topics of every entry, by its path. */
async function topicsByPath(page: Page, url: string): Promise<Map<string, string[]>> {
  await page.goto(url);
  const { folder } = readAddress(await page.locator(`[${addressAttribute}]`).getAttribute(addressAttribute));
  const read = async <Content>(file: string) =>
    (await (await page.request.get(new URL(folder + file, url).href)).json()) as Content;
  const { count, entries } = await read<Guide>(guideFile);
  const topics = await read<Topic[]>(topicsFile);
  const byPath = new Map<string, string[]>();
  for (let id = 0; id < count; id += 1) {
    const { path } = entries[id] ?? (await read<Entry>(entryFile(id)));
    byPath.set(
      path,
      topics.filter((topic) => topic.entries.includes(id)).map((topic) => topic.id),
    );
  }
  return byPath;
}

function explained({ query, shown, addresses }: Asked): string[] {
  const place = placeOfAnswer(query, shown);
  const missed = query.grade2.length > 0 ? place !== 1 : shown.answers > 0;
  if (!missed) return [];
  const wanted = query.grade2.length > 0 ? `answer at ${place ?? 'no place'}` : 'wants no answer';
  return [`${query.id} "${query.q}": ${wanted}; first ${addresses.slice(0, 3).join(', ') || 'nothing'}`];
}

if (import.meta.main) {
  const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (files.length === 0) throw new Error('Name a file: npm run relevance -- FILE.jsonl [--verbose]');
  const queries = files.flatMap((file) =>
    judgedQueries(readFileSync(resolve(process.env['INIT_CWD'] ?? '', file), 'utf8')),
  );
  const { outDir, base } = buildSettings(process.env);
  const server = await serve({ folder: outDir, base });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  try {
    const asked = await ask(await browser.newPage(), server.url, queries);
    if (process.argv.includes('--verbose')) for (const line of asked.flatMap(explained)) console.log(line);
    console.log(JSON.stringify(relevance(asked)));
  } finally {
    await browser.close();
    await server.close();
  }
}
