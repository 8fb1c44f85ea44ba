import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingMinutes } from './reading-time.ts';

describe('reading time', () => {
  it('is a minute for 230 words', () => {
    assert.equal(readingMinutes(['word '.repeat(230 * 4)]), 4);
  });

  it('is never less than a minute', () => {
    assert.equal(readingMinutes(['Short.']), 1);
  });

  it('leaves out components', () => {
    assert.equal(readingMinutes(['<Cite claim="one-two-three" /> '.repeat(500)]), 1);
  });
});
