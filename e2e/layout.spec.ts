import { pagesOf } from './builds.ts';
import { expect, test } from './reader.ts';

test('no page scrolls sideways from 320 to 1440 px', async ({ page, site }) => {
  test.slow();
  const wide: string[] = [];
  for (const { address } of pagesOf('plain')) {
    await page.goto(site.url + address);
    for (let width = 320; width <= 1440; width += 80) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (excess > 0) wide.push(`/${address} at ${width} px: ${excess} px too wide`);
    }
  }
  expect(wide).toEqual([]);
});

test('late fonts move nothing', async ({ page, site }) => {
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const root = document.documentElement;
      const sum = list
        .getEntries()
        .reduce((total, entry) => total + (entry as PerformanceEntry & { value: number }).value, 0);
      root.dataset['shift'] = String(Number(root.dataset['shift'] ?? 0) + sum);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['', 'guide/flask/', 'faq/']) {
      await page.goto(site.url + address, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      const shift = Number(await page.locator('html').getAttribute('data-shift'));
      expect(shift, `/${address} at ${width} px`).toBeLessThanOrEqual(0.02);
    }
  }
});

test('printed pages lose their furniture and keep their notes', async ({ page, site }) => {
  await page.goto(`${site.url}guide/django/`);
  await page.emulateMedia({ media: 'print' });
  for (const furniture of ['.site-header', '.site-footer', '.on-this-page', '.previous-next', '.reading-line']) {
    await expect(page.locator(furniture), furniture).toBeHidden();
  }
  await expect(page.locator('.evidence-note').first()).toBeVisible();
  await expect(page.locator('.lean').first()).toBeVisible();
  await expect(page.locator('.entry-foot li').first()).toBeVisible();
});
