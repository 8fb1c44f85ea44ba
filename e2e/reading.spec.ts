import { build, countEntries, builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

const order = ['Strongly Flask', 'Leans Flask', 'Even', 'Use both', 'Leans Django', 'Strongly Django'];

test('the home page sorts the whole argument from Flask to Django', async ({ page, site }) => {
  await page.goto(site.url);
  const labels = await page.locator('.scale-plot .lean').allTextContents();
  const ranks = labels.map((label) => order.indexOf(label));
  expect(labels.length).toBeGreaterThanOrEqual(12);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks).not.toContain(-1);
});

test('each line of the scale leads to its own place, which leans the same way', async ({ page, site }) => {
  await page.goto(site.url);
  const lines = await page.locator('.scale-plot a').evaluateAll((links) =>
    links.map((link) => ({
      address: (link as HTMLAnchorElement).href,
      lean: link.querySelector('.lean')!.textContent,
    })),
  );
  expect(new Set(lines.map(({ address }) => address)).size).toBe(lines.length);
  for (const { address, lean } of lines) {
    await page.goto(address);
    const { hash } = new URL(address);
    const head = hash ? page.locator('.section-head', { has: page.locator(hash) }) : page.locator('.head');
    await expect(head.locator('.lean'), address).toHaveText(lean!);
  }
});

test('a gauge is read as words and not as a picture', async ({ page, site }) => {
  await page.goto(`${site.url}guide/django/`);
  await expect(page.locator('.head')).toMatchAriaSnapshot(`
    - heading /Django/ [level=1]
    - paragraph: Leans Django
  `);
});

test('a chapter marks the section that the reader is in', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  const marked = page.locator('.on-this-page [aria-current]');
  await expect(marked).toHaveText(/small core/i);
  await page.locator('#free-layout-and-extensions').evaluate((heading) => heading.scrollIntoView());
  await expect(marked).toHaveCount(1);
  await expect(marked).toHaveAttribute('href', '#free-layout-and-extensions');
});

test('the chapters follow one another in both directions', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask/`);
  const visited = [page.url()];
  while (await page.locator('[rel=next]').isVisible()) {
    await page.locator('[rel=next]').click();
    await page.waitForURL((url) => !visited.includes(url.href));
    visited.push(page.url());
  }
  expect(visited.map((url) => url.slice(site.url.length).split('/')[1])).toEqual([
    'flask',
    'django',
    'criteria',
    'together',
  ]);
  await page.locator('[rel=prev]').click();
  await expect(page).toHaveURL(visited[2]!);
});

test('a note in the margin leads to its claim, and the claim back to the page', async ({ page, site }) => {
  await page.goto(`${site.url}guide/django/`);
  const link = page.locator('.evidence-note a').first();
  const number = (await link.textContent())!.replace('Claim ', '');
  await link.click();
  const target = page.locator('.claim', { has: page.locator(':target') });
  await expect(target.locator('.meta').first()).toHaveText(number);
  await target
    .getByRole('link', { name: /structure/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/guide\/django\/#/);
});

test('every heading in the text and every claim can be linked to', () => {
  for (const { address, dom } of builtPages()) {
    if (!/^(guide|faq|use-cases)\/.+|^evidence\/$|^verdict\/|^about\//.test(address)) continue;
    const headings = dom.querySelectorAll('.section-head h2, .prose h2, .claim h3').filter((heading) => heading.id);
    for (const heading of headings) {
      expect(heading.querySelector('.permalink')?.getAttribute('href'), `${address} ${heading.id}`).toBe(
        `#${heading.id}`,
      );
    }
  }
});

test('the counts in the copy are the counts of the ledger', () => {
  const pages = new Map(builtPages().map(({ address, dom }) => [address, dom]));
  const ledger = pages.get('evidence/')!.querySelectorAll('.claim .fill-mark');
  const held = (level: number) => ledger.filter((mark) => mark.getAttribute('data-fill') === String(level)).length;
  const home = pages.get('')!;
  expect(home.textContent).toContain(`${ledger.length} common claims`);
  for (const level of [3, 2, 1, 0]) {
    expect(home.querySelector(`.ledger [data-fill="${level}"]`)?.textContent).toMatch(RegExp(`^${held(level)} `));
  }
});

test('every entry says when it was checked, against what, and what changed', () => {
  const entries = builtPages().flatMap(({ address, dom }) =>
    dom.querySelectorAll('.entry-foot').map((foot) => ({ address, text: foot.textContent.replace(/\s+/g, ' ') })),
  );
  expect(entries.length).toBe(countEntries('sections', 'use-cases', 'faq', 'pages'));
  for (const { address, text } of entries) {
    expect(text, address).toMatch(/Checked on \d+ \w+ \d{4}/);
    if (!['about/', 'calculator/', 'calculator/method/'].includes(address))
      expect(text, address).toMatch(/against .*(Flask 3\.1|Django 6\.1|Django 5\.2 LTS)/);
    expect(text, address).toMatch(/\d{4}: First published\./);
  }
});

test('a theme shows its questions only', async ({ page, site }) => {
  await page.goto(`${site.url}faq/`);
  const shown = page.locator('.question-list li:visible');
  const all = await shown.count();
  await page.getByRole('radio', { name: 'Risk' }).check();
  expect(await shown.count()).toBeLessThan(all);
  for (const question of await shown.all()) await expect(question).toHaveAttribute('data-about', 'risk');
  await page.getByRole('radio', { name: /^All/ }).check();
  await expect(shown).toHaveCount(all);
});

test('a sample of code says when it ran, and in the file it is what the page prints', () => {
  const samples = builtPages().flatMap(({ dom }) => dom.querySelectorAll('.code-pair'));
  expect(samples.length).toBeGreaterThanOrEqual(6);
  for (const sample of samples) {
    expect(sample.querySelector('figcaption')?.textContent.replace(/\s+/g, ' ')).toMatch(
      /Run on \d+ \w+ \d{4} with .*Python/,
    );
    for (const code of sample.querySelectorAll('pre')) {
      expect(code.textContent.trim()).not.toBe('');
      expect(code.textContent).not.toMatch(/# (region|endregion|marked)/);
    }
  }
});

test('an address that is not there gets a page with ways on', async ({ page, site }) => {
  const response = await page.goto(`${site.url}nothing-here/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Questions' }).click();
  await expect(page).toHaveURL(`${site.url}faq/`);
});

test('an address without its final slash finds the page', async ({ page, site }) => {
  await page.goto(`${site.url}guide/flask`);
  expect(new URL(page.url()).pathname).toBe(`${build.base}guide/flask/`);
});
