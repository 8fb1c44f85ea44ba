import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Alternative } from '../calculator/model.ts';
import { seeded } from '../calculator/random.ts';
import { hundredths, stageOf } from '../calculator/verdict-words.ts';
import { byShare, placeOf, say, shareWords, spoken } from './said.ts';

/** A verdict with these shares. */
function shares(flask: number, django: number, both: number) {
  const parts = { flask, django, both };
  const [best, second] = byShare(parts) as [Alternative, Alternative];
  return { shares: parts, best, second };
}

describe('shares in words', () => {
  it('add up to 100, whatever they are, and none is off by one or more', () => {
    const draw = seeded(3);
    for (let at = 0; at < 1_000; at++) {
      const [a, b, c] = [draw(), draw(), draw() * 0.2] as const;
      const sum = a + b + c;
      const parts = { flask: a / sum, django: b / sum, both: c / sum };
      const whole = hundredths(parts);
      assert.equal(whole.flask + whole.django + whole.both, 100);
      for (const one of ['flask', 'django', 'both'] as const) assert.ok(Math.abs(whole[one] - parts[one] * 100) < 1);
    }
  });

  it('stand in the order of their size, the leader first', () => {
    const { before, number, after } = shareWords(say(shares(0.505, 0.495, 0), 'full'));
    assert.equal(
      `${before}${number}${after}`,
      'Flask came first in 51 of 100 variations of our numbers, Django in\u00a049. Below 65 we do not call it.',
    );
  });
});

describe('the headline', () => {
  for (const [parts, answered, title] of [
    [[0.9, 0.1, 0], 2, 'No verdict yet'],
    [[0.9, 0.1, 0], 3, 'First lean: Flask'],
    [[0.6, 0.4, 0], 4, 'No lean yet'],
    [[0.9, 0.1, 0], 5, 'Strongly Flask'],
    [[0.2, 0.796, 0.004], 7, 'Strongly Django'],
    [[0.2, 0.79, 0.01], 7, 'Leans Django'],
    [[0.65, 0.35, 0], 7, 'Leans Flask'],
    [[0.644, 0.356, 0], 7, 'Too close to call'],
    [[0.1, 0.2, 0.7], 7, 'Leans Flask + Django'],
  ] as const)
    it(`is “${title}” after ${answered} answers and shares of ${parts.join(', ')}`, () =>
      assert.equal(say(shares(parts[0], parts[1], parts[2]), stageOf({ core: answered, optional: 0 })).title, title));

  it('is said with its shares, and alone before there is a verdict', () => {
    assert.equal(spoken(say(shares(0.9, 0.1, 0), 'none')), 'No verdict yet');
    assert.match(spoken(say(shares(0.9, 0.1, 0), 'full')), /^Strongly Flask\. Flask came first in 90 of 100/);
  });
});

it('the mark on the scale never stands on the side of who does not lead', () => {
  const draw = seeded(4);
  for (let at = 0; at < 1_000; at++) {
    const flask = draw();
    const said = say(shares(flask, 1 - flask, 0), 'full');
    const place = placeOf(said);
    assert.ok(said.best === 'flask' ? place <= 50 : place >= 50);
    assert.equal(said.called, place <= 35 || place >= 65);
  }
});
