import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stem } from './words.ts';
import { weightsOf } from './weights.ts';

const { ofWord, saysLittle } = weightsOf(
  [['better', 'money'].map(stem).join(' '), stem('wonder')],
  200,
  new Set([stem('money')]),
);

describe('a word', () => {
  it('says less the commoner it is in English', () => {
    assert.ok(ofWord('money', 5) < ofWord('wonder', 5));
    assert.ok(ofWord('wonder', 5) < ofWord('microservices', 5));
  });

  it('says less the more entries have it', () => {
    assert.ok(ofWord('cache', 100) < ofWord('cache', 3));
  });

  it('says little where nearly every question has it', () => {
    for (const word of ['flask', 'django', 'framework', 'better', 'choosing', 'which'])
      assert.ok(saysLittle(word), word);
    for (const word of ['security', 'jobs', 'faster', 'money']) assert.ok(!saysLittle(word), word);
    assert.ok(ofWord('flask', 1) < ofWord('wonder', 1));
  });
});
