import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { build, builtFile } from './builds.ts';
import { expect, test } from './reader.ts';

/** A page to read that is neither first nor last of anything. */
const somewhere = 'faq/can-flask-and-django-work-together/';
const field = (page: Page) => page.getByRole('combobox', { name: 'Search the guide' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const options = (page: Page) => page.getByRole('option');
const status = (page: Page) => dialog(page).getByRole('status');
const marked = (page: Page) => page.locator('[role=option][aria-selected=true]');

/** The parts of the index that every search needs, however many the index has grown to. */
const indexFiles = () =>
  (JSON.parse(builtFile('search/files.json')) as string[]).map((address) =>
    address.slice(build.base.length).replace(/\?.*/, ''),
  );

/** Opens the dialog on a page and types. */
async function search(page: Page, url: string, query: string): Promise<void> {
  await page.goto(url);
  await page.keyboard.press('Control+k');
  await field(page).fill(query);
}

test.describe('the dialog', () => {
  test('opens with Ctrl+K, is walked with the arrows and opens a hit with Enter', async ({ page, site }) => {
    await search(page, site.url + somewhere, 'session');
    await expect(options(page).first()).toBeVisible();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(marked(page)).toHaveCount(0);

    await page.keyboard.press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await expect(field(page)).toHaveAttribute(
      'aria-activedescendant',
      (await options(page).first().getAttribute('id'))!,
    );
    await page.keyboard.press('ArrowDown');
    await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(marked(page)).toHaveCount(0);
    await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
    await expect(options(page).last()).toBeInViewport();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(field(page)).toBeFocused();

    const address = await options(page)
      .first()
      .evaluate((option) => (option as HTMLAnchorElement).href);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
    await expect(dialog(page)).toBeHidden();
  });

  test('offers the questions that are asked most and the calculator before anything is typed, and names its keys', async ({
    page,
    site,
  }) => {
    await page.goto(site.url + somewhere);
    await page.keyboard.press('Control+k');
    await expect(options(page)).toHaveCount(7);
    await expect(dialog(page)).toContainText(/Ctrl K|⌘ K/);
    await expect(options(page).first()).toContainText('calculator');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const address = await options(page)
      .nth(1)
      .evaluate((option) => (option as HTMLAnchorElement).href);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
    // The keys are heard once the page's script has come.
    await page.waitForLoadState();
    await page.keyboard.press('Control+k');
    await field(page).fill('zzzzqqqq');
    await expect(options(page)).toHaveCount(0);
  });

  test('can be walked with the keyboard alone', async ({ page, site }) => {
    await page.goto(site.url + somewhere);
    const button = page.getByRole('banner').getByRole('link', { name: 'Search' });
    for (let press = 0; press < 20 && !(await button.evaluate((it) => it === document.activeElement)); press += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('schema migratons');
    await expect(options(page).first()).toBeVisible();

    // From the field through what is said and offered, and back; the list itself is reached with the arrows.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog(page).getByRole('link', { name: 'instead' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog(page).getByRole('link', { name: 'Show all' })).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();

    // Home and End stay with the text, which is selected now.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    expect(await field(page).evaluate((it) => (it as HTMLInputElement).selectionEnd)).toBe(0);
    await page.keyboard.press('End');
    expect(await field(page).evaluate((it) => (it as HTMLInputElement).selectionStart)).toBe('schema migratons'.length);

    const address = await marked(page).evaluate((option) => (option as HTMLAnchorElement).href);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  });

  test('opens with ⌘K too, and with no single letter', { tag: '@sweep' }, async ({ page, site }) => {
    await page.goto(site.url + somewhere);
    for (const key of ['k', '/', 's']) await page.keyboard.press(key);
    await expect(dialog(page)).toBeHidden();
    await page.keyboard.press('Meta+k');
    await expect(field(page)).toBeFocused();
  });

  test('opens from its button and gives the focus back, on wide and narrow screens', async ({ page, site }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(site.url + somewhere);
      const button = page.getByRole('banner').getByRole('link', { name: 'Search' });
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(field(page)).toBeFocused();
      await page.keyboard.type('migrations');
      await expect(options(page).first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
      await expect(button).toBeFocused();
      await button.click();
      await expect(field(page)).toHaveValue('migrations');
      await page.getByRole('button', { name: 'Close' }).click();
      await expect(dialog(page)).toBeHidden();
      await expect(button).toBeFocused();
      // Where nothing had the focus, the button gets it.
      await button.evaluate((it) => it.blur());
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
      await expect(button).toBeFocused();
    }
  });

  test('says how much was found: the best first, and the rest by kind', async ({ page, site }) => {
    await search(page, site.url, 'session');
    await expect(status(page)).toHaveText(/^\d+ results? in \d groups?$/);
    const groups = dialog(page).getByRole('group');
    const names = ['Best matches', 'Guide', 'Questions', 'Use cases', 'Terms and comparison'];
    await expect(groups.first()).toHaveAccessibleName('Best matches 3');
    for (const heading of await groups.locator('h3 > :first-child').allTextContents()) expect(names).toContain(heading);
    await expect(status(page)).toContainText(`in ${await groups.count()} group`);
  });

  test('shows a hit with its lean in words, its answer and the words that were sought', async ({ page, site }) => {
    await search(page, site.url, 'session');
    const leaning = options(page).filter({ has: page.locator('.lean') });
    await expect(leaning.first()).toContainText(/Strongly|Leans|Even|Use both/);
    await expect(leaning.first().locator('.lean i')).toBeVisible();
    const hits = await options(page).locator('mark').allTextContents();
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(hit.toLowerCase()).toContain('session');
    for (const address of await options(page).evaluateAll((all) => all.map((option) => option.getAttribute('href')))) {
      expect(address).toMatch(/^\/guide-site\/[a-z-]+\/([a-z0-9-]+\/)?(#[a-z0-9-]+)?$/);
    }
    await expect(dialog(page).locator('.search-excerpt:not(:empty)').first()).toBeVisible();
  });

  test('opens a hit in a new tab where that is asked', async ({ page, site, context }) => {
    await search(page, site.url + somewhere, 'session');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    const tab = context.waitForEvent('page');
    await page.keyboard.press('Control+Enter');
    await (await tab).close();
    await expect(field(page)).toBeFocused();
    const window = context.waitForEvent('page');
    await page.keyboard.press('Shift+Enter');
    await (await window).close();
    const second = context.waitForEvent('page');
    await options(page)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await (await second).close();
    await expect(page).toHaveURL(site.url + somewhere);
    await expect(dialog(page)).toBeVisible();
  });

  test('leads to a place on the very page and gets out of the way', async ({ page, site }) => {
    await search(page, `${site.url}glossary/`, 'orm object-relational mapper');
    const option = options(page).and(page.locator('[href$="/glossary/#orm"]'));
    await option.click();
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL(`${site.url}glossary/#orm`);
    await expect(page.locator('#orm')).toBeInViewport();
  });

  test('says what it changed and searches for the very words where asked', async ({ page, site }) => {
    await search(page, site.url, 'migratons');
    await expect(dialog(page)).toContainText('Showing results for migrations');
    await dialog(page).getByRole('link', { name: 'instead' }).click();
    await expect(field(page)).toBeFocused();
    await expect(dialog(page)).not.toContainText('Showing results for');
  });

  test('never shows nothing on the way to a word', async ({ page, site }) => {
    await search(page, site.url, 'django');
    await expect(options(page).first()).toBeVisible();
    await page.evaluate(() => {
      const list = document.querySelector('[role=listbox]')!;
      const seen = ((window as unknown as { seen: number[] }).seen = [list.childElementCount]);
      new MutationObserver(() => seen.push(list.childElementCount)).observe(list, { childList: true });
    });
    await field(page).fill('');
    for (const words of ['authentication', 'is django safe', 'newbies', 'k8s']) {
      await field(page).press('ControlOrMeta+a');
      await field(page).pressSequentially(words, { delay: 20 });
    }
    await expect(options(page).first()).toContainText(/container|kubernetes/i);
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
    // The field was emptied once, and shows nothing until the first letter.
    expect(seen.slice(1).filter((count) => count === 0).length).toBeLessThanOrEqual(1);
  });

  test('says when nothing is found and offers topics', async ({ page, site }) => {
    await search(page, site.url, 'xqzzv');
    await expect(status(page)).toHaveText('Nothing found');
    await expect(options(page)).toHaveCount(0);
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    const topics = dialog(page).getByRole('listitem').getByRole('link');
    expect(await topics.count()).toBeGreaterThan(3);
    await topics.first().click();
    await expect(page).not.toHaveURL(site.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('says when words only begin alike', { tag: '@sweep' }, async ({ page, site }) => {
    await search(page, site.url, 'scala ');
    await expect(dialog(page).getByRole('group', { name: 'Only matches words that begin with: scala' })).toBeVisible();
  });

  test('offers topics with a name like the words first', { tag: '@sweep' }, async ({ page, site }) => {
    await search(page, site.url, 'unscallabillities');
    await expect(dialog(page)).toContainText('Perhaps one of these topics');
    await expect(dialog(page).getByRole('listitem').first()).toContainText(/scal/i);
  });

  test('says where it may have no answer, and shows what is nearest', async ({ page, site }) => {
    await search(page, site.url, 'kubernetes xqzzv');
    await expect(dialog(page)).toContainText('Nothing here mentions xqzzv');
    await expect(dialog(page)).toContainText('We may have no answer to kubernetes xqzzv');
    await expect(dialog(page).getByRole('group', { name: 'Nearest in this guide' })).toBeVisible();
    await expect(status(page)).toContainText('No sure answer');
  });

  test('shows the whole answer of the best hit', async ({ page, site }) => {
    await search(page, site.url, 'which is faster');
    const best = options(page).first();
    await expect(best).toContainText('Which is faster');
    const answer = best.locator('p').first();
    expect(await answer.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
    await expect(answer).toHaveText(/[.]$/);
    await expect(best.locator('.lean i')).toBeVisible();
  });

  test('sends errors to the manuals of both frameworks', async ({ page, site }) => {
    await search(page, site.url, "AttributeError: 'NoneType' object has no attribute 'save' in my form");
    await expect(dialog(page)).toContainText('it mends no errors');
    for (const name of ['Flask', 'Django'])
      await expect(dialog(page).getByRole('link', { name, exact: true })).toHaveAttribute('href', /^https:/);
  });

  test('says in the language of the question that the guide is in English', async ({ page, site }) => {
    await search(page, site.url, 'Welches Framework ist besser für Anfänger?');
    await expect(dialog(page).locator('[lang=de]')).toHaveText('Dieser Ratgeber ist auf Englisch.');
    await expect(options(page).first()).toBeVisible();
    await field(page).fill('which is better for beginners');
    await expect(dialog(page).locator('[lang=de]')).toHaveCount(0);
  });

  test('offers the calculator to who tells of a project', async ({ page, site }) => {
    await search(page, site.url, 'we are 3 developers and want to build an internal tool for 50 users');
    await dialog(page).getByRole('link', { name: 'the calculator' }).click();
    await expect(page).toHaveURL(`${site.url}calculator/`);
  });

  test('leads to the page with everything', { tag: '@sweep' }, async ({ page, site }) => {
    await search(page, site.url, 'session');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site.url}search/?q=session`);
    await expect(page.getByRole('main').locator('.search-hit').first()).toBeVisible();
  });

  test('says that the index is late, and that it does not arrive, and tries again', async ({ browser, site }) => {
    // The browser itself reports what does not arrive, so this reader is not one with a quiet console.
    const page = await browser.newPage();
    const thrown: Error[] = [];
    page.on('pageerror', (error) => thrown.push(error));
    let arrives!: () => void;
    const late = new Promise<void>((resolve) => (arrives = resolve));
    await page.route(/search\/guide/, (route) => late.then(() => route.abort()));
    await search(page, site.url + somewhere, 'session');
    await expect(status(page)).toHaveText('Searching …');
    arrives();
    await expect(dialog(page)).toContainText('could not be loaded');
    await page.unroute(/search\/guide/);
    await dialog(page).getByRole('button', { name: 'Try again' }).click();
    await expect(options(page).first()).toBeVisible();
    await expect(field(page)).toBeFocused();
    expect(thrown).toEqual([]);
    await page.close();
  });

  test('leads to the list of entries where its script does not arrive', async ({ browser, site }) => {
    const page = await browser.newPage();
    await page.route(/_astro\/search/, (route) => route.abort());
    await page.goto(site.url + somewhere);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${site.url}search/`);
    await page.goto(`${site.url}search/?q=session`);
    await expect(page.getByRole('main').getByRole('status')).toContainText('could not be loaded');
    await expect(page.getByRole('heading', { name: 'Every entry by topic' })).toBeVisible();
    // The query stands in the field, and who comes back to it tries again.
    await expect(page.getByRole('searchbox')).toHaveValue('session');
    await page.unroute(/_astro\/search/);
    await page.getByRole('searchbox').focus();
    await expect(page.getByRole('main').locator('.search-hit').first()).toBeVisible();
    await page.close();
  });

  test('keeps nobody waiting for a script or an index that hang', async ({ page, site }) => {
    await page.clock.install();
    await page.route(/wasm/, () => {});
    await search(page, site.url + somewhere, 'session');
    await expect(status(page)).toHaveText('Searching …');
    await page.clock.fastForward(31_000);
    await expect(dialog(page)).toContainText('could not be loaded');

    await page.route(/_astro\/search/, () => {});
    await page.goto(`${site.url}search/?q=session`);
    await page.clock.fastForward(11_000);
    await expect(page.getByRole('main').getByRole('status')).toContainText('could not be loaded');
    await page.goto(site.url + somewhere);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await page.clock.fastForward(11_000);
    await expect(page).toHaveURL(`${site.url}search/`);
  });

  test('says on its page that its script is gone, and offers to reload', async ({ browser, site }) => {
    const page = await browser.newPage();
    const gone = /_astro\/search/;
    await page.route(gone, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site.url}search/?q=session`);
    await expect(page.getByRole('main').getByRole('status')).toContainText('could not be loaded');
    await page.unroute(gone);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await expect(page.locator('.search-results a').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeHidden();
    await page.close();
  });

  test('works where a browser cannot group a list', async ({ page, site }) => {
    await page.addInitScript(() => delete (Map as Partial<typeof Map>).groupBy);
    await search(page, site.url + somewhere, 'session');
    await expect(options(page).first()).toBeVisible();
  });

  for (const lack of ['showModal', 'adoptedStyleSheets']) {
    test(`is a link to its page where a browser lacks ${lack}`, async ({ page, site }) => {
      await page.addInitScript((name) => {
        for (const { prototype } of [HTMLDialogElement, Document, ShadowRoot])
          delete (prototype as unknown as Record<string, unknown>)[name];
      }, lack);
      await page.goto(site.url + somewhere);
      await page.keyboard.press('Control+k');
      await expect(page).toHaveURL(`${site.url}search/`);
    });
  }

  /** What axe finds wrong with the dialog that answers a query. */
  async function violations(page: Page, url: string, query: string): Promise<string[]> {
    await search(page, url, query);
    await expect(status(page)).toHaveText(query ? /result|Nothing/ : '');
    await page.keyboard.press('ArrowDown');
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`);
  }

  test('has no violation that axe can find', async ({ page, site }) => {
    for (const query of ['session', 'kubernetes xqzzv'])
      expect(await violations(page, site.url + somewhere, query), query).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      test(
        `has no violation that axe can find, ${colorScheme}, ${width} wide`,
        { tag: '@sweep' },
        async ({ page, site }) => {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height: 800 });
          for (const query of ['session', 'migratons', 'kubernetes xqzzv', 'xqzzv', ''])
            expect(await violations(page, site.url + somewhere, query), query).toEqual([]);
        },
      );
    }
  }

  test('is loaded when the reader shows intent, and not before', async ({ page, site }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.url + somewhere, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => /search/.test(url))).toEqual([]);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).hover();
    for (const part of ['guide.json', 'files.json', 'wasm.en.pagefind', 'pagefind.js', ...indexFiles()])
      await expect.poll(() => asked.filter((url) => url.includes(part)).length, part).toBe(1);
    await expect(dialog(page)).toBeHidden();
  });

  test('asks for each part once, and for all of them before the first answer', async ({ page, site }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await search(page, site.url + somewhere, 'session');
    await expect(options(page).first()).toBeVisible();
    const parts = asked.filter((path) => /\/(pagefind\/|search\/\w+\.json)/.test(path));
    const expected = ['pagefind/pagefind.js', 'pagefind/wasm.en.pagefind', 'search/files.json', 'search/guide.json'];
    expect(parts.map((path) => path.slice(build.base.length)).sort()).toEqual([...expected, ...indexFiles()].sort());
  });
});

/** What people, and those who test us, may type. */
const hostile: Record<string, string> = {
  markup: '<img src=x onerror=alert(1)><script>alert(1)</script>session',
  'markup in quotes': '"><svg/onload=alert(1)>\'',
  '10,000 characters': 'session '.repeat(1250),
  'one word of 10,000 characters': 'a'.repeat(10_000),
  emoji: '🦄🐍🔥',
  'right-to-left text': 'אבטחה مقارنة ‮session',
  quotes: '"session cookie" ‘x’ “y” `z`',
  'only stop words': 'what is the of a',
  'signs of regular expressions': '.*+?^${}()|[]\\/-(?<=x)',
  'words of the language': 'constructor __proto__ toString hasOwnProperty',
  spaces: '   \t  ',
  'a broken surrogate': '\ud83e session',
};

for (const [what, query] of Object.entries(hostile)) {
  test(`${what} as a query does no harm`, { tag: what === 'markup' ? [] : '@sweep' }, async ({ page, site }) => {
    let alarmed = false;
    page.on('dialog', async (alarm) => {
      alarmed = true;
      await alarm.dismiss();
    });
    await search(page, site.url, query);
    if (query.trim()) await expect(status(page)).toHaveText(/result|Nothing/);
    // Nothing was asked, so the common questions stay.
    else await expect(options(page)).toHaveCount(7);
    await expect(dialog(page)).not.toContainText('could not be loaded');
    expect(await dialog(page).locator('img, script, svg, style').count()).toBe(0);

    await page.goto(`${site.url}search/?${new URLSearchParams({ q: query })}`);
    const said = page.locator('.search-status');
    if (query.trim()) await expect(said).toHaveText(/result|Nothing/);
    await expect(page.getByRole('main')).not.toContainText('could not be loaded');
    expect(await page.locator('.search-results').locator('img, script, svg, style').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(alarmed).toBe(false);
  });
}

test.describe('the search page', () => {
  const hits = (page: Page) => page.getByRole('main').locator('.search-results .search-hit');

  test('answers at an address that one can share, as plain links under headings', async ({ page, site }) => {
    await page.goto(`${site.url}search/?q=session`);
    await expect(hits(page).first()).toBeVisible();
    await expect(page).toHaveTitle(/^session · Search/);
    await expect(page.getByRole('searchbox', { name: 'Search the guide' })).toHaveValue('session');
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^\d+ results? in \d groups?$/);
    expect(await hits(page).evaluateAll((all) => all.every((hit) => !hit.hasAttribute('role')))).toBe(true);
  });

  test('shows the same first hit as the dialog', { tag: '@sweep' }, async ({ page, site }) => {
    await search(page, site.url, 'juniors');
    const first = await options(page).first().getAttribute('href');
    await page.goto(`${site.url}search/?q=juniors`);
    await expect(hits(page).first()).toHaveAttribute('href', first!);
  });

  test('shows as many results as it says', async ({ page, site }) => {
    await page.goto(`${site.url}search/?q=django`);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^\d+ results/);
    const said = Number.parseInt((await page.getByRole('main').getByRole('status').textContent())!);
    expect(said).toBeGreaterThan(30);
    await expect(hits(page)).toHaveCount(said);
  });

  test('lists the claims and decisions that bear on a query below all results', async ({ page, site }) => {
    await page.goto(`${site.url}search/?q=${encodeURIComponent('django hosting cost')}`);
    const links = page.getByRole('region', { name: 'Claims, decisions of teams, studies' }).getByRole('link');
    await expect(links.first()).toHaveAttribute('href', /\/(evidence|decisions)\//);
    await links.first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('takes a new query, and the way back', async ({ page, site }) => {
    await page.goto(`${site.url}search/`);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('session');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site.url}search/?q=session`);
    await expect(hits(page).first()).toBeVisible();
    await page.getByRole('searchbox').fill('juniors');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${site.url}search/?q=juniors`);
    await page.goBack();
    await expect(page.getByRole('searchbox')).toHaveValue('session');
  });

  test('searches for the very words where asked', async ({ page, site }) => {
    await page.goto(`${site.url}search/?q=migratons`);
    await page.getByRole('link', { name: 'instead' }).click();
    await expect(page).toHaveURL(`${site.url}search/?q=migratons&literal=`);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/result|Nothing/);
    await expect(page.getByRole('main')).not.toContainText('Showing results for');
  });

  test('has no violation that axe can find, light and dark', { tag: '@sweep' }, async ({ page, site }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const query of ['session', 'kubernetes xqzzv', 'xqzzv']) {
        await page.goto(`${site.url}search/?q=${query}`);
        await expect(page.getByRole('main').getByRole('status')).toHaveText(/result|Nothing/);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`)).toEqual([]);
      }
    }
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the button leads to a page with a form and every entry', async ({ page, site }) => {
    await page.goto(site.url + somewhere);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${site.url}search/`);
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('session');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site.url}search/?q=session`);
    await page.getByRole('main').getByRole('link', { name: 'Can Flask and Django' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
