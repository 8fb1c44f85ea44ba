import { expect, test } from './reader.ts';

test('a term opens its definition beside it and closes again with the keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}guide/django/`);
  const button = page.locator('.term-button').first();
  const name = (await button.getAttribute('aria-label'))!.replace('What is ', '').replace(/\?$/, '');
  const definition = page.getByRole('note', { name, exact: true });
  await expect(definition).toBeHidden();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(definition).toBeVisible();
  await expect(definition).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(button).toBeFocused();
});

test('what opens a definition is left out on paper', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.term-button').first()).toBeHidden();
});

test('the link of a term leads to its place in the glossary', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  const link = page.locator('.term').first();
  const address = await link.getAttribute('href');
  await link.click();
  await expect(page).toHaveURL(new URL(address!, site.url).href);
  await expect(page.locator(':target')).toBeInViewport();
});
