import { expect, test } from './reader.ts';

test('the search shows a verdict that is too close to call beside its hit', async ({ page, site }) => {
  await page.goto(`${site.url}search/?q=json+api+for+a+front+end`);
  const hit = page.locator('.search-hit[href$="/use-cases/json-api-for-a-front-end/"]');
  await expect(hit.locator('.undecided')).toHaveText('Too close to call: Flask or Django');
});
