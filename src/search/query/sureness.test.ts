import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSure, type Signs } from './sureness.ts';

const signs: Signs = {
  likeness: 0.7,
  share: 0.8,
  isError: false,
  isHowTo: false,
  isHelp: false,
  namesOne: true,
  namesOther: false,
  isForeign: false,
  words: 6,
};

describe('an entry', () => {
  it('is sure to answer what others asked in nearly the same words', () => assert.ok(isSure(signs)));

  it('is not where little of the question is treated, or nobody asked so', () => {
    assert.ok(!isSure({ ...signs, share: 0.2 }));
    assert.ok(!isSure({ ...signs, likeness: 0, share: 0.6 }));
  });

  for (const sign of ['isError', 'isHowTo', 'isHelp', 'namesOther', 'isForeign'] as const)
    it(`is less sure where ${sign} holds`, () => {
      const least = { ...signs, likeness: 0.5, share: 0.42 };
      assert.ok(isSure(least));
      assert.ok(!isSure({ ...least, [sign]: true }));
    });

  it('is less sure where neither framework is named', () => {
    const least = { ...signs, likeness: 0.5, share: 0.42 };
    assert.ok(!isSure({ ...least, namesOne: false }));
  });

  it('is sure in spite of an error only where all of it is what others asked', () => {
    assert.ok(isSure({ ...signs, isError: true, likeness: 1, share: 1 }));
    assert.ok(!isSure({ ...signs, isError: true, likeness: 0.7, share: 0.7 }));
  });
});
