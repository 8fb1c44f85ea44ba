import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'node-html-parser';
import { hash } from './policy.ts';
import { stylesCutter } from './used-styles.ts';

/** What is left of the styles on a page with this body. */
function left(styles: string, body: string, scripts: Record<string, string> = {}): string {
  const html = `<html><head><style>${styles}</style></head><body>${body}</body></html>`;
  const page = parse(html, { blockTextElements: { script: true, style: true } });
  const cut = stylesCutter(new Map(Object.entries(scripts)))(html, page);
  return /<style>(.*)<\/style>/s.exec(cut)![1]!;
}

describe('the styles of a page', () => {
  it('lose a rule that asks for an element, a class or an id that the page lacks', () => {
    assert.equal(left('p{a:b}table{a:b}.note{a:b}#top p{a:b}.note>p,p{a:b}', '<p class="small">x</p>'), 'p{a:b}p{a:b}');
  });

  it('lose what holds no rule any more', () => {
    assert.equal(
      left('@layer a,b;@layer a{@media print{@supports (a:b){.note{a:b}}}}@layer b{p{a:b}}', '<p></p>'),
      '@layer a,b;@layer b{p{a:b}}',
    );
  });

  it('keep states, attributes that come and go, paper and forced colours', () => {
    for (const rule of [
      'a:hover{a:b}',
      'a[aria-current]{a:b}',
      ':root[data-theme=dark]{a:b}',
      '::selection{a:b}',
      'dialog::backdrop{a:b}',
      '@media print{a{a:b}}',
      '@media (forced-colors:active){a{a:b}}',
      '@font-face{font-family:F}',
      '@view-transition{navigation:auto}',
    ])
      assert.equal(left(rule, '<a href="/">x</a><dialog></dialog>'), rule);
  });

  it('keep a rule whatever must not be there, and lose one that needs what is not there', () => {
    const body = '<p class="a">x</p>';
    for (const rule of ['p:not(.gone){a:b}', 'p:is(.gone,.a){a:b}', 'p:not(:has(.gone)){a:b}'])
      assert.equal(left(rule, body), rule);
    for (const rule of ['p:has(.gone){a:b}', 'p:is(.gone,#gone){a:b}', ':where(.gone) p{a:b}'])
      assert.equal(left(rule, body), '');
  });

  it('keep what a script may add, also in a file that another one loads, or by a name that it puts together', () => {
    const styles = '.made{a:b}.later{a:b}.fill-flask{a:b}.gone{a:b}';
    const body =
      '<script>h("p",{class:"made"})</script><script type="module" src="/_astro/first.A1.js"></script>' +
      '<script type="application/ld+json">{"gone":1}</script>';
    assert.equal(
      left(styles, body, {
        'first.A1.js': 'import("./second.B2.js")',
        'second.B2.js': 'h("p",{class:"later"});h("i",{class:`fill-${x}`})',
        'other.C3.js': 'h("p",{class:"gone"})',
      }),
      '.made{a:b}.later{a:b}.fill-flask{a:b}',
    );
  });

  it('are allowed by the policy of the page as they are left', () => {
    const html = (styles: string) =>
      `<meta content="style-src '${hash(styles)}'"><style>${styles}</style><body><p></p></body>`;
    const before = html('p{a:b}.gone{a:b}');
    assert.equal(
      stylesCutter(new Map())(before, parse(before, { blockTextElements: { style: true } })),
      html('p{a:b}'),
    );
  });
});
