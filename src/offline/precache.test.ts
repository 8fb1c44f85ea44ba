import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, choose } from './precache.ts';

const files = (...paths: string[]) => paths.map((path) => ({ path, sent: 10 }));
const names = (list: readonly { path: string }[]) => list.map(({ path }) => path);

describe('what is kept for reading without a network', () => {
  it('is pages, scripts, typefaces and the search, and never pictures or copies', () => {
    const { kept, left } = choose(
      files(
        'index.html',
        'index.html.br',
        'faq/a/index.html',
        'faq/a.md',
        'compare.json',
        'pictures/a.png',
        '_astro/serif.woff2',
        'search/guide.json',
        'search/guide.json.br',
        '_headers',
        'sw.js',
        'embed/calculator/index.html',
      ),
    );
    assert.deepEqual(names(kept), ['_astro/serif.woff2', 'index.html', 'search/guide.json', 'faq/a/index.html']);
    assert.deepEqual(left, []);
  });

  it('begins with what readers need most where not everything fits', () => {
    const { kept, left, sent } = choose(
      files('print/index.html', 'faq/a/index.html', 'guide/index.html', 'index.html'),
      30,
    );
    assert.deepEqual(names(kept), ['index.html', 'guide/index.html', 'faq/a/index.html']);
    assert.deepEqual(names(left), ['print/index.html']);
    assert.equal(sent, 30);
  });

  it('fills up with small files behind one that is too large', () => {
    const { kept } = choose(
      [
        { path: 'faq/a/index.html', sent: 90 },
        { path: 'glossary/index.html', sent: 20 },
      ],
      50,
    );
    assert.deepEqual(names(kept), ['glossary/index.html']);
  });
});

describe('the address of a kept file', () => {
  it('is the folder of a page, below the worker', () => {
    assert.equal(addressOf('faq/a/index.html'), 'faq/a/');
    assert.equal(addressOf('index.html'), './');
    assert.equal(addressOf('_astro/a.js'), '_astro/a.js');
  });
});
