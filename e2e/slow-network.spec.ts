import type { Page } from '@playwright/test';
import { expect, test } from './reader.ts';

const somewhere = 'faq/can-flask-and-django-work-together/';
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });

/** Keeps the index from the page until the function that it returns is called. */
async function holdIndex(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/pagefind\//, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test('while the index is on its way the dialog says so, and then answers what was typed', async ({ page, site }) => {
  const arrive = await holdIndex(page);
  await page.goto(site.url + somewhere);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('session');
  await expect(dialog(page).getByRole('status')).toHaveText('Searching …');
  arrive();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(dialog(page).getByRole('status')).toHaveText(/result/);
});

test('while the index is on its way the search page says so, and then answers', async ({ page, site }) => {
  const arrive = await holdIndex(page);
  await page.goto(`${site.url}search/?q=session`);
  await expect(page.locator('.search-status')).toHaveText('Searching …');
  arrive();
  await expect(page.locator('.search-status')).toHaveText(/result/);
});

test('what was typed before the script of the search came is searched when it is there', async ({ page, site }) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/_astro\/search/, async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(site.url + somewhere);
  await page.keyboard.press('Control+k');
  resolve();
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('after a failure the next key is a new attempt', async ({ browser, site }) => {
  // The browser itself reports each request that fails, so the console is not watched here.
  const page = await browser.newPage();
  await page.route(/\/pagefind\//, (route) => route.abort());
  await page.goto(site.url + somewhere);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('sessio');
  await expect(dialog(page)).toContainText('could not be loaded');
  await page.unroute(/\/pagefind\//);
  await page.keyboard.type('n');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.close();
});
