import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from './nearest.ts';

const labels = (query: string) =>
  nearest(
    query,
    ['Team and hiring', 'Schema migrations', 'Cost over three years'].map((label) => ({ label })),
  ).map(({ label }) => label);

describe('the nearest subjects', () => {
  it('share letters with the query', () => assert.equal(labels('emigrants')[0], 'Schema migrations'));

  it('keep their order where nothing is shared', () => {
    for (const query of ['', '🙂', 'x']) {
      assert.deepEqual(labels(query), ['Team and hiring', 'Schema migrations', 'Cost over three years']);
    }
  });
});
