import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { opening, plainText } from './inline-text.ts';

describe('plain text', () => {
  it('has no backticks', () => {
    assert.equal(plainText('Run `flask run` first'), 'Run flask run first');
  });
});

describe('the opening of a text', () => {
  it('ends with a sentence, after ten words or more', () => {
    assert.equal(
      opening('It is short. It goes on until ten words have gone by. The rest is left out.'),
      'It is short. It goes on until ten words have gone by.',
    );
  });

  it('is the whole text where no sentence ends', () => {
    assert.equal(opening('A few words without an end'), 'A few words without an end');
  });
});
