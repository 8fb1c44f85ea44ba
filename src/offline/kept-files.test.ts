import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, hashOf, isKept } from './kept-files.ts';

describe('for reading offline', () => {
  for (const path of [
    'index.html',
    'faq/a/index.html',
    'offline/index.html',
    'offline/not-kept/index.html',
    '_astro/serif.1a.woff2',
    '_astro/calculator.1a.js',
    'calculator/model.json',
    'search/guide.json',
    'pagefind/pagefind-entry.json',
    'pagefind/index/en_1a.pf_index',
    'favicon.svg',
  ]) {
    it(`${path} is kept`, () => assert.equal(isKept(path), true));
  }

  for (const path of [
    '404.html',
    'index.html.br',
    'pagefind/pagefind-entry.json.gz',
    'faq/a.md',
    'compare.json',
    'compare.csv',
    'pictures/a.png',
    '_headers',
    '_astro/.former',
    'sw.js',
    'embed/calculator/index.html',
    'offline/files.json',
  ]) {
    it(`${path} is not kept`, () => assert.equal(isKept(path), false));
  }

  it('a page is asked for by its folder, below the worker', () => {
    assert.equal(addressOf('faq/a/index.html'), 'faq/a/');
    assert.equal(addressOf('index.html'), './');
    assert.equal(addressOf('_astro/a.js'), '_astro/a.js');
  });

  it('a file is known by its content', async () => {
    assert.equal(await hashOf(Buffer.from('a')), 'ca978112ca1bbdca');
    assert.notEqual(await hashOf(Buffer.from('b')), await hashOf(Buffer.from('a')));
  });
});
