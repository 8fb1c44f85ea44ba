import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { defaultHeaders } from '../src/hosting/headers.ts';
import { serve } from '../src/server/server.ts';
import { kinds } from './builds.ts';
import { expect, test } from './reader.ts';

test('every answer carries the headers that a meta element cannot, and no header that it need not send', async ({
  request,
  site,
}) => {
  const others = ['Accept-Ranges', 'Connection', 'Content-Encoding', 'Content-Length', 'Content-Type', 'Date', 'ETag'];
  const more = ['Keep-Alive', 'Last-Modified', 'Location', 'Transfer-Encoding', 'Vary'];
  const known = [...Object.keys(defaultHeaders), ...others, ...more].map((name) => name.toLowerCase());
  for (const address of [...kinds, 'favicon.svg', 'faq', 'gone/']) {
    const headers = (await request.get(site.url + address, { maxRedirects: 0 })).headers();
    expect(headers, address).toMatchObject(
      Object.fromEntries(Object.entries(defaultHeaders).map(([name, value]) => [name.toLowerCase(), value])),
    );
    expect(
      Object.keys(headers).filter((name) => !known.includes(name)),
      address,
    ).toEqual([]);
  }
});

test('no kind of page asks another host for anything, and the browser reports nothing deprecated, refused or misread', async ({
  page,
  site,
}) => {
  // One page of each kind, one after the other.
  test.slow();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  const issues: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Audits.issueAdded', ({ issue }) => issues.push(`${page.url()}: ${JSON.stringify(issue)}`));
  session.on('Log.entryAdded', ({ entry }) => {
    // The browser itself reports the status of the page for what is not found.
    const expected = entry.text.includes('status of 404') && entry.url?.endsWith('/404.html');
    if (!expected) issues.push(`${page.url()}: ${entry.text}`);
  });
  await session.send('Audits.enable');
  await session.send('Log.enable');
  for (const address of kinds) await page.goto(site.url + address, { waitUntil: 'networkidle' });
  expect(elsewhere).toEqual([]);
  expect(issues).toEqual([]);
});

base('other sites can frame the embed pages, even when they are isolated, and no other page', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'framed-'));
  for (const name of ['', 'embed/framed/']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.html'), '<!doctype html><title>A page</title><h1>A page</h1>');
  }
  const server = await serve({ folder });
  const frames = ['', 'embed/framed/'].map((path) => `<iframe src="${server.url}${path}"></iframe>`);
  const elsewhere = createServer(({ url }, response) => {
    if (url === '/isolated') response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Elsewhere</title>${frames.join('')}`);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  try {
    for (const path of ['/', '/isolated']) {
      await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}${path}`);
      const heading = (frame: number) => page.frameLocator(`iframe >> nth=${frame}`).getByRole('heading');
      await expect(heading(1), path).toHaveText('A page');
      await expect(heading(0), path).toHaveCount(0);
    }
  } finally {
    await server.close();
    elsewhere.close();
    elsewhere.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
});
