import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importedAtOnce } from './entries-at-once.ts';

const entry = (file: string) =>
  `["content/faq/${file}.mdx", () => import("astro:content-layer-deferred-module?fileName=content%2Ffaq%2F${file}.mdx")]`;
const list = (...entries: string[]) => `\nexport default new Map([\n${entries.join(',\n')}]);\n\t\t`;

describe('the list of entries', () => {
  it('imports every entry at once', () => {
    assert.equal(
      importedAtOnce(list(entry('is-it-fast'), entry('is-it-safe'))),
      `import * as entry0 from "/content/faq/is-it-fast.mdx";
import * as entry1 from "/content/faq/is-it-safe.mdx";
export default new Map([["content/faq/is-it-fast.mdx", () => entry0],
["content/faq/is-it-safe.mdx", () => entry1]]);`,
    );
  });

  it('may be empty', () => {
    assert.equal(importedAtOnce('export default new Map()'), '\nexport default new Map([]);');
  });

  it('stops the build where Astro writes it in another form', () => {
    assert.throws(() => importedAtOnce(list(entry('is-it-fast')).replace('() =>', 'async () =>')), /a new form/);
  });
});
