import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted, mayFetchMore, stays, type Views } from './stay.ts';

const minutes = 60_000;
/** The views of pages that are seen at these minutes. */
const seenAt = (...times: number[]) =>
  times.reduce<Views | undefined>((views, time) => counted(views, time * minutes), undefined)!;

describe('a reader stays', () => {
  it('with the third page', () => {
    assert.equal(stays(seenAt(0)), false);
    assert.equal(stays(seenAt(0, 1)), false);
    assert.equal(stays(seenAt(0, 1, 2)), true);
  });

  it('with the second visit', () => {
    assert.equal(stays(seenAt(0, 29)), false);
    assert.equal(stays(seenAt(0, 31)), true);
    assert.equal(stays(seenAt(0, 60 * 24 * 365)), true);
  });

  it('not by a clock that was set back', () => {
    assert.equal(stays(seenAt(1_000_000, 0)), false);
  });
});

describe('more than what was asked for is fetched', () => {
  it('over a fast connection', () => {
    assert.equal(mayFetchMore({ saveData: false, effectiveType: '4g' }, false), true);
  });

  for (const effectiveType of ['slow-2g', '2g', '3g']) {
    it(`never over ${effectiveType}`, () => {
      for (const wished of [true, false]) assert.equal(mayFetchMore({ effectiveType }, wished), false);
    });
  }

  it('never for readers who save data', () => {
    for (const wished of [true, false]) {
      assert.equal(mayFetchMore({ saveData: true, effectiveType: '4g' }, wished), false);
      assert.equal(mayFetchMore({ saveData: true }, wished), false);
    }
  });

  it('only for those who wished it, where the browser says nothing', () => {
    for (const connection of [undefined, {}, { saveData: false }]) {
      assert.equal(mayFetchMore(connection, false), false);
      assert.equal(mayFetchMore(connection, true), true);
    }
  });
});
