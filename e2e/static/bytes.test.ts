/** What a page costs before anything of it is shown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build, builtPages } from '../builds.ts';

/** One network round trip: what a server sends before it waits for an answer. */
const roundTrip = 14_000;
/** Long lists to look things up in, the guide on one page, and the tool: they may take more than one round trip. */
const long = [
  'calculator/',
  'calculator/method/',
  'compare/',
  'decisions/',
  'embed/calculator/',
  'evidence/',
  'evidence/sources/',
  'glossary/',
  'print/',
];

describe('a page', () => {
  it('is shown from its own HTML: one block of styles, no style attribute, and nothing to wait for', () => {
    const found = builtPages().flatMap(({ address, dom }) => [
      ...(dom.querySelectorAll('style').length === 1 ? [] : [`/${address}: more or less than one block of styles`]),
      ...dom
        .querySelectorAll('[style], link[rel=stylesheet], script[src]:not([type=module], [async], [defer])')
        .map((element) => `/${address}: ${element.outerHTML.slice(0, 100)}`),
    ]);
    assert.deepEqual(found, []);
  });

  it('to read arrives in one round trip', () => {
    const found = builtPages()
      .filter(({ address }) => !long.includes(address))
      .map(({ address, file }) => ({ address, bytes: readFileSync(join(build.folder, `${file}.br`)).length }))
      .filter(({ bytes }) => bytes > roundTrip)
      .map(({ address, bytes }) => `/${address}: ${bytes} bytes`);
    assert.deepEqual(found, []);
  });

  it('carries at most 1 kB of script, compressed, before the reader does anything', () => {
    const found = builtPages().flatMap(({ address, dom }) => {
      const scripts = dom
        .querySelectorAll('script:not([src], [type="application/ld+json"], [type="application/json"])')
        .map((script) => script.textContent);
      const bytes = brotliCompressSync(scripts.join('')).length;
      return bytes > 1_000 ? [`/${address}: ${bytes} bytes`] : [];
    });
    assert.deepEqual(found, []);
  });
});
