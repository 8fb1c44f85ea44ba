/**
 * `npm run bench:calculator`: how long a reader with a slow phone waits after one change of an answer, for the verdict
 * and for everything else, and whether the page keeps answering meanwhile. The processor is slowed down four times.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { median } from '../src/median.ts';
import { buildSettings } from '../src/build/settings.ts';
import { publishedModel } from '../src/calculator/content-files.ts';
import { serve } from '../src/server/server.ts';
import { chromiumArguments, ensureChromium } from './browser.ts';
import { slowdown } from './slow-phone.ts';

const runs = Number(process.env['RUNS'] ?? 5);

/** One change: the question, its new answer. Some with few answers given, when most is drawn at random, some with all. */
const changes: readonly (readonly [string, string])[] = publishedModel().questions.flatMap((question) =>
  question.options.slice(0, 2).map((option) => [question.id, option.id] as const),
);

interface Timed {
  /** From the change to the verdict on the screen, in milliseconds. */
  verdict: number;
  /** From the change to the costs on the screen. */
  whole: number;
  /** The longest time for which the page could not answer, after the verdict. */
  blocked: number;
}

const { outDir, base } = buildSettings(process.env);
const server = await serve({ folder: outDir, base });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const timed: Timed[] = [];
  const asked = { before: new Set<string>(), after: new Set<string>() };
  for (let run = 0; run < runs; run += 1) {
    const page = await browser.newPage();
    let files = asked.before;
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname.slice(base.length);
      if (/\.(?:js|json)$/.test(path)) files.add(path);
    });
    await page.goto(`${server.url}calculator/`);
    await page.locator('framework-calculator[data-live]:not([aria-busy])').waitFor();
    files = asked.after;
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    for (const change of changes) timed.push(await measure(page, change));
    await page.close();
  }
  const line = (title: string, values: readonly number[]) =>
    console.log(
      `${title}: median ${median(values).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms of ${values.length}`,
    );
  console.log(`Processor ${slowdown}x slower.`);
  line(
    'One change to the painted verdict',
    timed.map(({ verdict }) => verdict),
  );
  line(
    'One change to painted costs, with all uncertainty',
    timed.map(({ whole }) => whole),
  );
  line(
    'Longest wait for the page meanwhile',
    timed.map(({ blocked }) => blocked),
  );
  const bytes = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(outDir, name))).length, 0);
  const { before, after } = asked;
  console.log(`Scripts and data before an answer: ${bytes(before)} bytes (Brotli): ${[...before].join(', ')}.`);
  console.log(`More with the first verdict: ${bytes(after)} bytes: ${[...after].join(', ')}.`);
} finally {
  await browser.close();
  await server.close();
}

function measure(page: Page, [question, option]: readonly [string, string]): Promise<Timed> {
  return page.evaluate(
    ([name, value]) =>
      new Promise<Timed>((resolve) => {
        const host = document.querySelector('framework-calculator')!;
        const start = performance.now();
        let verdict = 0;
        let blocked = 0;
        document.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)!.click();
        requestAnimationFrame(() =>
          setTimeout(() => {
            verdict = performance.now() - start;
            let last = performance.now();
            const beat = () => {
              const now = performance.now();
              blocked = Math.max(blocked, now - last);
              last = now;
              if (!host.hasAttribute('aria-busy')) {
                requestAnimationFrame(() =>
                  setTimeout(() => resolve({ verdict, whole: performance.now() - start, blocked })),
                );
              } else setTimeout(beat);
            };
            beat();
          }),
        );
      }),
    [question, option] as const,
  );
}
