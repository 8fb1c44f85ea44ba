import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownOf, sourcesByClaim, twinAddress } from './twins.ts';

const none = new Map();
const page = (content: string) => `<main>${content}</main>`;

describe('the Markdown of an entry', () => {
  it('keeps headings, links, tables and code', () => {
    const html = page(
      '<h1>Is it?</h1><p>See <a href="/faq/">the list</a>.</p><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><pre><code>a = "&lt;b&gt;"\n<b>b = 1</b></code></pre>',
    );
    const markdown = markdownOf(html, none, 'https://guide.example');
    assert.match(markdown, /^# Is it\?\n/);
    assert.match(markdown, /\[the list\]\(https:\/\/guide\.example\/faq\/\)/);
    assert.match(markdown, /\| A +\|\n\| --- \|\n\| 1 +\|/);
    assert.match(markdown, /```python\na = "<b>"\nb = 1\n```/);
  });

  it('says leans, verdicts and drawings in words', () => {
    const markdown = markdownOf(
      page(
        '<p><span class="lean"><i></i>Leans Django</span></p><p><span class="fill-mark">Holds</span></p><svg aria-label="A leads to B."><text>A</text></svg>',
      ),
      none,
    );
    assert.equal(markdown, '**Leans Django.**\n\n**Holds.**\n\nA leads to B.\n');
  });

  it('leaves out what surrounds the entry or floats over it', () => {
    const markdown = markdownOf(
      page('<nav>Menu</nav><h2>Why<a class="permalink" href="#why">#</a></h2><div data-apart>Definition</div>'),
      none,
    );
    assert.equal(markdown, '## Why\n');
  });

  it('ends with the sources of the claims that it cites', () => {
    const ledger =
      '<article class="claim"><h4 id="it-is-small">It is small.</h4><ul><li><a href="#source-docs">Design</a>: What micro means</li></ul></article><ul class="source-list"><li id="source-docs"><a href="https://docs.example/">Design</a></li></ul>';
    const list = '<ul class="evidence-list"><li><a href="/evidence/#it-is-small">5. It is small.</a></li></ul>';
    assert.match(
      markdownOf(page(list), sourcesByClaim(ledger)),
      /\n## Sources\n\n- Claim 5: \[Design\]\(https:\/\/docs\.example\/\), What micro means\n$/,
    );
  });

  it('stands where the page says', () => {
    assert.equal(twinAddress('<link rel="alternate" type="text/markdown" href="/faq/a.md">'), '/faq/a.md');
    assert.equal(twinAddress('<link rel="alternate" type="application/rss+xml" href="/x.xml">'), undefined);
  });
});
