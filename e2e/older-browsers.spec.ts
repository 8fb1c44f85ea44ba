/** What a browser of 2022 shows, which knows neither `light-dark()` nor `:has()`. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './reader.ts';

// The policy of a page would refuse the styles that the test changes.
test.use({ bypassCSP: true });

/** Lets the browser meet a feature of style sheets as one that it has never heard of. */
async function without(page: Page, feature: 'light-dark(' | ':has('): Promise<void> {
  const unknown = feature.replace(/[a-z]/, '$&unknown-');
  await page.route(/\/(\?.*)?$|\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(feature, unknown) });
  });
}

const style = (place: Locator, property: string) =>
  place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const transparent = 'rgba(0, 0, 0, 0)';

test('without light-dark(), text, links, buttons and gauges keep their colours', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await without(page, 'light-dark(');
  await page.goto(site.url);
  const paper = await style(page.locator('body'), 'background-color');
  expect(paper).not.toBe(transparent);
  const main = page.locator('.button.main');
  expect(await style(main, 'background-color')).not.toBe(transparent);
  expect(await style(main, 'color')).toBe(paper);
  expect(await style(page.locator('.menu-button').first(), 'border-top-color')).not.toBe(transparent);
  const link = page.locator('.head p a:not(.button), .prose a, main a:not(.button)').first();
  expect(await style(link, 'text-decoration-color')).not.toBe(await style(link, 'color'));
  // Not the dark controls of the device on a light page.
  expect(await style(page.locator('html'), 'color-scheme')).toBe('normal');
});

test('without :has(), a choice is seen, and no filter stands where none works', async ({ page, site }) => {
  await without(page, ':has(');
  await page.goto(`${site.url}faq/`);
  await expect(page.getByRole('group', { name: 'Theme' })).toBeHidden();
  await expect(page.locator('.question-list li').first()).toBeVisible();
  const dark = page.getByRole('radio', { name: 'Dark' });
  expect(await style(dark, 'opacity')).toBe('1');
  const before = await style(page.locator('body'), 'background-color');
  await dark.check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await style(page.locator('body'), 'background-color')).not.toBe(before);
});
