import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stale } from './stale.ts';

const entry = (file: string, day: string) => ({ file, checked: new Date(day) });

describe('the stale report', () => {
  it('lists what was checked over six months ago, the oldest first', () => {
    const entries = [entry('new', '2026-11-01'), entry('old', '2026-05-21'), entry('oldest', '2025-01-01')];
    assert.deepEqual(
      stale(entries, new Date('2026-11-22')).map(({ file }) => file),
      ['oldest', 'old'],
    );
  });

  it('leaves out what was checked six months ago to the day', () => {
    assert.deepEqual(stale([entry('edge', '2026-05-22')], new Date('2026-11-22')), []);
  });
});
