import { kinds } from './builds.ts';
import { expect, test } from './reader.ts';

test.use({ javaScriptEnabled: false });

test('every kind of page shows its heading and its text without script', async ({ page, site }) => {
  // One page of each kind, one after the other.
  test.slow();
  for (const address of kinds) {
    await page.goto(site.url + address);
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
    expect((await page.getByRole('main').innerText()).length, address).toBeGreaterThan(200);
  }
});

test('the menu of a small screen opens without script', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(site.url);
  const questions = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Questions' });
  await expect(questions).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await questions.click();
  await expect(page).toHaveURL(`${site.url}faq/`);
});

test('the appearance can be chosen for the page in hand', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(16, 21, 23)');
});
