import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, countEntries, builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

const root = 'https://guide.example/guide-site/';
const listed = (address: string) =>
  !['404.html', 'embed/calculator/', 'offline/', 'offline/not-kept/', 'print/'].includes(address);

test('below a folder every link stays in the folder and every page opens', async ({ page, site }) => {
  const escaped: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) escaped.push(request.url());
  });
  for (const { address, dom } of builtPages()) {
    const links = dom.querySelectorAll('a[href^="/"]').map((link) => link.getAttribute('href')!);
    expect(links.filter((link) => !link.startsWith(build.base))).toEqual([]);
    const response = await page.goto(site.url + address);
    expect(response?.ok(), address).toBe(true);
  }
  expect(escaped).toEqual([]);
});

test('fonts arrive below a folder', async ({ page, site }) => {
  const fonts = page.waitForResponse((response) => response.url().endsWith('.woff2'));
  await page.goto(site.url);
  expect((await fonts).ok()).toBe(true);
});

test('a named host gives every page its canonical and Open Graph address', () => {
  for (const { address, dom } of builtPages().filter((page) => listed(page.address))) {
    expect(dom.querySelector('link[rel=canonical]')?.getAttribute('href'), address).toBe(root + address);
    expect(dom.querySelector('meta[property="og:url"]')?.getAttribute('content'), address).toBe(root + address);
  }
});

test('every page has a title, a description and Open Graph tags of its own', () => {
  {
    const pages = builtPages();
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
  const index = readFileSync(join(build.folder, 'sitemap-index.xml'), 'utf8');
  expect(index).toContain(`${root}sitemap-0.xml`);
  const sitemap = readFileSync(join(build.folder, 'sitemap-0.xml'), 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
  const pages = builtPages().map(({ address }) => address);
  expect(addresses.sort()).toEqual(
    pages
      .filter(listed)
      .map((address) => root + address)
      .sort(),
  );
});

test('the feed lists the changes of every entry with addresses that open', () => {
  const feed = readFileSync(join(build.folder, 'changes.xml'), 'utf8');
  const links = [...feed.matchAll(/<item>.*?<link>([^<]+)<\/link>/gs)].map((match) => match[1]!);
  const pages = new Map(builtPages().map(({ address, dom }) => [root + address, dom]));
  expect(new Set(links).size, 'each entry, however often it changed').toBe(
    countEntries('sections', 'use-cases', 'faq', 'pages'),
  );
  for (const link of links) {
    const [address, anchor] = link.split('#') as [string, string?];
    expect(pages.has(address), link).toBe(true);
    if (anchor) expect(pages.get(address)!.getElementById(anchor), link).not.toBeNull();
  }
});
