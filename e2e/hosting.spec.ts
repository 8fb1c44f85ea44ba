import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builds, countEntries, pagesOf } from './builds.ts';
import { expect, test } from './reader.ts';

const root = 'https://guide.example/guide-site/';
const listed = (address: string) => !['404.html', 'embed/calculator/', 'offline/', 'print/'].includes(address);

test('below a folder every link stays in the folder and every page opens', async ({ page, hostedSite }) => {
  const escaped: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(hostedSite.url)) escaped.push(request.url());
  });
  for (const { address, dom } of pagesOf('hosted')) {
    const links = dom.querySelectorAll('a[href^="/"]').map((link) => link.getAttribute('href')!);
    expect(links.filter((link) => !link.startsWith(builds.hosted.base))).toEqual([]);
    const response = await page.goto(hostedSite.url + address);
    expect(response?.ok(), address).toBe(true);
  }
  expect(escaped).toEqual([]);
});

test('fonts arrive below a folder', async ({ page, hostedSite }) => {
  const fonts = page.waitForResponse((response) => response.url().endsWith('.woff2'));
  await page.goto(hostedSite.url);
  expect((await fonts).ok()).toBe(true);
});

test('a named host gives every page its canonical and Open Graph address', () => {
  for (const { address, dom } of pagesOf('hosted').filter((page) => listed(page.address))) {
    expect(dom.querySelector('link[rel=canonical]')?.getAttribute('href'), address).toBe(root + address);
    expect(dom.querySelector('meta[property="og:url"]')?.getAttribute('content'), address).toBe(root + address);
  }
});

test('every page has a title, a description and Open Graph tags of its own', () => {
  for (const name of ['plain', 'hosted'] as const) {
    const pages = pagesOf(name);
    const of = (selector: string, attribute: string) =>
      pages.map(({ dom }) => dom.querySelector(selector)?.getAttribute(attribute) ?? '');
    const titles = pages.map(({ dom }) => dom.querySelector('title')!.textContent);
    expect(new Set(titles).size).toBe(pages.length);
    expect(new Set(of('meta[name=description]', 'content')).size).toBe(pages.length);
    for (const property of ['og:title', 'og:description', 'og:type', 'og:site_name']) {
      expect(of(`meta[property="${property}"]`, 'content')).not.toContain('');
    }
  }
});

test('the sitemap lists every page that search engines may list, and no other', () => {
  const index = readFileSync(join(builds.hosted.folder, 'sitemap-index.xml'), 'utf8');
  expect(index).toContain(`${root}sitemap-0.xml`);
  const sitemap = readFileSync(join(builds.hosted.folder, 'sitemap-0.xml'), 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
  const pages = pagesOf('hosted').map(({ address }) => address);
  expect(addresses.sort()).toEqual(
    pages
      .filter(listed)
      .map((address) => root + address)
      .sort(),
  );
});

test('the feed lists the changes of every entry with addresses that open', () => {
  const feed = readFileSync(join(builds.hosted.folder, 'changes.xml'), 'utf8');
  const links = [...feed.matchAll(/<item>.*?<link>([^<]+)<\/link>/gs)].map((match) => match[1]!);
  const pages = new Map(pagesOf('hosted').map(({ address, dom }) => [root + address, dom]));
  expect(new Set(links).size, 'each entry, however often it changed').toBe(
    countEntries('sections', 'use-cases', 'faq', 'pages'),
  );
  for (const link of links) {
    const [address, anchor] = link.split('#') as [string, string?];
    expect(pages.has(address), link).toBe(true);
    if (anchor) expect(pages.get(address)!.getElementById(anchor), link).not.toBeNull();
  }
});

test('without a host nothing pretends to know one', () => {
  for (const { address, html, dom } of pagesOf('plain')) {
    expect(
      dom.querySelectorAll('link[rel=canonical], meta[property="og:url"], link[type="application/rss+xml"]').length,
      address,
    ).toBe(0);
    expect(html, address).not.toMatch(/guide\.example|(href|content|src)="[^"]*(example\.org|localhost|127\.0\.0\.1)/);
  }
  for (const file of ['sitemap-index.xml', 'changes.xml']) {
    expect(existsSync(join(builds.plain.folder, file)), file).toBe(false);
  }
});
