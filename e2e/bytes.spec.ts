import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

/** One network round trip: what a server sends before it waits for an answer. */
const roundTrip = 14_000;
/** Long lists to look things up in, the guide on one page, and the tool: they may take more than one round trip. */
const long = ['calculator/', 'calculator/method/', 'compare/', 'embed/calculator/', 'evidence/', 'glossary/', 'print/'];

for (const { address, dom } of builtPages()) {
  test(`/${address} renders from its own HTML`, () => {
    expect(dom.querySelectorAll('style').length, 'one block of styles').toBe(1);
    expect(dom.querySelectorAll('link[rel=stylesheet], script[src]').length, 'nothing to wait for').toBe(0);
    expect(dom.querySelectorAll('[style]').length, 'no style attributes').toBe(0);
  });

  if (!long.includes(address)) {
    test(`/${address} arrives in one round trip, on a named host too`, () => {
      const file = address.endsWith('.html') ? address : `${address}index.html`;
      {
        const { folder } = build;
        const bytes = readFileSync(join(folder, `${file}.br`)).length;
        expect(bytes, folder).toBeLessThanOrEqual(roundTrip);
      }
    });
  }
}

test('a page asks for nothing but its fonts and its icon', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(site.url, '/')));
  await page.goto(`${site.url}guide/flask/`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !/^\/guide\/flask\/$|\.woff2$|^\/favicon\.svg$/.test(url))).toEqual([]);
});

test('the script before any interaction is at most 1 kB, compressed', async () => {
  const { brotliCompressSync } = await import('node:zlib');
  for (const { address, dom } of builtPages()) {
    const scripts = dom
      .querySelectorAll('script:not([type="application/ld+json"])')
      .map((script) => script.textContent);
    expect(brotliCompressSync(scripts.join('')).length, address).toBeLessThanOrEqual(1_000);
  }
});
