/** What pages show of the decisions of real teams. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { builtFile, builtPage } from '../builds.ts';

const useCases = globSync('content/use-cases/*.mdx').map((file) => `use-cases/${basename(file, '.mdx')}`);

describe('a use case', () => {
  it('shows one to three decisions like it, each with three shared answers at least', () => {
    for (const address of useCases) {
      const items = builtPage(`${address}/`).dom.querySelectorAll('[aria-labelledby=decided] li');
      assert.ok(items.length >= 1 && items.length <= 3, `${address} shows ${items.length}`);
      for (const { text } of items) {
        const shared = Number(/(\d+) answers are shared/.exec(text)?.[1]);
        assert.ok(shared >= 3, `${address}: ${text}`);
      }
    }
  });

  it('names the same decisions in its Markdown edition, with what is shared', () => {
    for (const address of useCases) {
      const named = builtPage(`${address}/`)
        .dom.querySelectorAll('[aria-labelledby=decided] li a')
        .map(({ text }) => text);
      const section = builtFile(`${address}.md`)
        .split('\n## ')
        .find((part) => part.startsWith('What teams in a similar'));
      const lines = section?.match(/^- .*answers are shared.*$/gm) ?? [];
      assert.deepEqual(
        lines.map((line) => /^- \[(.*?)\]/.exec(line)![1]),
        named,
        address,
      );
    }
  });
});

describe('the page of decisions', () => {
  it('prints code in a quotation as code, and no backticks', () => {
    const quotations = builtPage('decisions/').dom.querySelectorAll('.decision q');
    assert.ok(quotations.length > 0);
    assert.deepEqual(
      quotations.filter(({ text }) => text.includes('`')).map(({ text }) => text),
      [],
    );
  });
});
