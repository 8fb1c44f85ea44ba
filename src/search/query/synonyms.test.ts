import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { synonymsOf } from './synonyms.ts';

describe('synonyms', () => {
  it('are found for every form of a word', () => {
    for (const word of ['hack', 'hacks', 'hacked', 'hacking']) assert.ok(synonymsOf(word).includes('security'), word);
  });

  it('include what developers shorten', () => {
    assert.equal(synonymsOf('k8s')[0], 'kubernetes');
  });

  it('are none for other words, nor for words of the language', () => {
    for (const word of ['', 'kotlin', 'constructor', '__proto__']) assert.deepEqual(synonymsOf(word), [], word);
  });
});
