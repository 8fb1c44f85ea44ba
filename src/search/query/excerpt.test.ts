import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerptOf } from './excerpt.ts';

const text = (runs: { text: string }[]) => runs.map((run) => run.text).join('');
const filler = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

describe('an excerpt', () => {
  it('marks the words of the query', () => {
    assert.deepEqual(excerptOf('A cache keeps results.', 'caches'), [
      { text: 'A ', hit: false },
      { text: 'cache', hit: true },
      { text: ' keeps results.', hit: false },
    ]);
  });

  it('shows the part in which most words of the query stand', () => {
    const long = `token ${filler(40)} a token in the form ${filler(40)}`;
    assert.match(text(excerptOf(long, 'form token')), /^… .*a token in the form.* …$/);
  });

  it('is nothing where no word stands', () => {
    assert.deepEqual(excerptOf('Nothing to see.', 'cache'), []);
    assert.deepEqual(excerptOf('', 'cache'), []);
  });
});
