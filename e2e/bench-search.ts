/**
 * `npm run bench:search`: what the first search of a reader costs on the built site, and how long it takes on a slow
 * phone: slow 4G (1.6 Mbit/s, 150 ms) and a processor slowed down four times.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { median } from '../src/median.ts';
import { buildSettings } from '../src/build/settings.ts';
import { serve } from '../src/server/server.ts';
import { chromiumArguments, ensureChromium } from './browser.ts';

const runs = Number(process.env['RUNS'] ?? 9);
const slow4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;
const typed = ['security', 'migrate from flask', 'docker', 'which is faster', 'authentification'];
/** What a reader asks first: a word, and a question of eight words with one that the index lacks. */
const firstQuestions = ['security', 'can juniors maintain a flask zookeeper app cheaply'];

interface Timed {
  /** From the press of the button to the first result on the screen, in milliseconds. */
  first: number;
  /** From each keystroke to its results on the screen. */
  keystrokes: number[];
  /** The files that the first search asked for. */
  files: string[];
}

const { outDir, base } = buildSettings(process.env);
const server = await serve({ folder: outDir, base });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const keystrokes: number[] = [];
  for (const question of firstQuestions) {
    const timed: Timed[] = [];
    for (let run = 0; run < runs; run += 1) timed.push(await search(browser, question));
    const bytes = timed[0]!.files.map((name) => ({ name, sent: sentBytes(name) }));
    console.log(`"${question}", asked first, as sent (Brotli):`);
    for (const { name, sent } of bytes.toSorted((a, b) => b.sent - a.sent))
      console.log(`${`${sent}`.padStart(8)}  ${name}`);
    console.log(`${`${bytes.reduce((sum, { sent }) => sum + sent, 0)}`.padStart(8)}  together`);
    const first = timed.map((run) => run.first);
    keystrokes.push(...timed.flatMap((run) => run.keystrokes));
    console.log(
      `First result, cold, slow 4G, processor ${slowdown}x slower: median ${median(first)} ms of ${first.map(Math.round).join(', ')}`,
    );
  }
  console.log(
    `Keystroke to painted results, processor ${slowdown}x slower: median ${median(keystrokes)} ms of ${keystrokes.length}, worst ${Math.round(Math.max(...keystrokes))} ms`,
  );
} finally {
  await browser.close();
  await server.close();
}

/** One reader with an empty cache. */
async function search(browser: Browser, question: string): Promise<Timed> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}guide/flask/`, { waitUntil: 'load' });
  // The typefaces come a moment after the page. Whether they are part of the first search must not be left to chance.
  await page.waitForFunction(() =>
    [...document.fonts].every(({ display, status }) => display !== 'optional' || status === 'loaded'),
  );
  const session = await context.newCDPSession(page);
  await slowDown(session);
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url().slice(server.url.length).replace(/\?.*/, '')));
  const first = await toFirstResult(page, question);
  const asked = [...new Set(files)];
  const keystrokes: number[] = [];
  for (const words of typed) {
    for (let end = 2; end <= words.length; end += 1) keystrokes.push(await toPaint(page, words.slice(0, end)));
  }
  await context.close();
  return { first, keystrokes, files: asked };
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Presses the button and types as soon as there is a field. */
function toFirstResult(page: Page, question: string): Promise<number> {
  return page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let asked = false;
        const watch = new MutationObserver(() => {
          const field = document.querySelector<HTMLInputElement>('dialog[open] [type=search]');
          if (field && !asked) {
            asked = true;
            field.value = words;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
          if (!document.querySelector('.search-hit')) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        watch.observe(document.body, { childList: true, subtree: true, attributes: true });
        document.querySelector<HTMLElement>('[data-script]')!.click();
      }),
    question,
  );
}

/** Types in the open dialog and waits until what is found is on the screen. */
function toPaint(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const field = document.querySelector<HTMLInputElement>('dialog[open] [type=search]')!;
        const start = performance.now();
        const watch = new MutationObserver(() => {
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        watch.observe(document.querySelector('.search-remarks')!.parentElement!, { childList: true, subtree: true });
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        setTimeout(() => resolve(performance.now() - start), 2_000);
      }),
    words,
  );
}

function sentBytes(name: string): number {
  const file = join(outDir, name);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
