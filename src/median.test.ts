import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { median } from './median.ts';

describe('the median', () => {
  it('is the value in the middle, in whatever order they come', () => {
    assert.equal(median([9, 1, 4]), 4);
  });

  it('lies between the two in the middle of an even number', () => {
    assert.equal(median([10, 1, 4, 2]), 3);
  });

  it('leaves the values as they are', () => {
    const values = [3, 1, 2];
    median(values);
    assert.deepEqual(values, [3, 1, 2]);
  });
});
