/** The contents beside a long page mark where the reader is, however the reader got there. */
import type { Page } from '@playwright/test';
import { expect, test } from './reader.ts';

test.use({ viewport: { width: 1280, height: 700 }, contextOptions: { reducedMotion: 'reduce' } });

const pages = ['guide/flask/', 'guide/django/', 'guide/criteria/', 'guide/together/', 'calculator/method/'];

const contents = (page: Page) => page.locator('.on-this-page a');
const marked = (page: Page) => page.locator('.on-this-page [aria-current]');
const atEnd = (page: Page) => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);

/** Moves down the page until its end, and says which entries were marked on the way, each once, in order. */
async function markedOnTheWay(page: Page, move: () => Promise<void>): Promise<(string | null)[]> {
  const seen: (string | null)[] = [];
  for (;;) {
    await expect(marked(page)).toHaveCount(1);
    const now = await marked(page).getAttribute('href');
    if (seen.at(-1) !== now) seen.push(now);
    if (await atEnd(page)) return seen;
    const before = await page.evaluate(() => scrollY);
    await move();
    await page.waitForFunction((from) => scrollY !== from, before);
    // Chromium without windows drops a key that comes while it still scrolls. No reader is as quick.
    await page.waitForTimeout(250);
  }
}

const addresses = (page: Page) => contents(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));

for (const address of pages) {
  // One page takes twenty seconds, that of the method two minutes; what marks the parts is the same on all.
  const tag = address === 'guide/django/' ? [] : ['@sweep'];
  test(
    `the contents of /${address} mark each part in turn for a reader with a wheel`,
    { tag },
    async ({ page, site }) => {
      test.slow();
      await page.goto(site.url + address);
      await page.mouse.move(700, 400);
      expect(await markedOnTheWay(page, () => page.mouse.wheel(0, 120))).toEqual(await addresses(page));
    },
  );

  test(`the contents of /${address} mark the part whose link was chosen, and the one in the address`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + address);
    const all = await addresses(page);
    for (const [index, own] of all.entries()) {
      await contents(page).nth(index).click();
      await expect(marked(page)).toHaveAttribute('href', own!);
    }
    await page.goto(`${site.url}faq/`);
    await page.goto(site.url + address + all.at(-2)!);
    await expect(marked(page)).toHaveAttribute('href', all.at(-2)!);
  });
}

test('the contents mark the right place after a jump that passes over headings', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  const all = await addresses(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(marked(page)).toHaveAttribute('href', all.at(-1)!);
  for (const index of [1, 0, 2]) {
    // The middle between two headings at the top of the window.
    await page.evaluate((at) => {
      const tops = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')].map(
        ({ hash }) => document.querySelector(hash)!.getBoundingClientRect().top + scrollY,
      );
      scrollTo(0, (tops[at]! + tops[at + 1]!) / 2);
    }, index);
    await expect(marked(page)).toHaveAttribute('href', all[index]!);
  }
});

test('the contents follow a reader who turns the pages with the keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  const all = await addresses(page);
  const seen = await markedOnTheWay(page, () => page.keyboard.press('PageDown'));
  expect(seen).toEqual(all.filter((address) => seen.includes(address)));
  expect(seen.at(-1)).toBe(all.at(-1));
  // Who chose a link and then moves on is followed again.
  await contents(page).first().click();
  await expect(marked(page)).toHaveAttribute('href', all[0]!);
  await page.keyboard.press('End');
  await expect(marked(page)).toHaveAttribute('href', all.at(-1)!);
});
