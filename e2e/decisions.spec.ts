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

test('the decisions print on at most twelve pages', async ({ page, site }) => {
  await page.goto(`${site.url}decisions/`);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThanOrEqual(12);
});

test('a decision that the reader opened is printed, and a folded one is its line', async ({ page, site }) => {
  await page.goto(`${site.url}decisions/#opre-ops-chose-django`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#opre-ops-chose-django dd').first()).toBeVisible();
  await expect(page.locator('.decision:not([open]) > summary .why').first()).toBeVisible();
  expect(
    await page
      .locator('.decision:not([open]) > dl')
      .evaluateAll((folded) => folded.filter((part) => part.checkVisibility({ contentVisibilityAuto: true })).length),
  ).toBe(0);
});
