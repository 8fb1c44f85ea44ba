/** What a page costs before anything of it is shown, and what a first search costs. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { listFile, pagefindScript, wordsFile } from '../../src/search/index/files.ts';
import { build, builtFile, builtPage, builtPages } from '../builds.ts';

/** One network round trip: what a server sends before it waits for an answer. */
const roundTrip = 14_000;
/** What a list may take: about as much as one page of the guide with its typefaces. */
const longPage = 40_000;
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

  it('to look things up in has at most 40 kB, but for the guide on one page', () => {
    const found = long
      .filter((address) => address !== 'print/')
      .map((address) => ({ address, bytes: readFileSync(join(build.folder, `${address}index.html.br`)).length }))
      .filter(({ bytes }) => bytes > longPage)
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

describe('a first search', () => {
  const sent = (name: string) =>
    readFileSync(join(build.folder, existsSync(join(build.folder, `${name}.br`)) ? `${name}.br` : name)).length;
  const sumOf = (names: readonly string[]) => names.reduce((sum, name) => sum + sent(name), 0);
  const fromRoot = (address: string) => address.slice(build.base.length).replace(/\?.*/, '');
  const button = builtPage('').dom.querySelector('[data-search]')!;
  const list = button.getAttribute('data-search')!.split(' ').map(fromRoot);
  const index = (JSON.parse(builtFile(listFile.slice(1))) as string[]).map(fromRoot);
  const script = withImports(fromRoot(button.getAttribute('data-script')!));
  const files = [...new Set([...script, ...list, ...index, pagefindScript.slice(1)])];

  it('of one word loads at most 140 kB', () => {
    const bytes = sumOf(files);
    assert.ok(bytes <= 140_000, `${bytes} bytes: ${files.map((name) => `${name} ${sent(name)}`).join(', ')}`);
  });

  it('of eight words loads at most 200 kB, whichever texts its excerpts are cut from', () => {
    const largest = globSync('search/texts/**/*.txt', { cwd: build.folder })
      .sort((a, b) => sent(b) - sent(a))
      .slice(0, mostShown);
    const bytes = sumOf([...files, wordsFile.slice(1), ...largest]);
    assert.ok(bytes <= 200_000, `${bytes} bytes`);
  });
});

/** Five groups of four: as many results as the dialog shows. */
const mostShown = 20;

/** A script of the build with the scripts that it imports. */
function withImports(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const [, other] of builtFile(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
    withImports(join(name, '..', other!), known);
  return known;
}
