import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parseAllHeaders } from '@netlify/headers-parser';
import { headersFile } from './headers-file.ts';
import { contentType, defaultHeaders, headerOverrides, headersFor } from './headers.ts';

describe('the headers', () => {
  it('let other sites frame the embed pages and no other', () => {
    const framing = (path: string) => headersFor(path)['Content-Security-Policy'];
    assert.equal(framing('embed/calculator/'), 'frame-ancestors *');
    for (const path of ['', 'calculator/', '404.html', 'embedded/', 'faq/embed/']) {
      assert.equal(framing(path), "frame-ancestors 'none'", path);
    }
  });

  it('let a frame without an origin fetch scripts, typefaces and numbers', () => {
    for (const path of ['_astro/a.123.js', '_astro/sans.123.woff2', 'calculator/model.json'])
      assert.equal(headersFor(path)['Access-Control-Allow-Origin'], '*', path);
  });

  it('let a browser keep a file only when its name changes with its content', () => {
    const caching = (path: string) => headersFor(path)['Cache-Control'];
    assert.match(caching('_astro/a.123.js')!, /immutable/);
    for (const path of ['', 'faq/', 'sw.js', 'pictures/index.png', 'pagefind/pagefind-entry.json', 'search/guide.json'])
      assert.equal(caching(path), 'no-cache', path);
  });

  it('never bind a host to HTTPS, which only its owner can decide', () => {
    assert.equal('Strict-Transport-Security' in defaultHeaders, false);
  });

  it('have overrides that every server can read: none inside another, and no header of its own', () => {
    const folders = headerOverrides.map(({ under }) => under);
    assert.deepEqual(
      folders.filter((folder) => folders.some((other) => other !== folder && folder.startsWith(other))),
      [],
    );
    const extra = headerOverrides
      .flatMap(({ headers }) => Object.keys(headers))
      .filter((name) => !(name in defaultHeaders));
    assert.deepEqual(extra, []);
  });

  it('take an address that ends with a slash for a page', () => {
    for (const path of ['', 'faq/', 'releases/3.1/']) assert.equal(contentType(path), 'text/html; charset=utf-8', path);
    assert.equal(contentType('faq.md'), 'text/markdown; charset=utf-8');
  });

  it('have a type for a file whose name says none', () => {
    for (const path of ['md', '_headers', 'a.constructor']) {
      assert.equal(contentType(path), 'application/octet-stream', path);
    }
  });
});

describe('the _headers file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headers-file-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const base of ['/', '/guide-site/']) {
    it(`gives every address below ${base} each of its headers once`, async () => {
      const file = join(folder, '_headers');
      const names = ['index.html', '404.html', 'sw.js', 'faq/', 'embed/', 'pictures/', '_astro/', 'pagefind/'];
      writeFileSync(file, headersFile(names, base));
      const { headers: rules, errors } = await parseAllHeaders({
        headersFiles: [file],
        configHeaders: [],
        minimal: true,
      });
      assert.deepEqual(errors, []);
      for (const path of ['', '404.html', 'sw.js', 'faq/', 'faq/a/', 'embed/b/', 'pictures/c.png', '_astro/d.js']) {
        const matching = rules.filter((rule) => matches(rule.for, base + path));
        const sent = matching.flatMap(({ values }) => Object.entries(values));
        assert.deepEqual(sent.sort(), Object.entries(headersFor(path)).sort(), path);
      }
    });
  }
});

/** Whether the pattern of a rule, with stars for any text, fits an address. */
function matches(pattern: string, address: string): boolean {
  return new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`).test(address);
}
