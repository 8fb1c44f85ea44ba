import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vocabularyOf } from './vocabulary.ts';

const vocabulary = vocabularyOf(
  'django django database migration scalability security bootcamp hiring async testing'.split(' '),
);

describe('a vocabulary', () => {
  it('knows a word in all its forms', () => {
    for (const word of ['database', 'databases', 'migrate', 'migrating', 'secure', 'securing', 'test', 'tests']) {
      assert.equal(vocabulary.match(word), 'word', word);
    }
  });

  it('knows a word that is all but typed', () => {
    assert.equal(vocabulary.match('djang'), 'word');
    assert.equal(vocabulary.match('databas'), 'word');
  });

  it('tells a word from one that only begins another', () => {
    assert.equal(vocabulary.match('boot'), 'start');
    assert.equal(vocabulary.match('scala'), 'start');
    assert.equal(vocabulary.match('kotlin'), undefined);
  });

  it('finds the nearest word, the more frequent of two', () => {
    assert.equal(vocabulary.nearest('dajngo', false), 'django');
    assert.equal(vocabulary.nearest('jdango', false), 'django');
    assert.equal(vocabulary.nearest('migartion', false), 'migration');
    assert.equal(vocabularyOf(['testing', 'tasting', 'tasting']).nearest('tzsting', false), 'tasting');
  });

  it('leaves alone what is short, far or begins otherwise', () => {
    for (const word of ['djan', 'pizza', 'zecurity', 'jasync'])
      assert.equal(vocabulary.nearest(word, false), undefined, word);
  });

  it('finds the word of a mistyped beginning, where it may be one', () => {
    assert.equal(vocabulary.nearest('securt', true), 'security');
    assert.equal(vocabulary.nearest('scalibi', true), 'scalability');
    assert.equal(vocabulary.nearest('scalibi', false), undefined);
  });

  it('completes a beginning', () => {
    assert.equal(vocabulary.completed('hiri'), 'hiring');
    assert.equal(vocabulary.completed('x'), undefined);
  });
});
