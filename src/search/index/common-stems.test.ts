import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stem } from '../query/words.ts';
import { commonStems } from './common-stems.ts';

/** A guide of 2,000 words in which "cost" stands often and "money" hardly. */
const words = [...Array<string>(1_900).fill('framework'), ...Array<string>(99).fill('cost'), 'money'];
const [everyday, common] = commonStems(words).map((list) => list.split(' '));

describe('words that are common in English', () => {
  it('come in steps, without stop words', () => {
    for (const word of ['time', 'way', 'better']) assert.ok(everyday!.includes(stem(word)), word);
    assert.ok(!everyday!.includes('the'));
    assert.ok(!common!.some((one) => everyday!.includes(one)));
  });

  it('are not those of the subject', () => {
    assert.ok([...everyday!, ...common!].includes(stem('money')));
    assert.ok(![...everyday!, ...common!].includes('cost'));
    assert.ok(![...everyday!, ...common!].includes('django'));
  });
});
