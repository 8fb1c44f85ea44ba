import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PartState } from '../vocabulary.ts';
import { reasonFor, sourcesOf, verdictFrom } from './claim-verdict.ts';

const claim = (states: PartState[], limit?: string) => ({
  parts: states.map((state, at) => ({
    says: `Part ${at + 1}.`,
    state,
    ...(at === 0 && { main: true as const }),
    sources: [],
  })),
  limit,
});

describe('the verdict of a claim', () => {
  const cases: [states: PartState[], limit: string | undefined, verdict: string][] = [
    [['supported'], undefined, 'holds'],
    [['supported', 'supported'], undefined, 'holds'],
    [['supported'], 'it needs an account first', 'holds-with-limits'],
    [['supported', 'unproven'], undefined, 'holds-with-limits'],
    [['unproven'], undefined, 'not-checkable'],
    [['unproven', 'supported'], 'a limit', 'not-checkable'],
    [['supported', 'denied'], undefined, 'disputed'],
    [['unproven', 'denied'], undefined, 'disputed'],
    [['denied'], 'a limit', 'disputed'],
  ];
  for (const [states, limit, verdict] of cases)
    it(`is "${verdict}" where its parts are ${states.join(' and ')}${limit ? ', with a limit' : ''}`, () =>
      assert.equal(verdictFrom(claim(states, limit)), verdict));
});

describe('the reason for a verdict', () => {
  it('names the limit', () => {
    assert.match(reasonFor(claim(['supported'], 'it needs an account first')), /it needs an account first\./);
  });

  it('says whether a part or all of it is denied', () => {
    assert.equal(reasonFor(claim(['denied', 'denied'])), 'Our sources deny every part of it.');
    assert.equal(reasonFor(claim(['supported', 'denied'])), 'Our sources deny a part of it.');
    assert.equal(reasonFor(claim(['denied', 'supported', 'denied'])), 'Our sources deny 2 of its 3 parts.');
  });
});

describe('the sources of a claim', () => {
  it('are those of its parts and those that only the finding quotes, each place once', () => {
    const a = { source: 'a', locator: 'Top' };
    const b = { source: 'b', locator: 'End' };
    const parts = [
      { says: 'One.', state: 'supported' as const, main: true as const, sources: [a, b] },
      { says: 'Two.', state: 'supported' as const, sources: [a] },
    ];
    assert.deepEqual(sourcesOf({ parts, also: [{ source: 'a', locator: 'Elsewhere' }] }), [
      a,
      b,
      { source: 'a', locator: 'Elsewhere' },
    ]);
  });
});
