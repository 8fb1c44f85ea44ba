/** What other sites, browsers and search engines learn from the head of a page. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { build, builtPages, countEntries, unlisted, type BuiltPage } from '../builds.ts';

const mostBytes = 25_000;

const stated = ({ dom }: BuiltPage, name: string) =>
  dom.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
const linked = ({ dom }: BuiltPage, relation: string) =>
  dom.querySelector(`link[rel=${relation}]`)?.getAttribute('href');

describe('the head of a page', () => {
  it('has a title and a description that no other page has', () => {
    const pages = builtPages();
    const twice = (value: (page: BuiltPage) => string | undefined) =>
      [...Map.groupBy(pages, value)].filter(([text, all]) => !text || all.length > 1).map(([text]) => text);
    assert.deepEqual(
      twice(({ dom }) => dom.querySelector('title')?.textContent),
      [],
    );
    assert.deepEqual(
      twice((page) => stated(page, 'description')),
      [],
    );
  });

  it('names the address under which search engines list the page', () => {
    const found = builtPages()
      .filter(({ address }) => !unlisted.includes(address))
      .filter((page) =>
        [linked(page, 'canonical'), stated(page, 'og:url')].some((url) => url !== build.root + page.address),
      )
      .map(({ address }) => `/${address}`);
    assert.deepEqual(found, []);
  });

  it('tells other sites its title, description, kind and site', () => {
    const found = builtPages().flatMap((page) =>
      ['og:title', 'og:description', 'og:type', 'og:site_name']
        .filter((name) => !stated(page, name))
        .map((name) => `/${page.address}: ${name}`),
    );
    assert.deepEqual(found, []);
  });

  it('names a picture that exists, has the stated size and is small', async () => {
    const size = { width: 1200, height: 630 };
    const seen = new Set<string>();
    for (const page of builtPages()) {
      const address = stated(page, 'og:image') ?? '';
      assert.ok(address.startsWith(build.root), `/${page.address}: the picture is at "${address}"`);
      const said = { width: Number(stated(page, 'og:image:width')), height: Number(stated(page, 'og:image:height')) };
      assert.deepEqual(said, size, page.address);
      assert.equal(stated(page, 'twitter:card'), 'summary_large_image', page.address);
      if (seen.has(address)) continue;
      seen.add(address);
      const file = join(build.folder, address.slice(build.root.length));
      const { format, width, height } = await sharp(readFileSync(file)).metadata();
      assert.deepEqual({ format, width, height }, { format: 'png', ...size }, file);
      assert.ok(statSync(file).size <= mostBytes, `${file}: ${statSync(file).size} bytes`);
    }
  });

  it('of an entry names a picture of its own, whose words are its title and its verdict', () => {
    // These are made of records, and have a Markdown edition without being an entry.
    const fromRecords = (address: string) => address === 'decisions/' || address.startsWith('evidence/measurements/');
    const entries = builtPages().filter(
      ({ address, dom }) => !fromRecords(address) && dom.querySelector('link[type="text/markdown"]'),
    );
    const pictures = new Set(entries.map((page) => stated(page, 'og:image')));
    assert.equal(pictures.size, countEntries('chapters', 'use-cases', 'faq', 'pages', 'claims'));
    const found = entries.flatMap((page) => {
      const words = stated(page, 'og:image:alt') ?? '';
      const title = page.dom.querySelector('h1')!.textContent.trim();
      const verdict = page.dom.querySelector('.head p :is(.lean, .undecided)')?.textContent ?? '';
      return words.includes(title) && words.includes(verdict) ? [] : [`/${page.address}: ${words}`];
    });
    assert.deepEqual(found, []);
  });
});
