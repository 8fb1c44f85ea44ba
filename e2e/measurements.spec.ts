import { globSync, readFileSync } from 'node:fs';
import { expect, test } from './reader.ts';

interface Run {
  date: string;
  figures: { measure: string; ratio: { median: number } }[];
}
const runs = globSync('content/measurements/*.json')
  .sort()
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Run);

test.describe('the measurements, without script', () => {
  test.use({ javaScriptEnabled: false });

  test('name every run with its machine, its load and its versions', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/measurements/`);
    const named = page.locator('.measurement > ol > li');
    await expect(named).toHaveCount(runs.length);
    for (const item of await named.all())
      await expect(item).toContainText(/cores.*load average.*Flask 3\.1.*Django 5\.2/s);
  });

  test('draw a bar for every run of what was measured, and say in words what it shows', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/measurements/`);
    for (const measure of ['start', 'memory', 'cpu', 'requests', 'p50', 'p95', 'p99']) {
      const figures = runs.flatMap((run) => run.figures.filter((figure) => figure.measure === measure));
      const chart = page.locator(`#${measure}`);
      await expect(chart.locator('svg g'), measure).toHaveCount(figures.length);
      const words = await chart.getByRole('img').locator('desc').textContent();
      const bars = await chart.locator('svg g text').allTextContents();
      for (const bar of bars) expect(words).toContain(bar.trim());
      for (const { ratio } of figures) {
        expect(
          bars.some((bar) => Math.abs(Number.parseFloat(bar) - ratio.median) < 0.051),
          measure,
        ).toBe(true);
      }
    }
  });

  test('keep the values of both frameworks behind each chart', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/measurements/`);
    const chart = page.locator('#memory');
    await chart.getByText('The values').click();
    const rows = chart.locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(3);
    await expect(rows.first().locator('td')).toHaveCount(2 * runs.length);
    await expect(rows.first().locator('td').first()).toHaveText(/^\d+(\.\d+)? \(\d+(\.\d+)?–\d+(\.\d+)?\)$/);
  });

  test('can be reached from a claim that rests on them', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/`);
    const claim = page.locator('.claim', { has: page.locator('#flask-starts-faster-and-uses-less-memory') });
    await claim.getByRole('link', { name: 'The lab', exact: false }).click();
    await page.locator(':target').getByRole('link').click();
    await expect(page).toHaveURL(/\/evidence\/measurements\/#run-/);
    await expect(page.locator(':target')).toBeInViewport();
  });
});
