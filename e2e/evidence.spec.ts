import { countEntries } from './builds.ts';
import { expect, test } from './reader.ts';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the ledger can be narrowed to a verdict, the address keeps it, and the way back leads out', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}evidence/`);
    const shown = page.locator('.claim:visible');
    await page
      .getByRole('navigation', { name: 'Verdict' })
      .getByRole('link', { name: /disputed/ })
      .click();
    await expect(page).toHaveURL(/#verdict-disputed$/);
    const disputed = await shown.count();
    expect(disputed).toBeGreaterThan(5);
    for (const claim of await shown.all()) await expect(claim.locator('.fill-mark')).toHaveText('Disputed');
    await page.reload();
    await expect(shown).toHaveCount(disputed);
    await page.goBack();
    await expect(shown).toHaveCount(countEntries('claims'));
  });

  test('the old address of a claim shows it among all claims, with the way to its page', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/#django-ships-web-attack-defences`);
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.locator('.claim:visible')).toHaveCount(countEntries('claims'));
    await page.locator(':target').getByRole('link').click();
    await expect(page).toHaveURL(/\/evidence\/django-ships-web-attack-defences\/$/);
  });

  test('a claim leads from each part to the documents that it rests on', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/django-ships-web-attack-defences/`);
    await page.locator('.parts a').first().click();
    await expect(page.locator('.source-list :target')).toBeInViewport();
  });
});
