import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keywordsOf } from './keywords.ts';

const texts = [
  { text: 'A queue keeps jobs, and the queue hands jobs to a worker.', indexed: 'Jobs' },
  { text: 'The cache is warm, for a worker fills the cache.', indexed: '' },
  { text: 'Just a worker in 2026, in 2026.', indexed: '' },
];

describe('keywords', () => {
  it('stand often in one text and seldom in the others', () => {
    const [first, second] = keywordsOf(texts, 1);
    assert.deepEqual([first, second], [['queue'], ['cache']]);
  });

  it('leave out what is indexed anyway, stop words, numbers and what is said in passing', () => {
    assert.deepEqual(keywordsOf(texts, 9), [['queue', 'worker'], ['cache', 'worker'], ['worker']]);
  });
});
