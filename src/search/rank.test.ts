import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bestOf, favour, isGeneral, rank } from './rank.ts';

const scores = (entries: Record<string, number>) => new Map(Object.entries(entries));
const none = scores({});
const order = (...lists: Parameters<typeof rank>) => rank(...lists).map(({ id }) => id);

describe('a ranking', () => {
  it('puts what has all the words above what has one of them', () => {
    assert.deepEqual(order([scores({ a: 3, b: 2 }), scores({ b: 2 })], none, 10), ['b', 'a']);
  });

  it('drops nothing that has one word', () => {
    assert.deepEqual(order([scores({ a: 1 }), scores({ b: 2 })], none, 10), ['b', 'a']);
  });

  it('counts a rare word for more of the query than a common one', () => {
    const common = scores({ a: 1, b: 1, c: 1, d: 1 });
    const [first, second] = rank([common, scores({ e: 2 })], none, 5);
    assert.equal(first!.id, 'e');
    assert.ok(first!.coverage > 0.5 && second!.coverage < 0.5);
  });

  it('lifts what the words found together', () => {
    assert.deepEqual(order([scores({ a: 1, b: 1 })], scores({ b: 1 }), 10), ['b', 'a']);
  });

  it('is empty where nothing was found', () => {
    assert.deepEqual(rank([], none, 10), []);
    assert.deepEqual(rank([none], none, 10), []);
  });
});

describe('scores', () => {
  it('keep the best of several words', () => {
    const best = bestOf([
      { scores: scores({ a: 1, b: 1 }), factor: 1 },
      { scores: scores({ b: 4, c: 2 }), factor: 0.5 },
    ]);
    assert.deepEqual(
      [...best],
      [
        ['a', 1],
        ['b', 2],
        ['c', 1],
      ],
    );
  });

  it('rise for favoured entries only', () => {
    assert.deepEqual(
      [...favour(scores({ a: 1, b: 1 }), (id) => id === 'b', 2)],
      [
        ['a', 1],
        ['b', 2],
      ],
    );
  });

  it('tell a query about the whole subject from one about a part', () => {
    const common = scores({ a: 1, b: 1, c: 1 });
    assert.equal(isGeneral([common, common], 4), true);
    assert.equal(isGeneral([common, scores({ a: 1 })], 4), false);
    assert.equal(isGeneral([common], 4), false);
  });
});
