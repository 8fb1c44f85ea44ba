import { globSync, readFileSync } from 'node:fs';
import { countEntries, builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

test('the ledger shows every claim once, with its number', async ({ page, site }) => {
  await page.goto(`${site.url}evidence/`);
  const numbers = await page.locator('.claim > .meta').allTextContents();
  expect(numbers.length).toBe(countEntries('claims'));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the ledger can be narrowed to a verdict and to a topic', async ({ page, site }) => {
    await page.goto(`${site.url}evidence/`);
    const shown = page.locator('.claim:visible');
    await page.getByRole('radio', { name: /disputed/ }).check();
    for (const claim of await shown.all()) await expect(claim).toHaveAttribute('data-judged', 'disputed');
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

test('every address of another site stands in the sources, once', () => {
  const addresses = globSync('content/sources/*.yaml').flatMap(
    (file) => /^url: (\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? [],
  );
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) expect(URL.canParse(address), address).toBe(true);
  const known = new Set(addresses);
  for (const { address, dom } of builtPages()) {
    const elsewhere = dom.querySelectorAll('a[href^="http"]').map((link) => link.getAttribute('href')!);
    expect(
      elsewhere.filter((link) => !known.has(link)),
      address,
    ).toEqual([]);
  }
});

test('a claim and the pages that use it lead to each other', () => {
  const pages = new Map(builtPages().map(({ address, dom }) => [`/${address}`, dom]));
  const ledger = pages.get('/evidence/')!;
  for (const [path, dom] of pages) {
    for (const link of dom.querySelectorAll('a.cite[href^="/evidence/"], .evidence-note a')) {
      const id = link.getAttribute('href')!.split('#')[1]!;
      const claim = ledger.getElementById(id)!.closest('.claim')!;
      const uses = claim.querySelectorAll('a').map((use) => use.getAttribute('href')!.split('#')[0]);
      if (path !== '/print/') expect(uses, `${id} on ${path}`).toContain(path);
    }
  }
});
