import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseQuery, type Reading } from './parse-query.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const site = `Flask Flask Flask Django Django Django authentication security database scaling kubernetes two-factor
  e-commerce ci/cd migrations testing machine learning beginner scalability queries when which one choose security
  microservices sign-in bootcamp apart away lesson servers poor`;
const vocabulary = vocabularyOf(wordsOf(site));
const ask = (query: string, reading?: Reading) => parseQuery(query, vocabulary, reading);
const words = (query: string, reading?: Reading) => ask(query, reading).terms.map(({ word }) => word);

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
    assert.deepEqual(ask('scalab', { typing: true }).begun, []);
  });

  it('names a whole word with which only longer words begin', () => {
    assert.deepEqual(ask('spring boot').begun, ['boot']);
    assert.deepEqual(ask('boot ', { typing: true }).begun, ['boot']);
    for (const form of ['databases', 'scaled', 'databas']) assert.deepEqual(ask(form).begun, [], form);
  });

  it('keeps other forms of a known word', () => {
    assert.deepEqual(words('migrating tests query'), ['migrating', 'tests', 'query']);
  });

  it('has its typos repaired, and says so', () => {
    assert.deepEqual(words('flaks'), ['flask']);
    assert.deepEqual(ask('kuberntes').changes, [{ typed: 'kuberntes', used: 'kubernetes' }]);
    assert.deepEqual(words('authentification'), ['authentication']);
  });

  it('keeps the name of another tool that is only like one of the two', () => {
    assert.deepEqual(ask('why djongo').changes, []);
    assert.deepEqual(ask('why djongo').ignored, ['djongo']);
    assert.deepEqual(words('why djnago'), ['django']);
  });

  it('has no short word repaired, and none that begins otherwise', () => {
    assert.deepEqual(ask('djan flsk').ignored, ['flsk']);
    assert.deepEqual(ask('blask').ignored, ['blask']);
  });

  it('has abbreviations written out', () => {
    assert.deepEqual(ask('k8s').changes, [{ typed: 'k8s', used: 'kubernetes' }]);
    assert.deepEqual(ask('auth').terms[0]!.also.slice(0, 1), ['authentication']);
  });

  it('finds words of readers under the words of the site', () => {
    assert.deepEqual(words('newbie'), ['beginner']);
    assert.deepEqual(words('newbis'), ['beginner']);
  });

  it('guesses a word of readers that is being typed', () => {
    assert.deepEqual(words('newb', { typing: true }), ['beginner']);
    assert.deepEqual(
      words('newb'),
      ['newb'].filter((word) => vocabulary.match(word)),
    );
  });

  it('has a mistyped beginning repaired while it is being typed', () => {
    assert.deepEqual(words('authnet', { typing: true }), ['authentication']);
    assert.deepEqual(ask('authnet').ignored, ['authnet']);
  });

  it('finds as one word what a space parts', () => {
    assert.deepEqual(ask('micro services').terms, [
      { word: 'microservices', also: ['micro services'], typed: 'micro services' },
    ]);
    assert.deepEqual(words('sign in to django'), ['signin', 'django']);
  });

  it('finds as two words what was written as one', () => {
    assert.deepEqual(words('securityauthentication'), ['security', 'authentication']);
    assert.deepEqual(ask('securityblorb').ignored, ['securityblorb']);
    const stems = vocabularyOf(['migrations'], ['migrat', 'ons']);
    assert.deepEqual(
      parseQuery('migratons', stems).terms.map(({ word }) => word),
      ['migrations'],
    );
  });

  it('joins a digit with its letters where readers or the site have them so', () => {
    const site = vocabularyOf(['2fa', 'login']);
    assert.deepEqual(
      parseQuery('login with 2 fa', site).terms.map(({ word }) => word),
      ['login', '2fa'],
    );
  });

  it('takes no word of another language for a slip in what readers say', () => {
    assert.deepEqual(words('noviec'), ['beginner']);
    assert.deepEqual(ask('noviec', { foreign: true }).ignored, ['noviec']);
  });

  it('says what it took for one word', () => {
    assert.deepEqual(ask('micro services').changes, [{ typed: 'micro services', used: 'microservices' }]);
    assert.deepEqual(ask('k8s micro services').changes.length, 2);
  });

  it('makes no word of words that only happen to stand side by side', () => {
    assert.deepEqual(words('is django a part of flask'), ['django', 'flask']);
    assert.deepEqual(ask('is django a part of flask').ignored, ['part']);
    assert.deepEqual(words('what does a way to choose mean'), ['choose']);
    assert.ok(!words('spend less on queries').includes('lesson'));
  });

  it('leaves apart what was typed apart, on demand', () => {
    assert.deepEqual(words('micro services', { literal: true }), ['micro']);
  });

  it('takes Node.js for no server', () => {
    assert.deepEqual(ask('node js flask').changes, []);
  });

  it('names what nothing on the site begins with', () => {
    assert.deepEqual(ask('kotlin flask').ignored, ['kotlin']);
    assert.deepEqual(words('kotlin flask'), ['flask']);
  });

  it('is taken as typed on demand', () => {
    assert.deepEqual(ask('kuberntes flask', { literal: true }), {
      terms: [{ word: 'flask', also: [], typed: 'flask' }],
      changes: [],
      ignored: ['kuberntes'],
      begun: [],
    });
  });

  it('takes joined words together or apart, as the site has them', () => {
    assert.deepEqual(words('two-factor'), ['twofactor']);
    assert.deepEqual(words('ecommerce'), ['ecommerce']);
    assert.deepEqual(words('ci/cd flask-django'), ['ci', 'cd', 'flask', 'django']);
  });

  it('keeps what is denied', () => {
    for (const denied of [
      "django isn't a good choice",
      'is django not suitable',
      'dont choose django',
      'why not django',
    ])
      assert.ok(words(denied).includes('poor'), denied);
  });

  it('leaves a word alone that the site has elsewhere', () => {
    const other = vocabularyOf(wordsOf('content'), ['context']);
    assert.deepEqual(parseQuery('context', other).changes, []);
    assert.deepEqual(parseQuery('contemt', other).changes, [{ typed: 'contemt', used: 'content' }]);
  });

  it('takes no letter, number or version for an unknown word', () => {
    assert.deepEqual(ask('e.g. x flask 2.3 in 2019').ignored, []);
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
