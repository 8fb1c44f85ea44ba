/**
 * `npm run bench:pages`: when a page of each kind shows its main content on a slow phone, against two floors: the same
 * page without script and fonts, and without styles too. Also what moves while fonts arrive late, and how long script
 * keeps the page from answering. `RUNS` is the number of rounds, `PAGES` names some pages only (`guide/,faq/`).
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { median } from '../src/median.ts';
import { policyHash } from '../src/appearance/script.ts';
import { buildSettings } from '../src/build/settings.ts';
import { serve } from '../src/server/server.ts';
import { chromiumArguments, ensureChromium } from './browser.ts';
import { benchedPages as pages, conditions, slowDown } from './slow-phone.ts';

const rounds = Number(process.env['RUNS'] ?? 9);
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1350, height: 940 } };
/** How long the fonts keep the reader waiting when we look for what moves, in milliseconds. */
const late = 600;

/** What became of one opened page, in milliseconds. */
interface Opened {
  /** Largest contentful paint. */
  lcp: number;
  /** Total blocking time: what long tasks take beyond 50 ms, from the first paint on. */
  tbt: number;
  /** How much moved, as browsers count layout shift. */
  cls: number;
}

/** What is compared: the site as it ships, and the floors made from it. */
const variants = {
  ships: (html: string) => html,
  'without script and fonts': withoutScriptAndFonts,
  bare: (html: string) => withoutScriptAndFonts(html).replaceAll(/<style.*?<\/style>/gs, ''),
};
type Variant = keyof typeof variants;
const names = Object.keys(variants) as Variant[];

const { outDir, base } = buildSettings(process.env);
const scratch = mkdtempSync(join(tmpdir(), 'pages-'));
const servers = await Promise.all(names.map(serveVariant));
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const opened = new Map(pages.map((page) => [page, [] as Record<Variant, Opened>[]]));
  // All conditions take turns, so that a busy moment of this machine meets all of them alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) {
      const results: Partial<Record<Variant, Opened>> = {};
      for (let turn = 0; turn < names.length; turn += 1) {
        const which = (round + turn) % names.length;
        results[names[which]!] = await open(servers[which]!.url + page, phone);
      }
      opened.get(page)!.push(results as Record<Variant, Opened>);
    }
  }
  console.log(`Medians of ${rounds} rounds, ${conditions}. LCP in ms; a ratio is the median of the rounds' ratios.`);
  console.log(`TBT in ms. CLS with fonts ${late} ms late, phone and desktop.\n`);
  console.log('| page | LCP | to no script, no fonts | to bare HTML | TBT | TBT without script, fonts | CLS |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  const all: Record<'styled' | 'bare', number[]> = { styled: [], bare: [] };
  for (const [page, results] of opened) {
    const lcp = (variant: Variant) => results.map((result) => result[variant].lcp);
    const tbt = (variant: Variant) => median(results.map((result) => result[variant].tbt)).toFixed(0);
    const ratios = (floor: Variant) => results.map((result) => result.ships.lcp / result[floor].lcp);
    const [styled, bare] = [ratios('without script and fonts'), ratios('bare')];
    all.styled.push(...styled);
    all.bare.push(...bare);
    const moved = [await moves(page, phone), await moves(page, desktop)].map((cls) => cls.toFixed(3)).join(', ');
    console.log(
      `| /${page} | ${median(lcp('ships')).toFixed(0)} | ${median(styled).toFixed(2)} | ${median(bare).toFixed(2)} | ${tbt('ships')} | ${tbt('without script and fonts')} | ${moved} |`,
    );
  }
  console.log(`| all | | ${median(all.styled).toFixed(2)} | ${median(all.bare).toFixed(2)} | | | |`);
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.close()));
  rmSync(scratch, { recursive: true });
}

/** The same site from the same server, with the measured pages changed. */
function serveVariant(name: Variant): ReturnType<typeof serve> {
  const folder = join(scratch, name);
  cpSync(outDir, folder, { recursive: true });
  for (const page of pages) {
    const file = join(folder, /(^|\/)$/.test(page) ? `${page}index.html` : page);
    const html = variants[name](readFileSync(file, 'utf8'));
    writeFileSync(file, html);
    writeFileSync(`${file}.br`, brotliCompressSync(html));
  }
  return serve({ folder, base });
}

function withoutScriptAndFonts(html: string): string {
  const before = /<style>(.*?)<\/style>/s.exec(html)![1]!;
  const styles = before.replaceAll(/@font-face\s*\{[^}]*\}/g, '');
  return html
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replace(before, () => styles)
    .replace(policyHash(before), () => policyHash(styles));
}

/** Opens an address with an empty cache and waits until everything that it asks for has arrived. */
async function open(address: string, device: object, prepare?: (page: Page) => Promise<void>): Promise<Opened> {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  await slowDown(page);
  await prepare?.(page);
  await page.goto(address, { waitUntil: 'load' });
  const opened = await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const entries = <Kind extends PerformanceEntry>(type: string) =>
      new Promise<Kind[]>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries() as Kind[]));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 200);
      });
    const paints = await entries('largest-contentful-paint');
    const tasks = await entries('longtask');
    const shifts = await entries<PerformanceEntry & { value: number; hadRecentInput: boolean }>('layout-shift');
    const first = performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
    return {
      lcp: paints.at(-1)!.startTime,
      tbt: tasks
        .filter(({ startTime, duration }) => startTime + duration > first)
        .reduce((sum, { startTime, duration }) => {
          const after = startTime + duration - Math.max(startTime, first);
          return sum + Math.max(0, Math.min(after, duration - 50));
        }, 0),
      cls: shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });
  await context.close();
  return opened;
}

/** How much of the page moves when its fonts are late. */
async function moves(address: string, device: object): Promise<number> {
  const { cls } = await open(servers[0]!.url + address, device, async (page) => {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late));
      await route.continue();
    });
  });
  return cls;
}
