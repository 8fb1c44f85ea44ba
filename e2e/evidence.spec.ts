import { countEntries } from './builds.ts';
import { expect, test } from './reader.ts';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the ledger can be narrowed to a verdict and to a topic', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/`);
    const shown = page.locator('.claim:visible');
    await page.getByRole('radio', { name: /disputed/ }).check();
    for (const claim of await shown.all()) await expect(claim.locator('.fill-mark')).toHaveText('Disputed');
    const disputed = await shown.count();
    expect(disputed).toBeGreaterThan(5);
    await page.getByRole('radio', { name: /^All/ }).check();
    const topic = page.getByRole('navigation', { name: 'Topics' }).getByRole('link').nth(1);
    await topic.click();
    const group = page.locator('.claim-group:target');
    await expect(group).toHaveCount(1);
    expect(await shown.count()).toBe(await group.locator('.claim').count());
    await page.getByRole('link', { name: 'All topics' }).click();
    await expect(shown).toHaveCount(countEntries('claims'));
  });

  test('the address of a claim shows it among all claims', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/#django-ships-web-attack-defences`);
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.locator('.claim:visible')).toHaveCount(countEntries('claims'));
  });
});
