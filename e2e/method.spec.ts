import { derivationOf } from '../src/calculator/derivation.ts';
import { expect, test } from './reader.ts';

test('a link to a number shows it, on a small screen too', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}calculator/method/#${derivationOf('learning.django')}`);
  const target = page.locator(`#${derivationOf('learning.django')}`);
  await expect(target).toBeInViewport();
  await expect(page.getByRole('row', { name: /^Learning the framework: Django 4 6 11/ }).first()).toBeVisible();
});
