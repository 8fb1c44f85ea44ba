import { readAddress } from '../src/calculator/address.ts';
import { publishedModel } from '../src/calculator/content-files.ts';
import { expect, test } from './reader.ts';

test('one press on the home page answers the first question and opens the calculator', async ({ page, site }) => {
  await page.goto(site.url);
  await page.locator('.ask [name=size][value=small]').click();
  await expect(page).toHaveURL(/\/calculator\/\?.*size=small/);
  await expect(page.locator('[name=size][value=small]')).toBeChecked();
});

test('"not sure yet" opens the calculator without an answer and without a complaint', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Not sure yet' }).click();
  await expect(page).toHaveURL(/\/calculator\//);
  await expect(page.locator('[name=size][value=tiny]')).not.toBeChecked();
  await expect(page.getByRole('main')).not.toContainText('size=');
});

test('a case that is filled in opens the calculator with its answers', async ({ page, site }) => {
  await page.goto(site.url);
  for (const preset of await page.locator('.presets a').all()) {
    const { search } = new URL(await preset.evaluate((link) => (link as HTMLAnchorElement).href));
    const { answers, ignored } = readAddress(search.slice(1), publishedModel());
    expect(ignored).toEqual([]);
    expect(Object.keys(answers.choices).length).toBeGreaterThan(2);
  }
});

test('the field of the home page searches', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('searchbox', { name: 'Or look something up' }).fill('csrf');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=csrf/);
  await expect(page.locator('.search-results a').first()).toBeVisible();
});

test('what the site is, the first question and an answer stand on the first screen of a phone and of a desk', async ({
  page,
  site,
}) => {
  for (const [width, height] of [
    [360, 640],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.opening > .lede')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.ask button').first()).toBeInViewport({ ratio: 1 });
  }
});

test('on a phone both lists of the verdict stand on the first screen', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}verdict/`);
  for (const side of ['flask', 'django'])
    await expect(page.locator(`.side[data-lean=${side}] li`).last()).toBeInViewport({ ratio: 1 });
});
