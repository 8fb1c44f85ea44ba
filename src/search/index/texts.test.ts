import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textsOf } from './texts.ts';

describe('the text of an entry', () => {
  it('is what its page says, without labels, code and marks', () => {
    const main =
      '<main><p class="meta">Checked</p><div class="prose"><h2>Why<button>#</button></h2><p>It&#39;s small<a class="cite">3</a>.</p><pre>x = 1</pre></div></main>';
    assert.deepEqual(textsOf(main, [{ kind: 'question', path: '/faq/is-it/' }]), ["Why It's small."]);
  });

  it('is its own part where entries share a page', () => {
    const main =
      '<main><section aria-labelledby="small"><h2 id="small">Small</h2></section><dl><dt id="orm">ORM</dt><dd>Tables as objects</dd></dl><table><tr id="row"><td>a</td><td>b</td></tr></table></main>';
    assert.deepEqual(
      textsOf(main, [
        { kind: 'section', path: '/guide/flask/#small' },
        { kind: 'term', path: '/glossary/#orm' },
        { kind: 'capability', path: '/compare/#row' },
      ]),
      ['Small', 'Tables as objects', 'a b'],
    );
  });

  it('must stand on the page', () => {
    assert.throws(
      () => textsOf('<main></main>', [{ kind: 'term', path: '/glossary/#orm' }]),
      /no place for \/glossary\/#orm/,
    );
  });
});
