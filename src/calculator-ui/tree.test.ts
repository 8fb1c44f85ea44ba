import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { h, toHtml } from './tree.ts';

describe('markup as values', () => {
  it('is written as HTML in which text is only ever text', () => {
    const tree = h('p', { title: '"><script>' }, '<b>&', h('br'));
    assert.equal(toHtml(tree), '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;<br></p>');
  });

  it('leaves attributes out that are undefined or false, and keeps zero', () => {
    assert.equal(
      toHtml(h('rect', { x: 0, hidden: false, class: undefined, open: true })),
      '<rect x="0" open=""></rect>',
    );
  });

  it('takes lists of children beside single ones', () => {
    assert.equal(toHtml([h('i', {}, ['a', h('b')], 'c'), 'd']), '<i>a<b></b>c</i>d');
  });
});
