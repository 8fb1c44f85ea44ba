import { countEntries } from './builds.ts';
import { expect, test } from './reader.ts';

const rows = countEntries('capabilities');

test('the comparison has a row for every capability, each with its own address', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  await expect(page.locator('.matrix tbody tr[id]')).toHaveCount(rows);
  await page.goto(`${site.url}compare/#orm`);
  await expect(page.locator('#orm')).toBeInViewport();
});

test('"only what differs" leaves out rows that both provide in one way', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  await page.getByRole('radio', { name: /differ/ }).check();
  const shown = page.locator('.matrix tbody tr[id]:visible');
  const count = await shown.count();
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(rows);
  const supports = await shown.evaluateAll((list) =>
    list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.dataset['support'])),
  );
  for (const [flask, django] of supports) expect(flask === undefined || flask !== django).toBe(true);
  await expect(page.getByText(`Only the ${count} that differ`)).toBeVisible();
});

test('a press on a column head sorts, another turns the order, a third restores the groups', async ({ page, site }) => {
  await page.goto(`${site.url}compare/`);
  const titles = () =>
    page
      .locator('.matrix tbody tr[id] th')
      .evaluateAll((heads) => heads.map((head) => head.firstChild!.textContent!.trim().replace(/\s+/g, ' ')));
  const grouped = await titles();
  const head = page.getByRole('columnheader', { name: /Capability/ });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(await titles()).toEqual([...grouped].sort((a, b) => a.localeCompare(b, 'en')));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await head.getByRole('button').click();
  expect(await titles()).toEqual(grouped);
  await page.getByRole('button', { name: 'Django' }).click();
  const supports = await page
    .locator('.matrix tbody tr[id]')
    .evaluateAll((list) => list.map((row) => row.querySelectorAll('td')[1]!.dataset['support'] ?? ''));
  const order = ['built-in', 'community', 'third-party', 'by-hand', ''];
  expect(supports.map((support) => order.indexOf(support))).toEqual(
    supports.map((support) => order.indexOf(support)).sort((a, b) => a - b),
  );
});

test('the head of the comparison stays in sight on a small and on a wide screen', async ({ page, site }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.url}compare/`);
    await page.mouse.wheel(0, 4000);
    await expect(page.getByRole('columnheader', { name: 'Django' })).toBeInViewport();
  }
});
