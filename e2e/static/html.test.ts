/** What a validator of HTML finds wrong with a page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { builtPage, builtPages, kinds } from '../builds.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The compressor drops what HTML lets it drop; void elements and quotes are a matter of taste.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // A long title is a matter for its author; the limit is in the data model.
    'long-title': 'off',
    // Scripts of our own stand in the page by design, under a policy with their hashes.
    'require-sri': 'off',
    // Code samples scroll, so they take the keyboard and say what they are.
    'prefer-native-element': 'off',
    // The comparison is a grid on small screens, which takes a table's own roles away.
    'no-redundant-role': 'off',
    // Only a button that submits needs a type, and there is no form.
    'no-implicit-button-type': 'off',
    // A list of features is one name with many boxes, and an empty one says that none is ticked.
    'form-dup-name': 'off',
  },
});

describe('the HTML', () => {
  it('of every page is valid, and nothing in it keeps readers with other senses out', async () => {
    const found: string[] = [];
    for (const { address, html } of builtPages()) {
      const { results } = await validator.validateString(html);
      for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages))
        found.push(`/${address} line ${line}: ${ruleId}: ${message}`);
    }
    assert.deepEqual(found, []);
  });
});

it('every address that stands for its kind of page is a page', () => {
  for (const address of kinds) assert.ok(builtPage(address).dom.querySelector('h1'), address);
});
