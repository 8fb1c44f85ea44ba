import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'node-html-parser';
import { strayWordIn, unnamedControls } from './lost-values.ts';

describe('a lost value', () => {
  it('is found in any text, with what stands around it', () => {
    assert.deepEqual(strayWordIn('Checked on undefined.'), ['says "undefined" in "Checked on undefined."']);
    assert.equal(strayWordIn('width="NaN"').length, 1);
    assert.equal(strayWordIn('[object Object]').length, 1);
  });

  it('is no word that only looks alike', () => {
    assert.deepEqual(strayWordIn('An [object-relational mapper](/x/), NaNo, undefinedness.'), []);
  });

  it('leaves a control without a name', () => {
    const names = (html: string) => unnamedControls(parse(html)).length;
    assert.equal(
      names('<a href="/"></a><button> </button><svg role="img"></svg><p aria-label=""></p><img src="/x">'),
      5,
    );
    assert.equal(
      names('<a href="/">Go</a><a href="/" aria-label="Go"></a><a href="/"><img alt="Go"></a><button>?</button>'),
      0,
    );
  });
});
