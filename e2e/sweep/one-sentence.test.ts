/** Pages do not depend on each other: what a build changes when an author changes one sentence. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Copy } from './copy.ts';

/** What depends on every text by its nature: the files of the search, the list for offline reading, compressed copies. */
const ofTheWhole = /^(search|pagefind)\/|^sw\.js|^offline\/files\.json|\.(br|gz)$/;

describe('a changed sentence of one question', () => {
  const copy = new Copy();
  after(() => copy.remove());

  it('changes its page, what prints it whole, and no other page, Markdown file or feed', async () => {
    const settings = { SITE_URL: 'https://guide.example', BASE_PATH: 'guide-site' };
    const first = await copy.build(settings);
    assert.equal(first.code, 0, first.output);
    const before = copy.site();
    const body = (text: string) => text.lastIndexOf('\n', text.trimEnd().length - 1) + 1;
    copy.change('content/faq/which-is-faster.mdx', (text) => {
      const at = body(text);
      return `${text.slice(0, at)}${text.slice(at).replace(/\b[a-z]{5,}\b/, 'otherwise')}`;
    });
    const second = await copy.build(settings);
    assert.equal(second.code, 0, second.output);
    const now = copy.site();
    const different = [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((name) => before[name] !== now[name] && !ofTheWhole.test(name))
      .sort();
    console.log(`These differ: ${different.join(', ')}`);
    assert.ok(different.includes('faq/which-is-faster/index.html'));
    assert.ok(different.includes('faq/which-is-faster.md'));
    assert.ok(different.length <= 8, different.join(', '));
  });
});
