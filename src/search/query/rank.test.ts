import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bestOf, boost, isGeneral, rank, type Found } from './rank.ts';

/** What a word found: an id and its score, again and again. */
const scores = (...entries: [id: number, score: number][]) => new Map(entries);
const found = (...entries: [id: number, score: number][]): Found => ({ scores: scores(...entries), weight: 1 });
const none = scores();
const order = (...lists: Parameters<typeof rank>) => rank(...lists).map(({ id }) => id);

describe('a ranking', () => {
  it('puts what has all the words above what has one of them', () => {
    assert.deepEqual(order([found([1, 3], [2, 2]), found([2, 2])], none, 10), [2, 1]);
  });

  it('drops nothing that has one word', () => {
    assert.deepEqual(order([found([1, 1]), found([2, 2])], none, 10), [2, 1]);
  });

  it('counts a rare word for more of the query than a common one', () => {
    const common = found([1, 1], [2, 1], [3, 1], [4, 1]);
    const [first, second] = rank([common, found([5, 2])], none, 5);
    assert.equal(first!.id, 5);
    assert.ok(first!.coverage > 0.5 && second!.coverage < 0.5);
  });

  it('counts a word that says little for less', () => {
    const little = { ...found([1, 3]), weight: 0.5 };
    const ranked = rank([little, found([2, 2])], none, 10);
    assert.deepEqual(
      ranked.map(({ id }) => id),
      [2, 1],
    );
    assert.ok(ranked[1]!.coverage < 0.5);
  });

  it('lifts what the words found together', () => {
    assert.deepEqual(order([found([1, 1], [2, 1])], scores([2, 1]), 10), [2, 1]);
  });

  it('is empty where nothing was found', () => {
    assert.deepEqual(rank([], none, 10), []);
    assert.deepEqual(rank([found()], none, 10), []);
  });
});

describe('scores', () => {
  it('keep the best of several words', () => {
    const best = bestOf([
      { scores: scores([1, 1], [2, 1]), factor: 1 },
      { scores: scores([2, 4], [3, 2]), factor: 0.5 },
    ]);
    assert.deepEqual(best, scores([1, 1], [2, 2], [3, 1]));
  });

  it('rise for boosted entries only', () => {
    assert.deepEqual(
      boost(scores([1, 1], [2, 1]), (id) => id === 2, 2),
      scores([1, 1], [2, 2]),
    );
  });

  it('tell a query about the whole subject from one about a part', () => {
    const common = found([1, 1], [2, 1], [3, 1]);
    assert.equal(isGeneral([common, common], 4), true);
    assert.equal(isGeneral([common, found([1, 1])], 4), false);
    assert.equal(isGeneral([common], 4), false);
  });
});
