import { countEntries } from './builds.ts';
import { expect, test } from './reader.ts';

const rows = countEntries('capabilities');

test('the comparison has a line for every capability, and a link to one opens it', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  await expect(page.locator('.capability')).toHaveCount(rows);
  await expect(page.locator('.capability[open]')).toHaveCount(0);
  await page.goto(`${site.url}compare/#csrf-protection`);
  await expect(page.locator('#csrf-protection')).toBeInViewport();
  await expect(page.locator('.capability[open]')).toHaveCount(1);
});

test('a line opens for its packages and sources, also with the keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  const row = page.locator('.capability', { has: page.locator('#orm') });
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(row.getByText('Sources:')).toBeVisible();
});

test('"only what differs" leaves out rows that both provide in one way, and stands in the address', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}compare/`);
  await page.getByRole('radio', { name: /differ/ }).check();
  const shown = page.locator('.capability:visible');
  const count = await shown.count();
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(rows);
  const marks = await shown.evaluateAll((list) =>
    list.map((row) => [...row.querySelectorAll('.cell')].map((cell) => cell.querySelector('.fill-mark')?.textContent)),
  );
  for (const [flask, django] of marks) expect(flask === undefined || flask !== django).toBe(true);
  await expect(page.getByText(`Only the ${count} that differ`)).toBeVisible();
  await expect(page).toHaveURL(/\?show=differences$/);
  await page.reload();
  await expect(shown).toHaveCount(count);
});

test('the order stands in the address, is that of the document, and goes back to the parts', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  const titles = () =>
    page
      .locator('.capability h3')
      .evaluateAll((heads) => heads.map((head) => head.textContent!.trim().replace(/\s+/g, ' ')));
  const grouped = await titles();
  await page.getByRole('radio', { name: 'By name' }).check();
  expect(await titles()).toEqual([...grouped].sort((a, b) => a.localeCompare(b, 'en')));
  await page.getByRole('radio', { name: 'Built into Django first' }).check();
  await expect(page).toHaveURL(/\?sort=django$/);
  await page.reload();
  const marks = await page
    .locator('.capability')
    .evaluateAll((list) =>
      list.map((row) => row.querySelectorAll('.cell')[1]!.querySelector('.fill-mark')?.textContent ?? ''),
    );
  const order = ['Built in', 'Community', 'Third party', 'By hand', ''];
  expect(marks.map((mark) => order.indexOf(mark))).toEqual(
    marks.map((mark) => order.indexOf(mark)).sort((a, b) => a - b),
  );
  await page.getByRole('radio', { name: 'By part' }).check();
  expect(await titles()).toEqual(grouped);
  await expect(page).toHaveURL(/\/compare\/$/);
});

test('the names of the columns and the legend stay in sight on a small and on a wide screen', async ({
  page,
  site,
}) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.url}compare/`);
    await page.mouse.wheel(0, 2000);
    await expect(page.locator('.capability-heads').getByText('Django', { exact: true })).toBeInViewport();
    await expect(page.locator('.capability-heads').getByText('Third party')).toBeInViewport();
  }
});

test('before anything is opened the comparison is at most 6,000 px long on a phone', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}compare/`);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(6_000);
});

test('the comparison prints on at most ten pages', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThanOrEqual(10);
});
