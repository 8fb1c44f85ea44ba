import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publishedModel } from '../calculator/content-files.ts';
import { oursOf, readValues, valuesOf, withOurNumbers, withValues } from './number-rows.ts';

const model = publishedModel();
const points = model.criteria.map(({ points: own }) => own);
const blank = { choices: {} };

describe('what is typed into a row', () => {
  for (const [typed, says] of [
    [['3', '2', '4'], 'The lowest is above the likeliest.'],
    [['1', '5', '4'], 'The likeliest is above the highest.'],
    [['-1', '2', '3'], 'Use a number from 0 to 10,000.'],
    [['', '2', '3'], 'Use a number from 0 to 10,000.'],
    [['a', '2', '3'], 'Use a number from 0 to 10,000.'],
  ] as const)
    it(`is refused as ${typed.join(', ')}: ${says}`, () => {
      const read = readValues('range', 'dependency', typed);
      assert.ok('fault' in read);
      assert.equal(read.fault.says, says);
    });

  it('may have a comma for the point', () =>
    assert.deepEqual(readValues('range', 'dependency', ['0,1', '0.5', ' 2 ']), { values: [0.1, 0.5, 2] }));
});

describe('the answers', () => {
  it('hold a number that was changed, and lose it when it is ours again', () => {
    const changed = withValues('range', 'dependency', [0.1, 0.5, 1], model, blank, points);
    assert.deepEqual(changed.ranges, { dependency: [0.1, 0.5, 1] });
    assert.deepEqual(valuesOf('range', 'dependency', model, changed, points), [0.1, 0.5, 1]);
    const back = withValues('range', 'dependency', oursOf('range', 'dependency', model), model, changed, points);
    assert.deepEqual(back, blank);
  });

  it('hold every weight once one is set by hand', () => {
    const { id } = model.criteria[2]!;
    const { weights } = withValues('weight', id, [100], model, blank, points);
    assert.deepEqual(
      weights,
      points.map((own, at) => (at === 2 ? 100 : own)),
    );
  });

  it('keep what was chosen when our numbers are called back', () => {
    const mine = { choices: { size: 'tiny' }, weights: points, ranges: { dependency: [1, 2, 3] as const } };
    assert.deepEqual(withOurNumbers(mine), { choices: { size: 'tiny' } });
  });
});
