import assert from 'node:assert/strict';
import { it } from 'node:test';
import { firstLeanFrom, stageOf, verdictFrom } from '../calculator/verdict-words.ts';
import { numeral, waiting } from './card.ts';

const before = (optional: number) => waiting({ core: 0, coreOf: 7, optional });

it('what stands in place of a verdict promises it after as many answers as give one', () => {
  assert.match(before(0), /^Three answers give a first lean, five the verdict:/);
  assert.match(before(1), /^Two more answers give /);
  assert.match(before(2), /^One more answer gives /);
  for (const [stage, from] of [
    ['first', firstLeanFrom],
    ['full', verdictFrom],
  ] as const) {
    assert.equal(stageOf({ core: from, optional: 0 }), stage);
    assert.match(before(0), new RegExp(numeral(from), 'i'));
  }
});
