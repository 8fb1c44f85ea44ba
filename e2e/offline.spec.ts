import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { test as base, expect, type Page } from '@playwright/test';
import { writeWorker } from '../src/offline/write-worker.ts';
import { serve, type RunningServer } from '../src/server/server.ts';
import { build } from './builds.ts';

// The network goes away here, so the console may speak of it; everything else it says fails the test.
const test = base.extend<{ quietConsole: void; workspace: string }>({
  quietConsole: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('console', (message) => {
        if (!/Failed to load resource|net::ERR/.test(message.text())) said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(error.message));
      await use();
      expect(said, 'the console stays empty').toEqual([]);
    },
    { auto: true },
  ],
  workspace: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-offline-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});
test.use({ serviceWorkers: 'allow' });

/** One visit, until everything is kept. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

/** Writes a text of a build anew, with its compressed copies. */
function rewrite(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, name);
  const text = change(readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  writeFileSync(`${file}.br`, brotliCompressSync(text));
  writeFileSync(`${file}.gz`, gzipSync(text));
}

test('after one visit the whole site can be read, searched and asked without a network', async ({ page }) => {
  const server = await serve(build);
  await visit(page, server.url);
  await server.close();

  for (const address of [
    'guide/flask/',
    'faq/',
    'use-cases/online-shop-launch/',
    'compare/',
    'evidence/',
    'glossary/',
    'print/',
  ]) {
    await page.goto(server.url + address);
    await expect(page.locator('h1'), address).toBeVisible();
    await expect(page.locator('h1'), address).not.toContainText('no network');
  }
  // A deep link, to a place in a page.
  await page.goto(`${server.url}evidence/#django-has-an-orm`);
  await expect(page.locator('main')).toContainText('ORM');
  // A search, on its page and in the dialog.
  await page.goto(`${server.url}search/?q=which+is+faster`);
  await expect(page.locator('.search-results a').first()).toBeVisible();
  await page.goto(`${server.url}faq/`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('security');
  await expect(page.getByRole('option').first()).toBeVisible();
  // A calculation, from a link that somebody sent.
  await page.goto(`${server.url}calculator/?m=1&size=tiny&known=flask&existing=numeric`);
  await expect(page.locator('.verdict [data-part=heading]')).toHaveText('Flask, clearly');
  await page.locator('[name=known][value=django]').check({ force: true });
  await expect(page.locator('.verdict [data-part=heading]')).not.toHaveText('Flask, clearly');
  // A page that is none.
  await page.goto(`${server.url}nothing/here/`);
  await expect(page.locator('h1')).toContainText('There is no network');
});

test('a new version waits, says so, and replaces every page at once when the reader accepts', async ({
  page,
  context,
  workspace,
}) => {
  const [first, second] = [join(workspace, 'a'), join(workspace, 'b')];
  cpSync(build.folder, first, { recursive: true });
  cpSync(build.folder, second, { recursive: true });
  rewrite(second, 'faq/index.html', (html) => html.replace('</h1>', ' (new)</h1>'));
  rewrite(second, 'calculator/index.html', (html) => html.replace('</h1>', ' (new)</h1>'));
  await writeWorker(second, true);

  let server: RunningServer = await serve({ folder: first, base: build.base });
  const port = Number(new URL(server.url).port);
  await visit(page, server.url);
  await page.goto(`${server.url}calculator/?m=1&size=tiny`);
  await page.locator('[name=workload][value=narrow]').check({ force: true });
  const reading = await context.newPage();
  await reading.goto(`${server.url}guide/flask/`);

  await server.close();
  server = await serve({ folder: second, port });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = page.getByText('A new version of this guide is there.');
  await expect(notice).toBeVisible();
  await expect(reading.getByText('A new version of this guide is there.')).toBeVisible();

  // Until then everybody stays with the old build, page by page.
  const still = await context.newPage();
  await still.goto(`${server.url}faq/`);
  await expect(still.locator('h1')).not.toContainText('(new)');
  await still.close();

  const reloaded = Promise.all([page.waitForEvent('load'), reading.waitForEvent('load')]);
  await page.getByRole('button', { name: 'Use it now' }).click();
  await reloaded;
  await expect(page.locator('h1')).toContainText('(new)');
  await expect(page.locator('[name=size][value=tiny]')).toBeChecked();
  await expect(page.locator('[name=workload][value=narrow]')).toBeChecked();
  await expect(notice).toHaveCount(0);
  await reading.goto(`${server.url}faq/`);
  await expect(reading.locator('h1')).toContainText('(new)');
  await server.close();
});

test('a new version that arrives in part leaves the old one in place', async ({ page, workspace }) => {
  const broken = join(workspace, 'b');
  cpSync(build.folder, broken, { recursive: true });
  rewrite(broken, 'faq/index.html', (html) => html.replace('</h1>', ' (new)</h1>'));
  await writeWorker(broken, true);
  for (const ending of ['', '.br', '.gz']) rmSync(join(broken, `faq/index.html${ending}`));

  let server = await serve(build);
  const port = Number(new URL(server.url).port);
  await visit(page, server.url);
  await server.close();
  server = await serve({ folder: broken, port });
  const installed = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<string>((resolve) =>
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing!;
        worker.addEventListener('statechange', () => resolve(worker.state));
      }),
    );
    await registration.update().catch(() => {});
    return found;
  });
  expect(await installed).toBe('redundant');
  await page.goto(`${server.url}faq/`);
  await expect(page.locator('h1')).not.toContainText('(new)');
  await expect(page.getByText('A new version')).toHaveCount(0);
  await server.close();
});

test('a first download that breaks off changes nothing for the reader', async ({ page, workspace }) => {
  const broken = join(workspace, 'a');
  cpSync(build.folder, broken, { recursive: true });
  for (const ending of ['', '.br', '.gz']) rmSync(join(broken, `faq/index.html${ending}`));
  const server = await serve({ folder: broken, base: build.base });
  await page.goto(`${server.url}guide/flask/`);
  const states = await page.evaluate(async () => {
    let registration: ServiceWorkerRegistration | undefined;
    while (!registration) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      registration = (await navigator.serviceWorker.getRegistrations())[0];
    }
    while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50));
    return [registration.waiting, registration.active];
  });
  expect(states).toEqual([null, null]);
  await page.goto(`${server.url}verdict/`);
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('security');
  await expect(page.getByRole('option').first()).toBeVisible();
  await server.close();
});

test('a host that wants no worker any more takes the earlier one away, as a new version', async ({
  page,
  workspace,
}) => {
  const off = join(workspace, 'b');
  cpSync(build.folder, off, { recursive: true });
  await writeWorker(off, false);
  let server = await serve(build);
  const port = Number(new URL(server.url).port);
  await visit(page, server.url);
  await server.close();
  server = await serve({ folder: off, port });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await reloaded;
  // The pages of this copy still register; those of a whole build without a worker do not.
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await server.close();
});

test('readers who save data keep nothing', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const server = await serve(build);
  await page.goto(server.url, { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
  await server.close();
});

test('what is kept stays within three megabytes as sent, holds no picture, and is named at build', async () => {
  const [output] = await writeWorker(build.folder, true);
  const [, kilobytes] = /, ([\d,]+) kB as sent \(limit 3,000 kB\)/.exec(output!)!;
  expect(Number(kilobytes!.replace(',', ''))).toBeLessThanOrEqual(3_000);
  const worker = readFileSync(join(build.folder, 'sw.js'), 'utf8');
  expect(worker).not.toMatch(/\.(png|jpe?g|webp)"/);
});

test('the manifest makes the site installable', async ({ page }) => {
  const server = await serve(build);
  await page.goto(server.url);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  await server.close();
});
