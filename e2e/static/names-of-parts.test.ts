import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { partsOfEveryPage, partsOfPages } from '../../src/entries/rules/names.ts';
import { builtPage } from '../builds.ts';

const pages = {
  sections: 'guide/flask/',
  claims: 'evidence/',
  capabilities: 'compare/',
  decisions: 'decisions/',
  glossary: 'glossary/',
};

test('an entry cannot take a name that its page has for a part of its own', () => {
  for (const [collection, address] of Object.entries(pages)) {
    const entries = new Set(globSync(`content/${collection}/*`).map((file) => basename(file).replace(/\.\w+$/, '')));
    const { names, prefixes } = partsOfPages[collection]!;
    const open = builtPage(address)
      .dom.querySelectorAll('[id]')
      .map((element) => element.id)
      .filter((id) => !entries.has(id))
      .filter((id) => ![...names, ...partsOfEveryPage.names].includes(id))
      .filter((id) => ![...prefixes, ...partsOfEveryPage.prefixes].some((prefix) => id.startsWith(prefix)));
    assert.deepEqual(open, [], address);
  }
});
