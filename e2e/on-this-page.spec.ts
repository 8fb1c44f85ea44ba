/** The contents beside a long page mark where the reader is, however the reader got there. */
import type { Page } from '@playwright/test';
import { expect, test } from './reader.ts';

test.use({ viewport: { width: 1280, height: 700 }, contextOptions: { reducedMotion: 'reduce' } });

/** The address of the last heading in the upper third of the window; of the last of all at the end of the page. */
const expectedAddress = (page: Page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')];
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) return links.at(-1)!.hash;
    const passed = links.filter(
      ({ hash }) => document.querySelector(hash)!.getBoundingClientRect().top < innerHeight / 3,
    );
    return (passed.at(-1) ?? links[0]!).hash;
  });

async function expectMark(page: Page): Promise<void> {
  await expect(page.locator('.on-this-page [aria-current]')).toHaveCount(1);
  // A page that glides to its place passes others.
  await expect(async () => {
    const marked = await page.locator('.on-this-page [aria-current]').getAttribute('href');
    expect(marked).toBe(await expectedAddress(page));
  }).toPass({ timeout: 10_000 });
}

/** Puts the middle between two headings at the top, so that neither stands near the edge of the upper third. */
const jumpBetween = (page: Page, index: number) =>
  page.evaluate((at) => {
    const tops = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')].map(
      ({ hash }) => document.querySelector(hash)!.getBoundingClientRect().top + scrollY,
    );
    scrollTo(0, (tops[at]! + tops[at + 1]!) / 2);
  }, index);

for (const address of ['guide/flask/', 'calculator/method/']) {
  test(`the contents of /${address} mark the right place after a jump that passes over headings`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + address);
    await expectMark(page);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expectMark(page);
    for (const index of [1, 0, 2]) {
      await jumpBetween(page, index);
      await expectMark(page);
    }
  });
}

test('the contents follow a reader who turns the pages with the keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  const marked = page.locator('.on-this-page [aria-current]');
  const seen = new Set<string | null>();
  const atEnd = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  while (!(await atEnd())) {
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('PageDown');
    await page.waitForFunction((from) => scrollY !== from, before);
    // Chromium without windows drops a key that comes while it still scrolls. No reader is as quick.
    await page.waitForTimeout(250);
    await expectMark(page);
    seen.add(await marked.getAttribute('href'));
  }
  expect(seen.size).toBe(await page.locator('.on-this-page a').count());
});
