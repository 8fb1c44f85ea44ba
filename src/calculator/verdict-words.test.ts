import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Verdict } from './evaluate.ts';
import { headline, headlineOf, leanOf, names, shareSentence, verdictName, verdictNames } from './verdict-words.ts';

const verdict = (strength: Verdict['strength'], best: Verdict['best'], second: Verdict['second']): Verdict => ({
  ...{ strength, best, second, gap: 3 },
  shares: { flask: 0.246, django: 0.704, both: 0.05 },
});

describe('a verdict', () => {
  it('has one name and one heading', () => {
    const all = [
      [verdict('clear', 'flask', 'django'), 'clear-flask', 'Flask, clearly'],
      [verdict('clear', 'django', 'both'), 'clear-django', 'Django, clearly'],
      [verdict('clear', 'both', 'django'), 'clear-both', 'Use both, clearly'],
      [verdict('leans', 'flask', 'django'), 'leans-flask', 'Leans to Flask'],
      [verdict('leans', 'django', 'flask'), 'leans-django', 'Leans to Django'],
      [verdict('leans', 'both', 'django'), 'leans-both', 'Leans to using both'],
      [verdict('close', 'flask', 'django'), 'close-flask-django', 'Too close to call: Flask or Django'],
      [verdict('close', 'flask', 'both'), 'close-flask-both', 'Too close to call: Flask or both'],
      [verdict('close', 'django', 'both'), 'close-django-both', 'Too close to call: Django or both'],
    ] as const;
    for (const [found, name, words] of all) {
      assert.equal(verdictName(found), name);
      assert.equal(headline(found), words);
      assert.equal(headlineOf(name), words);
    }
    assert.deepEqual([...verdictNames].sort(), all.map(([, name]) => name).sort());
    assert.deepEqual(names, { flask: 'Flask', django: 'Django', both: 'both' });
  });

  it('that is too close names the two in one order, whichever is ahead', () => {
    assert.equal(verdictName(verdict('close', 'django', 'flask')), 'close-flask-django');
    assert.equal(verdictName(verdict('close', 'both', 'django')), 'close-django-both');
    assert.equal(headline(verdict('close', 'both', 'flask')), 'Too close to call: Flask or both');
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
      'Both came first in 5 of 100 variations of our numbers and your weights, Flask in 25 of 100.',
    );
  });
});
