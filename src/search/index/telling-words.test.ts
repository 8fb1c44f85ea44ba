import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tellingWords } from './telling-words.ts';

const texts = [
  { text: 'A queue keeps jobs, and the queue hands jobs to a worker.', indexed: 'Jobs' },
  { text: 'The cache is warm, for a worker fills the cache.', indexed: '' },
  { text: 'Just a worker in 2026, in 2026.', indexed: '' },
];

describe('telling words', () => {
  it('stand often in one text and seldom in the others', () => {
    const [first, second] = tellingWords(texts, 1);
    assert.deepEqual([first, second], [['queue'], ['cache']]);
  });

  it('leave out what is indexed anyway, stop words, numbers and what is said in passing', () => {
    assert.deepEqual(tellingWords(texts, 9), [['queue', 'worker'], ['cache', 'worker'], ['worker']]);
  });
});
