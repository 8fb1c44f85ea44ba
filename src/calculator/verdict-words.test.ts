import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Verdict } from './evaluate.ts';
import { always } from './generators.ts';
import { alternatives } from './model.ts';
import {
  headline,
  headlineOf,
  hundredths,
  leanOf,
  shareSentence,
  stageOf,
  verdictName,
  verdictNames,
} from './verdict-words.ts';

const verdict = (strength: Verdict['strength'], best: Verdict['best'], second: Verdict['second']): Verdict => ({
  ...{ strength, best, second },
  shares: { flask: 0.246, django: 0.704, both: 0.05 },
});

describe('a verdict', () => {
  it('has one name and one heading', () => {
    const all = [
      [verdict('strongly', 'flask', 'django'), 'strongly-flask', 'Strongly Flask'],
      [verdict('strongly', 'django', 'both'), 'strongly-django', 'Strongly Django'],
      [verdict('strongly', 'both', 'django'), 'strongly-both', 'Strongly Flask + Django'],
      [verdict('leans', 'flask', 'django'), 'leans-flask', 'Leans Flask'],
      [verdict('leans', 'django', 'flask'), 'leans-django', 'Leans Django'],
      [verdict('leans', 'both', 'django'), 'leans-both', 'Leans Flask + Django'],
      [verdict('close', 'flask', 'django'), 'close-flask-django', 'Too close to call: Flask or Django'],
      [verdict('close', 'flask', 'both'), 'close-flask-both', 'Too close to call: Flask or Flask + Django'],
      [verdict('close', 'django', 'both'), 'close-django-both', 'Too close to call: Django or Flask + Django'],
    ] as const;
    for (const [found, name, words] of all) {
      assert.equal(verdictName(found), name);
      assert.equal(headline(found, 'full'), words);
      assert.equal(headlineOf(name), words);
    }
    assert.deepEqual([...verdictNames].sort(), all.map(([, name]) => name).sort());
  });

  it('says nothing before three answers and no more than a first lean before five, whichever they are', () => {
    const stage = (core: number, optional: number) => stageOf({ core, optional });
    assert.deepEqual([stage(0, 0), stage(2, 0), stage(0, 2)], ['none', 'none', 'none']);
    assert.deepEqual([stage(3, 0), stage(1, 2), stage(4, 0), stage(0, 4)], ['first', 'first', 'first', 'first']);
    assert.deepEqual([stage(5, 0), stage(3, 2), stage(7, 9)], ['full', 'full', 'full']);
    for (const strength of ['strongly', 'leans'] as const) {
      assert.equal(headline(verdict(strength, 'django', 'flask'), 'none'), 'No verdict yet');
      assert.equal(headline(verdict(strength, 'django', 'flask'), 'first'), 'First lean: Django');
    }
    assert.equal(headline(verdict('close', 'django', 'flask'), 'first'), 'No lean yet');
  });

  it('has shares that add up to 100, each less than one from what it was', () => {
    assert.deepEqual(hundredths({ flask: 0.505, django: 0.495, both: 0 }), { flask: 51, django: 49, both: 0 });
    assert.deepEqual(hundredths({ flask: 1 / 3, django: 1 / 3, both: 1 / 3 }), { flask: 34, django: 33, both: 33 });
    always([fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)], (a, b, c) => {
      fc.pre(a + b + c > 0);
      const shares = { flask: a / (a + b + c), django: b / (a + b + c), both: c / (a + b + c) };
      const whole = hundredths(shares);
      assert.equal(whole.flask + whole.django + whole.both, 100);
      for (const of of alternatives) {
        assert.ok(Number.isInteger(whole[of]));
        assert.ok(Math.abs(whole[of] - 100 * shares[of]) < 1);
      }
    });
  });

  it('that is too close names the two in one order, whichever is ahead', () => {
    assert.equal(verdictName(verdict('close', 'django', 'flask')), 'close-flask-django');
    assert.equal(verdictName(verdict('close', 'both', 'django')), 'close-django-both');
  });

  it('sets the gauge, and leaves it alone where it is too close', () => {
    assert.deepEqual(verdictNames.map(leanOf), [
      ...['strongly-flask', 'strongly-django', 'both', 'leans-flask', 'leans-django', 'both'],
      ...[undefined, undefined, undefined],
    ]);
  });

  it('says how often the winner came first, and where it is close the second too', () => {
    assert.equal(
      shareSentence(verdict('leans', 'django', 'flask')),
      'Django came first in 70 of 100 variations of our numbers and your weights.',
    );
    assert.equal(
      shareSentence(verdict('close', 'both', 'flask')),
      'Flask + Django came first in 5 of 100 variations of our numbers and your weights, Flask in 25.',
    );
  });
});
