import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCommonplace, stem, wordsOf } from './words.ts';

describe('the words of a text', () => {
  it('have no case, no accents and no punctuation', () => {
    assert.deepEqual(wordsOf('Café, “Flask”!'), ['cafe', 'flask']);
  });

  it('are joined and apart where a hyphen joins them', () => {
    assert.deepEqual(wordsOf('two-factor'), ['twofactor', 'two', 'factor']);
  });

  it('lose a version that grew on to a name, and no other digit', () => {
    assert.deepEqual(wordsOf('sqlite3 jinja2 web2py i18n s3 2fa'), ['sqlite', 'jinja', 'web2py', 'i18n', 's3', '2fa']);
  });

  it('lose a possessive', () => {
    assert.deepEqual(wordsOf('Django’s'), ['django']);
  });
});

describe('a stem', () => {
  it('is what the forms of a word share', () => {
    assert.equal(stem('libraries'), stem('library'));
    assert.equal(stem('caching'), stem('cache'));
    assert.equal(stem('running'), 'run');
  });

  it('leaves short words alone', () => {
    assert.equal(stem('as'), 'as');
    assert.equal(stem('css'), 'css');
  });
});

describe('a word that says little about what is sought', () => {
  it('is known in each of its forms', () => {
    for (const word of ['change', 'changing', 'changed', 'building', 'created', 'development'])
      assert.ok(isCommonplace(word), word);
    assert.ok(!isCommonplace('migration'));
  });
});
