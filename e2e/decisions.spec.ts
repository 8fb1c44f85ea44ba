import { expect, test } from './reader.ts';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a link to a decision opens it', async ({ page, site }) => {
    await page.goto(`${site.url}decisions/#opre-ops-chose-django`);
    await expect(page.locator('#opre-ops-chose-django')).toBeInViewport();
  });

  test('the decisions can be narrowed to what teams did, and the address keeps it', async ({ page, site }) => {
    await page.goto(`${site.url}decisions/#move-django-to-flask`);
    const groups = page.locator('.decision-group:visible');
    await expect(groups).toHaveCount(1);
    await expect(groups.locator('h3')).toContainText('From Django to Flask');
  });
});
