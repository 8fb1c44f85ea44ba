import type { Page } from '@playwright/test';
import { fewOrAll, kinds, sampledPages } from './builds.ts';
import { expect, test } from './reader.ts';

/** The widths at which a page is wider than its window, with by how much. */
async function overflows(page: Page, widths: readonly number[]): Promise<string[]> {
  const wide: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) wide.push(`at ${width} px: ${excess} px too wide`);
  }
  return wide;
}

for (const address of [...kinds, 'embed/calculator/']) {
  test(`/${address} does not scroll sideways on a phone, a tablet and a desk`, async ({ page, site }) => {
    await page.goto(site.url + address);
    expect(await overflows(page, [320, 600, 768, 1440])).toEqual([]);
  });
}

for (const { address } of sampledPages()) {
  test(`/${address} does not scroll sideways from 320 to 1440 px`, { tag: '@sweep' }, async ({ page, site }) => {
    await page.goto(site.url + address);
    expect(
      await overflows(
        page,
        Array.from({ length: 15 }, (_, step) => 320 + step * 80),
      ),
    ).toEqual([]);
  });
}

/** Waits until the calculator, where the page has one, has started and drawn all its samples. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('framework-calculator:not([data-short], [data-live]:not([aria-busy]))')).toHaveCount(0);
}

/** Every piece of text in the main part that is drawn: neither hidden nor clipped away. */
function drawnText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      // Where a line ends is no part of the text.
      const text = node.textContent!.replace(/\s+/g, '');
      const aside = parent.closest('.visually-hidden, [aria-hidden=true], script, style');
      if (text && !aside && parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        texts.push(text);
    }
    return texts;
  });
}

for (const { of, addresses, tag } of fewOrAll) {
  test(`at 400 % zoom the whole text is held in one column, on ${of}`, { tag }, async ({ page, site }) => {
    // Each page is laid out twice.
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const address of addresses) {
      await page.setViewportSize({ width: 1280, height: 1024 });
      await page.goto(site.url + address);
      await settled(page);
      // On a narrow screen a row of the comparison shows its sentence when it is opened.
      await page.evaluate(() => {
        for (const row of document.querySelectorAll<HTMLDetailsElement>('.capability')) row.open = true;
      });
      const whole = await drawnText(page);
      // 1280 by 1024 at 400 %.
      await page.setViewportSize({ width: 320, height: 256 });
      await settled(page);
      const kept = new Set(await drawnText(page));
      expect(
        whole.filter((text) => !kept.has(text)),
        `/${address}`,
      ).toEqual([]);
      // What stays in place while the page scrolls must leave room to read.
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      const taken = await page.evaluate(() => {
        const stuck = [...document.querySelectorAll('body *')].filter((element) =>
          ['sticky', 'fixed'].includes(getComputedStyle(element).position),
        );
        return stuck.map((element) => {
          const { top, bottom, width } = element.getBoundingClientRect();
          const height = Math.min(innerHeight, bottom) - Math.max(0, top);
          return width > innerWidth / 2 ? Math.max(0, height) : 0;
        });
      });
      expect(
        taken.reduce((sum, height) => sum + height, 0),
        `/${address}`,
      ).toBeLessThan(256 / 3);
    }
  });
}

for (const { of, addresses, tag } of fewOrAll) {
  test(`print loses what only a screen needs and keeps the text, on ${of}`, { tag }, async ({ page, site }) => {
    // Each page for the screen and for paper.
    test.slow();
    const screenOnly = [
      '.site-header, .site-footer, .skip-link, .on-this-page, .previous-next, .reading-line, .permalink, .chips, .actions, .term-button, .ask, .presets, .field, .way-in, .ways .button',
      // A folded row of the comparison or of the decisions stays at its address; one that the reader opened is printed.
      '.toolbar, .capability > div, .decision > dl',
      // Where a calculator has a result, the result is what goes on paper; calculator.spec.ts reads it there.
      '.answers, .bar, main:has([data-live]) > .part, main:has([data-live]) .head p',
    ].join(', ');
    for (const address of addresses) {
      await page.goto(site.url + address);
      await settled(page);
      const asides = await page.evaluate((selector) => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        return [...document.querySelectorAll(`main :is(${selector})`)].map((element) =>
          element.textContent!.replace(/\s+/g, ''),
        );
      }, screenOnly);
      const shown = (await drawnText(page)).filter((text) => !asides.some((aside) => aside.includes(text)));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = false;
      });
      await page.emulateMedia({ media: 'print' });
      const left = await page.evaluate(
        (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length,
        screenOnly,
      );
      expect(left, `/${address}`).toBe(0);
      const printed = new Set(await drawnText(page));
      expect(
        shown.filter((text) => !printed.has(text)),
        `/${address}`,
      ).toEqual([]);
      await page.emulateMedia({ media: null });
    }
  });
}
