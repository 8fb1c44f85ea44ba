/** What browsers of 2022 show, which know neither `light-dark()` nor `:has()`. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './reader.ts';

// The policy of a page would refuse the styles that the test changes.
test.use({ bypassCSP: true });

/** Lets the browser meet `:has()` as something that it has never heard of. */
async function withoutHas(page: Page): Promise<void> {
  await page.route(/\/(\?.*)?$|\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(':has(', ':unknown-has(') });
  });
}

const style = (place: Locator, property: string) =>
  place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('no colour depends on light-dark()', async ({ request, site }) => {
  for (const address of ['', 'guide/flask/', 'compare/', 'faq/', 'calculator/'])
    expect(await (await request.get(site.url + address)).text()).not.toContain('light-dark(');
});

test('without :has(), a choice is seen, and no filter stands where none works', async ({ page, site }) => {
  await withoutHas(page);
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
