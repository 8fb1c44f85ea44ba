import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kind } from './answer.ts';
import { rank, type Found } from './rank.ts';

/** What a word found: an entry and how surely it treats the word, again and again. */
const found = (weight: number, ...entries: [place: number, strength: number][]): Found => ({
  strengths: new Map(entries),
  weight,
});
const none = new Map<number, number>();
const question = (): Kind => 'question';
const order = (...given: Parameters<typeof rank>) => rank(...given).map(({ place }) => place);

describe('a ranking', () => {
  it('puts what has all the words above what has one of them, and drops neither', () => {
    assert.deepEqual(order([found(1, [1, 1], [2, 1]), found(1, [2, 1])], none, question), [2, 1]);
  });

  it('counts a word that says little for less', () => {
    assert.deepEqual(order([found(0.2, [1, 1]), found(1, [2, 1])], none, question), [2, 1]);
  });

  it('tells how much of the question an entry has', () => {
    const [first] = rank([found(1, [1, 1]), found(3, [2, 1])], none, question);
    assert.deepEqual([first!.place, first!.coverage], [2, 0.75]);
  });

  it('puts what others asked in such words above what has the words', () => {
    assert.deepEqual(order([found(1, [1, 1], [2, 0.5])], new Map([[2, 0.9]]), question), [2, 1]);
  });

  it('finds what others asked for although it has none of the words', () => {
    assert.deepEqual(order([found(1)], new Map([[3, 0.9]]), question), [3]);
  });

  it('puts questions before terms with the same words', () => {
    assert.deepEqual(
      order([found(1, [1, 1], [2, 1])], none, (place) => (place === 1 ? 'term' : 'question')),
      [2, 1],
    );
  });

  it('keeps the order of the guide where nothing tells two entries apart', () => {
    assert.deepEqual(order([found(1, [4, 1], [2, 1])], none, question), [2, 4]);
  });

  it('is empty where nothing was found', () => {
    assert.deepEqual(rank([], none, question), []);
    assert.deepEqual(rank([found(1)], none, question), []);
  });
});
