import { build } from './builds.ts';
import { expect, test, untouched } from './reader.ts';

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
  await page.goto(`${site.url}use-cases/online-shop-launch/`);
  await expect(page.locator('.head')).toMatchAriaSnapshot(`
    - heading /shop/ [level=1]
    - paragraph: Strongly Django
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
  await expect(page.locator('.head .meta')).toContainText(`Claim ${number}`);
  await page.getByRole('navigation', { name: 'Where we use it' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/guide\/django\/#/);
});

test('a line that its number opens is laid out for its width there, also once the typefaces have come', async ({
  page,
  site,
}) => {
  await untouched(page);
  await page.goto(`${site.url}faq/which-is-faster/`);
  await expect(page.locator('html[data-typefaces]')).toHaveCount(1);
  await page.locator('button.cite').first().click();
  const line = page.locator('.opens:popover-open');
  expect(await line.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('in a chapter the number of a claim opens what is said, how it stands and the first source', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}guide/django/`);
  const number = page.locator('a.cite[href*="/evidence/"]').first();
  await number.press('Enter');
  const card = page.locator('.definition:popover-open');
  await expect(card).toContainText(/(Holds|Holds with limits|Disputed|Not checkable)\. /);
  await expect(card).toContainText('First source: ');
  await expect(card).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.route('**/evidence/*.json', (route) => route.fulfill({ body: 'Please sign in.' }));
  await number.press('Enter');
  await expect(page).toHaveURL(/\/evidence\/[^/]+\/$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the number of a claim opens its line over the text, and Escape puts it back into the list', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}faq/which-is-faster/`);
    const number = page.locator('button.cite').first();
    const line = page.locator(`#${await number.getAttribute('popovertarget')}`);
    await expect(line).toBeVisible();
    await expect(line).not.toBeInViewport();
    await number.click();
    await expect(line).toBeInViewport();
    await expect(line).toContainText(/First source|No source/);
    await page.keyboard.press('Escape');
    await expect(line).not.toBeInViewport();
    await expect(line).toBeVisible();
    await number.click();
    await line.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/evidence\/[^/]+\/$/);
  });
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

test('a page asks for nothing but its icon, its typefaces and three small scripts, all below the folder of the site', async ({
  page,
  site,
}) => {
  const asked: string[] = [];
  page.on('response', (response) => asked.push(`${response.status()} ${response.url().replace(site.url, '')}`));
  await page.goto(`${site.url}guide/flask/`, { waitUntil: 'networkidle' });
  await expect.poll(() => asked).toContainEqual(expect.stringMatching(/^200 .+\.woff2$/));
  expect(
    asked.filter(
      (url) =>
        !/^200 (guide\/flask\/|[^:]+\.woff2|favicon\.svg|_astro\/(offline|typefaces|Base)\.[^/]+\.js)$/.test(url),
    ),
  ).toEqual([]);
});

test('the guide on one page prints to a PDF with its contents first', async ({ page, site }) => {
  await page.goto(`${site.url}print/`);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  const [contents, first] = await Promise.all([
    page.locator('.print-contents').boundingBox(),
    page.locator('.print-part').first().boundingBox(),
  ]);
  expect(contents!.y).toBeLessThan(first!.y);
});

test('a claim that rests on our measurements leads to the run', async ({ page, site }) => {
  await page.goto(`${site.url}evidence/django-sends-security-headers/`);
  await page.locator('.parts').getByRole('link', { name: 'The lab', exact: false }).first().click();
  await page.locator(':target').getByRole('link').click();
  await expect(page).toHaveURL(/\/evidence\/measurements\/#run-/);
  await expect(page.locator(':target')).toBeInViewport();
});
