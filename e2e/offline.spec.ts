/** What a visit costs, what is kept on the device, and what can be read without a network. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { test as base, expect, type Page } from '@playwright/test';
import { listPath, type KeptList } from '../src/offline/kept-files.ts';
import { listFiles, writeWorker } from '../src/offline/write-worker.ts';
import { build } from './builds.ts';
import { Line } from './line.ts';

interface Fixtures {
  /** A line to the built site. */
  line: Line;
  /** A copy of the built site, to change a file of it. */
  copy: Copy;
}

interface Copy {
  folder: string;
  base: string;
  /** Writes a text of the copy anew, with its compressed copies. */
  rewrite(name: string, change: (text: string) => string): void;
  /** Writes the list of kept files anew, as a build does. */
  list(): Promise<void>;
}

// The network goes away here, so the console may speak of it; everything else it says fails the test.
const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (!/Failed to load resource|net::ERR|Failed to fetch/.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', (error) => {
      // Said by the browser where a busy machine shows a page before its transition can begin.
      if (!error.message.startsWith('Transition was aborted')) said.push(error.message);
    });
    await use(page);
    expect(said, 'the console stays empty').toEqual([]);
  },
  line: async ({}, use) => {
    const line = await Line.to(build);
    await use(line);
    await line.close();
  },
  copy: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-copy-'));
    cpSync(build.folder, folder, { recursive: true });
    const rewrite: Copy['rewrite'] = (name, change) => {
      const file = join(folder, name);
      const text = change(readFileSync(file, 'utf8'));
      writeFileSync(file, text);
      writeFileSync(`${file}.br`, brotliCompressSync(text));
      writeFileSync(`${file}.gz`, gzipSync(text));
    };
    const list = async () => {
      // Of the files of the build before, which stay for open pages, the list speaks no more.
      const { files } = JSON.parse(readFileSync(join(build.folder, listPath), 'utf8')) as KeptList;
      const listed = new Set(files.map(([address]) => address));
      const now = await listFiles(folder);
      const text = JSON.stringify({ ...now, files: now.files.filter(([address]) => listed.has(address)) });
      rewrite(listPath, () => text);
    };
    await use({ folder, base: build.base, rewrite, list });
    rmSync(folder, { recursive: true });
  },
});
test.use({ serviceWorkers: 'allow' });

/** Says to the worker, before it starts, what the browser says about the connection. */
const connected = (copy: Copy, connection: object | undefined) =>
  copy.rewrite(
    'sw.js',
    (script) => `Object.defineProperty(navigator, 'connection', { value: ${JSON.stringify(connection)} });${script}`,
  );

/** How many pages the worker has counted. */
const views = (page: Page) =>
  page.evaluate(async () => {
    const kept = await caches.match(
      `${new URL('.', new URL(document.body.dataset['worker']!, location.href))}offline/views`,
    );
    return kept ? ((await kept.json()) as { pages: number }).pages : 0;
  });

/** How long the whole guide may take: on a busy machine hundreds of files are fetched, hashed and stored in a while. */
const fetching = { timeout: 45_000 };

/** Opens a page and waits until the worker has counted and kept it. */
async function view(page: Page, url: string): Promise<void> {
  const before = page.url() === 'about:blank' ? 0 : await views(page);
  await page.goto(url);
  await expect.poll(() => views(page)).toBe(before + 1);
  expect(await page.evaluate(async (url) => Boolean(await caches.match(url)), url)).toBe(true);
}

/** The names of the caches that hold the whole guide. */
const whole = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('whole')));

const keptInFooter = (page: Page) => page.getByText('The guide is kept for reading offline');

async function expectEverythingOffline(page: Page, url: string): Promise<void> {
  for (const address of ['guide/flask/', 'use-cases/online-shop-launch/', 'print/']) {
    await page.goto(url + address);
    await expect(page.locator('h1'), address).not.toContainText('no network');
  }
  await page.goto(`${url}evidence/#django-ships-web-attack-defences`);
  await expect(page.locator('main')).toContainText('ORM');
  await page.goto(`${url}search/?q=which+is+faster`);
  await expect(page.locator('.search-results a').first()).toBeVisible();
  await page.goto(`${url}faq/`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('security');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.goto(`${url}calculator/?m=2&size=tiny&workload=narrow&known=flask&separate=none&first=`);
  const verdict = page.locator('#verdict-heading');
  await expect(verdict).toHaveText(/^(Leans|Strongly) Flask$/);
  const before = await verdict.textContent();
  await page.getByText('Edit answers').click();
  await page.locator('[name=known][value=django]').check({ force: true });
  await expect(verdict).not.toHaveText(before!);
  await page.goto(`${url}nothing/here/`);
  await expect(page.locator('h1')).toContainText('There is no network');
}

const kilobytes = (bytes: number) => bytes / 1000;

for (const [address, most, tag] of [
  ['faq/which-is-faster/', 90, []],
  ['evidence/', 135, []],
  ['', 90, ['@sweep']],
  ['guide/django/', 90, ['@sweep']],
  ['use-cases/online-shop-launch/', 90, ['@sweep']],
  ['verdict/', 90, ['@sweep']],
  ['about/', 90, ['@sweep']],
  ['glossary/', 135, ['@sweep']],
  ['compare/', 135, ['@sweep']],
  // The whole guide on one page, which grows with it.
  ['print/', 175, ['@sweep']],
  ['calculator/', 135, ['@sweep']],
  ['calculator/method/', 135, ['@sweep']],
  ['search/', 135, ['@sweep']],
] as const) {
  test(
    `a visit of /${address} costs at most ${most} kB, and asks for no other page`,
    { tag: [...tag] },
    async ({ page, line }) => {
      // A debt, and no rule: the guide on one page had 168 kB with 41 questions and has 202 with 62.
      test.fail(address === 'print/', 'it costs more than it should');
      await view(page, line.url + address);
      expect(kilobytes(line.bytes)).toBeLessThanOrEqual(most);
      const pages = line.asked
        .filter((path) => path.endsWith('/'))
        .map((path) => path.slice(new URL(line.url).pathname.length));
      expect([...new Set(pages)].sort()).toEqual([address, 'offline/not-kept/'].sort());
      expect(await whole(page)).toEqual([]);
    },
  );
}

test('who stays can read, search and calculate without a network from the third page on', async ({ page, line }) => {
  test.slow(true, 'fetches, hashes and stores the whole guide');
  await view(page, line.url);
  await view(page, `${line.url}verdict/`);
  expect(await whole(page)).toEqual([]);
  line.cut();
  await page.goto(`${line.url}verdict/`);
  await expect(page.locator('h1'), 'a page that was seen').not.toContainText('no network');
  await page.goto(`${line.url}glossary/`);
  await expect(page.locator('h1'), 'a page that was not').toContainText('There is no network');
  line.mend();
  await page.goto(`${line.url}faq/`);
  await expect(keptInFooter(page)).toBeVisible(fetching);
  expect(await views(page), 'nothing is counted any more').toBe(0);
  line.cut();
  await expectEverythingOffline(page, line.url);
});

test('who saves data gets the whole guide by the button only, which says how large it is and when it is done', async ({
  page,
  line,
  copy,
}) => {
  test.slow(true, 'fetches, hashes and stores the whole guide');
  connected(copy, { saveData: true, effectiveType: '4g' });
  await line.lead(copy);
  for (const address of ['', 'verdict/', 'faq/', 'glossary/']) await view(page, line.url + address);
  expect(await whole(page)).toEqual([]);
  await page.locator('footer').getByRole('link', { name: 'Keep the guide for reading offline' }).click();
  const button = page.getByRole('button', { name: /Keep the guide for reading offline \(\d\.\d MB\)/ });
  await button.click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('The whole guide is kept', fetching);
  await expect(button).toBeHidden();
  line.cut();
  await expectEverythingOffline(page, line.url);
  await page.goto(`${line.url}offline/`);
  await expect(page.getByRole('main').getByRole('status')).toContainText('The whole guide is kept on this device');
});

test('a new build is seen at once, and only what changed is fetched for reading offline', async ({
  page,
  line,
  copy,
}) => {
  test.slow(true, 'fetches, hashes and stores the whole guide');
  await view(page, `${line.url}offline/`);
  await page.getByRole('button', { name: 'Keep the guide' }).click();
  await expect(keptInFooter(page)).toBeVisible(fetching);
  copy.rewrite('faq/index.html', (html) => html.replace('</h1>', ' (new)</h1>'));
  copy.rewrite('glossary/index.html', (html) => html.replace('</h1>', ' (new)</h1>'));
  await copy.list();
  await line.lead(copy);
  const [before] = await whole(page);
  line.asked = [];
  await page.goto(`${line.url}faq/`);
  await expect(page.locator('h1')).toContainText('(new)');
  await expect
    .poll(async () => (await whole(page)).length === 1 && (await whole(page))[0] !== before, fetching)
    .toBe(true);
  const { pathname } = new URL(line.url);
  const asked = line.asked.map((path) => path.slice(pathname.length)).filter((path) => path.endsWith('/'));
  expect([...new Set(asked)].sort()).toEqual(['faq/', 'glossary/']);
  expect(line.asked.filter((path) => path.includes('/_astro/'))).toEqual([]);
  line.cut();
  await page.goto(`${line.url}glossary/`);
  await expect(page.locator('h1')).toContainText('(new)');
});

test('who waits for the network in vain gets the page that is kept', async ({ page, line }) => {
  await view(page, `${line.url}verdict/`);
  await view(page, `${line.url}faq/`);
  line.hang();
  await page.goto(`${line.url}verdict/`);
  await expect(page.locator('h1')).toBeVisible();
});

test('a page works where the browser refuses even the question for a worker', async ({ page, line }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'serviceWorker', {
      get: () => {
        throw new DOMException('The document is sandboxed', 'SecurityError');
      },
    }),
  );
  await page.goto(`${line.url}offline/`);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeVisible();
});

for (const [what, connection] of [
  ['the connection is slow', { saveData: false, effectiveType: '3g' }],
  ['the browser does not say how it is connected', undefined],
] as const) {
  test(`nothing is fetched unasked where ${what}`, { tag: '@sweep' }, async ({ page, line, copy }) => {
    connected(copy, connection);
    await line.lead(copy);
    for (const address of ['', 'verdict/', 'faq/', 'glossary/']) await view(page, line.url + address);
    expect(await whole(page)).toEqual([]);
    expect(line.asked.filter((path) => path.endsWith(listPath))).toEqual([]);
  });
}

test(
  'the button says when the guide cannot be kept, and a later try works',
  { tag: '@sweep' },
  async ({ page, line, copy }) => {
    test.slow(true, 'fetches, hashes and stores the whole guide');
    copy.rewrite('glossary/index.html', (html) => html.replace('</h1>', ' (not as the list says)</h1>'));
    await line.lead(copy);
    await view(page, `${line.url}offline/`);
    const button = page.getByRole('button', { name: 'Keep the guide' });
    await button.click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('could not be kept', fetching);
    await copy.list();
    await button.click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('The whole guide is kept', fetching);
  },
);

test('two pages ask for the guide, and it is fetched once', { tag: '@sweep' }, async ({ page, context, line }) => {
  test.slow(true, 'fetches, hashes and stores the whole guide');
  await view(page, `${line.url}offline/`);
  const other = await context.newPage();
  await other.goto(`${line.url}offline/`);
  for (const each of [page, other]) await each.getByRole('button', { name: 'Keep the guide' }).click();
  for (const each of [page, other]) {
    await expect(each.getByRole('main').getByRole('status')).toContainText('The whole guide is kept', fetching);
  }
  expect(line.asked.filter((path) => path.endsWith('/print/'))).toHaveLength(1);
});

test(
  'a host that wants no worker any more takes the earlier one and all that it kept away',
  { tag: '@sweep' },
  async ({ page, line, copy }) => {
    await view(page, line.url);
    await writeWorker(copy.folder, false);
    copy.rewrite('sw.js', (script) => script);
    await line.lead(copy);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  },
);

test('the manifest makes the site installable', { tag: '@sweep' }, async ({ page, line }) => {
  await page.goto(line.url);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});
