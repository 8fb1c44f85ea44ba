/** Long pages whose far parts are laid out when the reader comes near them: `src/styles/components/later.css`. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './reader.ts';
import { slowDown } from './slow-phone.ts';

/** Pages, each with the number of a part that is far below its beginning. */
const pages = {
  'evidence/': 9,
  'print/': 9,
  'calculator/method/': 9,
  'compare/': 3,
  'glossary/': 9,
  'faq/': 20,
  'search/': 40,
};
test.use({ viewport: { width: 360, height: 740 }, isMobile: true, contextOptions: { reducedMotion: 'reduce' } });

/** Whether the browser has laid out what stands inside an element. */
const isLaidOut = (part: Locator) =>
  part.evaluate((element) => element.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }));

/** Goes down to an element in steps, as one who reads. */
async function readTo(page: Page, part: Locator): Promise<void> {
  await part.evaluate(async (element) => {
    while (element.getBoundingClientRect().top > innerHeight / 2) {
      scrollBy(0, innerHeight);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    }
  });
  await page.waitForTimeout(100);
}

const topOf = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().top);

for (const [address, far] of Object.entries(pages)) {
  test(`/${address} lays out what is far below when the reader comes near it`, async ({ page, site }) => {
    await page.goto(site.url + address);
    const part = page.locator('.later').nth(far);
    expect(await isLaidOut(part)).toBe(false);
    await readTo(page, part);
    expect(await isLaidOut(part)).toBe(true);
  });

  test(`/${address} keeps the reader's place when it is loaded anew`, async ({ page, site }) => {
    await page.goto(site.url + address);
    const part = page.locator('.later').nth(far);
    await readTo(page, part);
    // The typefaces are shown from the second page on; here they would hide what the test looks for.
    const withTypefaces = () =>
      page.evaluate(async () => {
        document.documentElement.dataset['typefaces'] = '';
        await Promise.allSettled(Array.from(document.fonts, (face) => face.load()));
      });
    await withTypefaces();
    await page.waitForTimeout(100);
    const place = await topOf(part);
    await page.reload();
    await withTypefaces();
    await expect.poll(async () => Math.abs((await topOf(part)) - place)).toBeLessThan(2);
  });

  test(`/${address} is laid out as a whole on paper`, async ({ page, site }) => {
    await page.goto(site.url + address);
    await page.emulateMedia({ media: 'print' });
    for (const part of await page.locator('.later').all()) expect(await isLaidOut(part)).toBe(true);
  });
}

for (const address of [...Object.keys(pages), 'evidence/measurements/', 'calculator/']) {
  test(`/${address} is as high when its parts are laid out later as when all are laid out at once`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + address);
    const [atOnce, later] = await page.evaluate(() => {
      delete document.documentElement.dataset['fresh'];
      const parts = [...document.querySelectorAll<HTMLElement>('.later')];
      const places = () => parts.map((part) => Math.round(part.getBoundingClientRect().top));
      const before = places();
      // What `content-visibility` brings with it: above all, no margin reaches beyond such a part.
      for (const { style } of parts) style.contain = 'layout style paint';
      return [before, places()];
    });
    expect(later.length).toBeGreaterThan(0);
    expect(later).toEqual(atOnce);
  });
}

test('an address from elsewhere is at its place at once, not after a ride through a long page', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await slowDown(page);
  await page.addInitScript(() => {
    let moves = 0;
    document.addEventListener('scroll', () => (document.documentElement.dataset['moves'] = `${++moves}`));
  });
  await page.goto(`${site.url}evidence/#source-sqlalchemy-connections`);
  const place = page.locator('#source-sqlalchemy-connections');
  await expect.poll(() => topOf(place)).toBeLessThan(100);
  expect(await topOf(place)).toBeGreaterThan(0);
  await expect(page.locator('html')).toHaveAttribute('data-moves', /^[1-3]$/);
});

test('an address within a long page goes to its place, also where it scrolls there softly', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await slowDown(page);
  const arrivesAt = async (id: string) => {
    const place = page.locator(`#${id}`);
    await expect.poll(() => topOf(place)).toBeLessThan(100);
    expect(await topOf(place)).toBeGreaterThan(0);
  };
  await page.goto(`${site.url}evidence/`);
  await page.getByRole('link', { name: 'Scalability' }).first().click();
  await arrivesAt('topic-faq-scalability');
  await page.goBack();
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await arrivesAt('sources');
});

test('a link in focus keeps its outline at the edge of such a part', async ({ page, site }) => {
  await page.goto(`${site.url}evidence/`);
  const link = page.locator('.claim.later li a').first();
  await link.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
  const { x, y, height } = (await link.boundingBox())!;
  const clip = { x: x - 5, y, width: 5, height };
  const outlined = await page.screenshot({ clip });
  await link.evaluate((element) => (element.style.outline = 'none'));
  expect(outlined.equals(await page.screenshot({ clip }))).toBe(false);
});

test('the way to the result of the calculator lays all of it out', async ({ page, site }) => {
  await page.goto(`${site.url}calculator/`);
  await expect(page.locator('framework-calculator[data-live]')).toBeAttached();
  const last = page.locator('.calculator-result > .later').last();
  expect(await isLaidOut(last)).toBe(false);
  await page.getByRole('button', { name: 'See the result' }).click();
  await expect.poll(() => topOf(page.locator('#result'))).toBeLessThan(100);
  expect(await isLaidOut(last)).toBe(true);
});
