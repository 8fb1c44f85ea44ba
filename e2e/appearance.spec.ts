import { expect, test } from './reader.ts';

const paper = { light: 'rgb(244, 246, 245)', dark: 'rgb(16, 21, 23)' };

for (const scheme of ['light', 'dark'] as const) {
  test(`the page is ${scheme} on a ${scheme} device`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(site.url);
    await expect(page.locator('body')).toHaveCSS('background-color', paper[scheme]);
  });
}

test('a choice lasts on the next page and on the next visit', async ({ page, site, context }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site.url);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  await page.goto(`${site.url}faq/`);
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  const later = await context.newPage();
  await later.goto(`${site.url}guide/flask/`);
  await expect(later.locator('body')).toHaveCSS('background-color', paper.dark);
});

test('the choice can be given back to the device', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site.url);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('radio', { name: 'As the device' }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'As the device' })).toBeChecked();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a choice never flashes: it is there before anything of the page is', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    localStorage.setItem('appearance', 'dark');
    // What the root says when the first visible element arrives.
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.skip-link')) return;
      document.documentElement.dataset['seen'] = document.documentElement.dataset['theme'] ?? 'device';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.url);
  await expect(page.locator('html')).toHaveAttribute('data-seen', 'dark');
});

test('a damaged stored choice is ignored', async ({ page, site }) => {
  await page.addInitScript(() => localStorage.setItem('appearance', '"]<script>'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(site.url);
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
  await expect(page.getByRole('radio', { name: 'As the device' })).toBeChecked();
});

test('where storage is refused the choice holds for the page', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site.url);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
});
