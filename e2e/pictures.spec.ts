import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { build, countEntries, builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

const root = 'https://guide.example/guide-site/';
const mostBytes = 25_000;

/** The page's picture: its file in the built site, and what the page says of it. */
function pictureOf({ dom }: ReturnType<typeof builtPages>[number]) {
  const stated = (property: string) =>
    dom.querySelector(`meta[property="${property}"], meta[name="${property}"]`)?.getAttribute('content');
  const address = stated('og:image') ?? '';
  return {
    address,
    file: join(build.folder, address.slice(root.length)),
    alternative: stated('og:image:alt'),
    size: { width: Number(stated('og:image:width')), height: Number(stated('og:image:height')) },
    card: stated('twitter:card'),
  };
}

test('every page on a named host shows other sites a picture that exists and has the stated size', async () => {
  for (const page of builtPages()) {
    const { address, file, size, card } = pictureOf(page);
    expect(address.startsWith(root), page.address).toBe(true);
    const { format, width, height } = await sharp(readFileSync(file)).metadata();
    expect({ format, width, height }, page.address).toEqual({ format: 'png', ...size });
    expect(size).toEqual({ width: 1200, height: 630 });
    expect(statSync(file).size, file).toBeLessThanOrEqual(mostBytes);
    expect(card).toBe('summary_large_image');
  }
});

test('every entry with a page has a picture of its own, whose words are its title and its lean', () => {
  const entries = builtPages().filter(({ dom }) => dom.querySelector('link[type="text/markdown"]'));
  expect(new Set(entries.map((page) => pictureOf(page).address)).size).toBe(
    countEntries('chapters', 'use-cases', 'faq', 'pages'),
  );
  for (const page of entries) {
    const { alternative } = pictureOf(page);
    const lean = page.dom.querySelector('.head .lean')?.textContent;
    expect(alternative, page.address).toContain(page.dom.querySelector('h1')!.textContent.trim());
    if (lean) expect(alternative, page.address).toMatch(RegExp(` ${lean}\\.$`));
  }
});

test('a picture arrives as one', async ({ page, site }) => {
  const response = await page.request.get(`${site.url}pictures/guide/flask.png`);
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('image/png');
});
