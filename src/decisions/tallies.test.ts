import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Move, ReasonCode } from '../vocabulary.ts';
import { agreement, heldBriefly, kappa, reasonTallies } from './tallies.ts';

const decided = (move: Move, ...codes: ReasonCode[]) => ({
  move,
  outcome: { state: 'held' as const },
  reasons: codes.map((code) => ({ code })),
});

describe('the tally of reasons', () => {
  it('counts each record by where it went, from Flask to Django', () => {
    const tallies = reasonTallies([
      decided('chose-flask', 'light', 'known'),
      decided('flask-to-django', 'parts', 'known'),
      decided('chose-django', 'parts'),
      decided('both', 'light'),
    ]);
    assert.deepEqual(tallies, [
      { code: 'light', flask: 1, django: 0, else: 1 },
      { code: 'known', flask: 1, django: 1, else: 0 },
      { code: 'parts', flask: 0, django: 2, else: 0 },
    ]);
  });
});

describe('Cohen’s kappa', () => {
  it('is 1 where two readers always agree, and 0 where they agree as chance would have it', () => {
    assert.equal(
      kappa([
        [true, true],
        [false, false],
        [true, true],
        [false, false],
      ]),
      1,
    );
    assert.equal(
      kappa([
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ]),
      0,
    );
  });

  it('gives the figure of the textbook example: 20, 5, 10 and 15 of 50 make 0.4', () => {
    const pairs = [
      ...Array.from({ length: 20 }, () => [true, true] as const),
      ...Array.from({ length: 5 }, () => [true, false] as const),
      ...Array.from({ length: 10 }, () => [false, true] as const),
      ...Array.from({ length: 15 }, () => [false, false] as const),
    ];
    assert.ok(Math.abs(kappa(pairs)! - 0.4) < 1e-9);
  });

  it('is left out for a code with fewer than eight uses', () => {
    const twice = (codes: ReasonCode[], second: ReasonCode[]) => ({
      reasons: codes.map((code) => ({ code })),
      secondCodes: second,
    });
    const records = [
      ...Array.from({ length: 8 }, () => twice(['parts'], ['parts'])),
      twice(['async'], []),
      twice([], []),
    ];
    assert.deepEqual(
      agreement(records).map(({ code }) => code),
      ['parts'],
    );
  });
});

describe('how briefly decisions held', () => {
  const seen = (date: string | undefined, last: string, state = 'held') => ({ date, outcome: { state, seen: last } });

  it('counts those that were seen less than a year later', () => {
    assert.equal(heldBriefly([seen('2017-04-05', '2017-04-12'), seen('2022-11', '2023-10-30')]), 2);
    assert.equal(heldBriefly([seen('2022-11', '2023-11'), seen('2015', '2026')]), 0);
  });

  it('counts none whose dates leave room for a year, and none that ended otherwise', () => {
    assert.equal(
      heldBriefly([seen('2018', '2019-01'), seen(undefined, '2019'), seen('2017', '2017-02', 'reversed')]),
      0,
    );
    assert.equal(heldBriefly([seen('2015', '2015-09')]), 1);
  });
});
