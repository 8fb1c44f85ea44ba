import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stem, understand, vocabularyOf, wordsOf } from './query.ts';

const site = `Flask Flask Flask Django Django Django authentication security database scaling kubernetes two-factor
  e-commerce ci/cd migrations testing machine learning beginner scalability queries when which one choose security`;
const vocabulary = vocabularyOf(wordsOf(site));
const ask = (query: string, literal?: boolean) => understand(query, vocabulary, literal);
const words = (query: string) => ask(query).terms.map(({ word }) => word);

describe('the words of a text', () => {
  it('have no case, no accents and no punctuation', () => {
    assert.deepEqual(wordsOf('Café, “Flask”!'), ['cafe', 'flask']);
  });

  it('are joined and apart where a hyphen joins them', () => {
    assert.deepEqual(wordsOf('two-factor'), ['twofactor', 'two', 'factor']);
  });

  it('lose a possessive', () => {
    assert.deepEqual(wordsOf('Django’s'), ['django']);
  });
});

describe('a query', () => {
  it('loses its stop words', () => {
    assert.deepEqual(words('does the Django have a database'), ['django', 'database']);
  });

  it('keeps stop words where there is nothing else', () => {
    assert.deepEqual(words('which one'), ['which', 'one']);
  });

  it('keeps a word that is being typed', () => {
    assert.deepEqual(words('scalab'), ['scalab']);
    assert.deepEqual(ask('scalab').changes, []);
  });

  it('keeps other forms of a known word', () => {
    assert.deepEqual(words('migrating tests query'), ['migrating', 'tests', 'query']);
  });

  it('has its typos repaired, and says so', () => {
    assert.deepEqual(words('flaks'), ['flask']);
    assert.deepEqual(ask('kuberntes').changes, [{ typed: 'kuberntes', used: 'kubernetes' }]);
    assert.deepEqual(words('authentification'), ['authentication']);
  });

  it('has no short word repaired, and none that begins otherwise', () => {
    assert.deepEqual(ask('djan flsk').ignored, ['flsk']);
    assert.deepEqual(ask('blask').ignored, ['blask']);
  });

  it('has abbreviations written out', () => {
    assert.deepEqual(ask('k8s').changes, [{ typed: 'k8s', used: 'kubernetes' }]);
    assert.deepEqual(ask('auth').terms, [{ word: 'auth', also: ['authentication'] }]);
  });

  it('finds everyday words under the words of the site', () => {
    assert.deepEqual(words('newbie'), ['beginner']);
  });

  it('names what nothing on the site begins with', () => {
    assert.deepEqual(ask('kotlin flask').ignored, ['kotlin']);
    assert.deepEqual(words('kotlin flask'), ['flask']);
  });

  it('is taken as typed on demand', () => {
    assert.deepEqual(ask('kuberntes flask', true), {
      terms: [{ word: 'flask', also: [] }],
      changes: [],
      ignored: ['kuberntes'],
    });
  });

  it('takes joined words together or apart, as the site has them', () => {
    assert.deepEqual(words('two-factor'), ['twofactor']);
    assert.deepEqual(words('ecommerce'), ['ecommerce']);
    assert.deepEqual(words('ci/cd flask-django'), ['ci', 'cd', 'flask', 'django']);
  });

  it('names a word once', () => {
    assert.deepEqual(words('flask FLASK flaks'), ['flask']);
  });

  for (const hostile of [
    '',
    '   ',
    '<img src=x onerror=alert(1)>',
    '.*[](){}\\^$',
    '"',
    '🐍🐍',
    'שלום',
    'a'.repeat(10_000),
  ]) {
    it(`survives ${JSON.stringify(hostile.slice(0, 30))}`, () => {
      assert.ok(ask(hostile).terms.length <= 12);
    });
  }

  it('has an end', () => {
    assert.ok(ask('flask1 '.repeat(2_000)).terms.length <= 12);
    assert.ok(ask(Array.from({ length: 50 }, (_, at) => `k${at}`).join(' ')).ignored.length <= 12);
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
