import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headlineOf, verdictNames } from './calculator/verdict-words.ts';
import { placeOnScale, sideOf, verdictOfCalculator, verdictWords } from './verdict.ts';

describe('the verdict of an entry', () => {
  it('has words for every verdict of the calculator', () => {
    const words = Object.fromEntries(verdictNames.map((name) => [name, verdictWords(verdictOfCalculator(name))]));
    assert.deepEqual(words, {
      'strongly-flask': 'Strongly Flask',
      'strongly-django': 'Strongly Django',
      'strongly-both': 'Use both',
      'leans-flask': 'Leans Flask',
      'leans-django': 'Leans Django',
      'leans-both': 'Use both',
      'close-flask-django': 'Too close to call: Flask or Django',
      'close-flask-both': 'Too close to call: Flask or Flask + Django',
      'close-django-both': 'Too close to call: Django or Flask + Django',
    });
  });

  it('says what is undecided in the words of the calculator', () => {
    for (const name of verdictNames.filter((each) => each.startsWith('close')))
      assert.equal(verdictWords(verdictOfCalculator(name)), headlineOf(name));
  });

  it('counts for the side on which it comes down, however strongly', () => {
    const sides = (['strongly-flask', 'leans-django', 'close-flask-both', 'strongly-both'] as const).map((name) =>
      sideOf(verdictOfCalculator(name)),
    );
    assert.deepEqual(sides, ['flask', 'django', 'even', 'both']);
    assert.equal(sideOf({ kind: 'lean', lean: 'even' }), 'even');
  });

  it('stands in the middle of the scale where it is undecided', () => {
    const places = (['strongly-flask', 'close-flask-django', 'strongly-django'] as const).map((name) =>
      placeOnScale(verdictOfCalculator(name)),
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });
});
