import { HtmlValidate } from 'html-validate';
import { pagesOf } from './builds.ts';
import { expect, test } from './reader.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
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

for (const { address, html } of pagesOf('hosted')) {
  test(`/${address} is valid HTML`, async () => {
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
    ).toEqual([]);
  });
}
