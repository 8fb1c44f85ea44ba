import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { longestQuery, readAddress, writeAddress, type Ignored } from './address.ts';
import { rangesOf, type Answers } from './answers.ts';
import { publishedModel } from './content-files.ts';
import { estimate, monthsTo, prepare, verdictOf } from './evaluate.ts';
import { always, anyAnswers, inOrder, scoreRows } from './generators.ts';
import { alternatives } from './model.ts';
import { isWithin, limitsOf, rises } from './number-limits.ts';
import { costRange, drawSamples } from './uncertainty.ts';

const model = publishedModel();
const samples = drawSamples(model, undefined, 20);
const read = (query: string) => readAddress(query, model);

/** Fails unless answers are ones that the form could hold. */
function assertValid({ choices, first, later, weights, ranges = {}, scores = {} }: Answers) {
  for (const [question, option] of Object.entries(choices))
    assert.ok(model.questions.find(({ id }) => id === question)!.options.some(({ id }) => id === option));
  const features = [...(first ?? []), ...(later ?? [])];
  assert.equal(new Set(features).size, features.length);
  for (const feature of features) assert.ok(model.features.some(({ id }) => id === feature));
  if (weights) {
    assert.equal(weights.length, model.criteria.length);
    assert.ok(weights.every((points) => points >= 0 && points <= 100));
  }
  for (const [name, [low, likely, high]] of Object.entries(ranges)) {
    assert.ok(Object.hasOwn(rangesOf(model), name));
    assert.ok([low, likely, high].every((one) => isWithin(one, limitsOf(name))) && rises([low, likely, high]));
  }
  for (const [name, row] of Object.entries(scores)) {
    assert.ok(scoreRows(model).includes(name));
    assert.ok(row.length === 3 && row.every((score) => score >= 0 && score <= 100));
  }
  for (const record of [choices, ranges, scores]) assert.equal(Object.getPrototypeOf(record), Object.prototype);
}

describe('an address', () => {
  it('brings back the answers that it was written for, and nothing is ignored', () => {
    always([anyAnswers(model)], (answers) => {
      const query = writeAddress(answers, model);
      fc.pre(query.length <= longestQuery);
      assert.deepEqual(read(query), { answers, ignored: [] });
      assert.equal(writeAddress(read(query).answers, model), query);
    });
  });

  it('reads as it is documented', () => {
    const query = 'm=2&size=small&known=flask&first=orm.forms&later=admin&w=20-14-15-13-13-13-12.5';
    const own = '&x.dependency=0.2,0.6,2&x.orm.flask=1,2,3&s.size.tiny=90,45,10';
    assert.deepEqual(read(query + own), {
      answers: {
        choices: { size: 'small', known: 'flask' },
        ...{ first: ['orm', 'forms'], later: ['admin'], weights: [20, 14, 15, 13, 13, 13, 12.5] },
        ranges: { dependency: [0.2, 0.6, 2], 'orm.flask': [1, 2, 3] },
        scores: { 'size.tiny': [90, 45, 10] },
      },
      ignored: [],
    });
    assert.equal(writeAddress(read(query + own).answers, model), query + own);
  });

  it('is short where little is answered, and names the version of the model', () => {
    assert.equal(writeAddress({ choices: {} }, model), 'm=2');
    assert.equal(writeAddress({ choices: {} }, { ...model, version: 7 }), 'm=7');
    assert.deepEqual(read('m=2'), { answers: { choices: {} }, ignored: [] });
    assert.deepEqual(read(''), { answers: { choices: {} }, ignored: [] });
  });

  it('is the same for the same answers, in whatever order they were given', () => {
    const a: Answers = {
      choices: { known: 'flask', size: 'small' },
      ...{ first: ['forms', 'orm'], later: ['jobs', 'admin'] },
      ranges: { turnover: [0, 0, 1], dependency: [0, 1, 2] },
      scores: { 'size.tiny': [1, 2, 3], 'growth.lots': [3, 2, 1] },
    };
    assert.equal(
      writeAddress(a, model),
      'm=2&size=small&known=flask&first=orm.forms&later=admin.jobs' +
        '&x.dependency=0,1,2&x.turnover=0,0,1&s.growth.lots=3,2,1&s.size.tiny=1,2,3',
    );
  });

  it('tells no features from features that nobody has looked at', () => {
    assert.equal(writeAddress({ choices: {}, first: [] }, model), 'm=2&first=');
    assert.deepEqual(read('first=').answers, { choices: {}, first: [] });
    assert.equal(writeAddress({ choices: {}, first: ['orm'], later: [] }, model), 'm=2&first=orm');
  });

  it('keeps numbers that are longer than it reads, rounded', () => {
    const answers: Answers = {
      choices: {},
      weights: [0.1 + 0.2, 1e-7, 1 / 3, 100, 0, 0, 0],
      ranges: { dependency: [1e-9, 0.123456, 9_999.99999] },
    };
    const query = writeAddress(answers, model);
    assert.equal(query, 'm=2&w=0.3-0-0.3333-100-0-0-0&x.dependency=0,0.1235,10000');
    assert.deepEqual(read(query).ignored, []);
  });

  it('is also what a form without script sends: a part for each feature, and open questions as empty', () => {
    const { answers, ignored } = read('size=&growth=lots&first=orm&first=forms&later=admin&later=jobs');
    assert.deepEqual(answers, { choices: { growth: 'lots' }, first: ['orm', 'forms'], later: ['admin', 'jobs'] });
    assert.deepEqual(ignored, []);
    assert.deepEqual(read('first=orm&first=orm').ignored, [{ part: 'first=orm', reason: 'repeated' }]);
    assert.deepEqual(read('first=&first=orm').answers.first, ['orm']);
  });

  it('holds a second scenario for comparison', () => {
    const pinned = 'm=2&size=small&first=orm.forms';
    const query = writeAddress({ choices: { size: 'large' } }, model, pinned);
    assert.equal(query, 'm=2&size=large&b=m%3D2%26size%3Dsmall%26first%3Dorm.forms');
    assert.deepEqual(read(query), { answers: { choices: { size: 'large' } }, ignored: [], pinned });
  });
});

describe('a damaged address', () => {
  const notices = (query: string) => read(query).ignored.map(({ part, reason }) => `${reason}: ${part}`);

  it('never throws, yields answers that the form could hold, and a finite verdict', () => {
    const name = fc.oneof(
      fc.constantFrom(...model.questions.map(({ id }) => id), 'first', 'later', 'w', 'm', 'b', 'x.', 's.', 'x', 's'),
      fc.constantFrom('__proto__', 'constructor', 'x.__proto__', 's.__proto__.tiny', 's.size.__proto__', 'toString'),
      fc.constantFrom(...Object.keys(rangesOf(model)).map((range) => `x.${range}`)),
      fc.constantFrom(...scoreRows(model).map((row) => `s.${row}`), 's.separate.load', 's.size.tiny.more'),
      fc.string(),
    );
    const number = fc.oneof(
      fc.nat(20_000).map(String),
      fc.double().map(String),
      fc.constantFrom('', '-1', '1e3', '0x10', ' 1', '١', 'NaN', 'Infinity', '00000', '99999.9999', '0.00001', '1,5'),
    );
    const value = fc.oneof(
      fc.constantFrom(...model.questions.flatMap(({ options }) => options.map(({ id }) => id))),
      fc
        .array(fc.constantFrom(...model.features.map(({ id }) => id), 'nope', '__proto__', ''))
        .map((all) => all.join('.')),
      fc.array(number, { maxLength: 9 }).map((all) => all.join('-')),
      fc.array(number, { maxLength: 4 }).map((all) => all.join(',')),
      fc.constantFrom(
        '__proto__',
        'constructor',
        '%',
        '%00',
        '%E0%A4%A',
        '<script>',
        '\u0000',
        '=',
        '&',
        '+',
        'é💥',
        '\ud800',
      ),
      fc.string({ minLength: 100, maxLength: 900 }),
    );
    const part = fc.oneof(
      fc.tuple(name, value).map(([key, said]) => `${key}=${said}`),
      fc.string(),
    );
    always([fc.array(part, { maxLength: 14 })], (parts) => {
      const { answers, ignored, olderVersion } = read(parts.join('&'));
      assertValid(answers);
      for (const one of ignored) assert.ok(one.part.length <= 40);
      assert.ok(olderVersion === undefined || /^\d{1,4}$/.test(olderVersion));
      const found = estimate(prepare(model, answers), answers);
      const { shares } = verdictOf(found, samples);
      const { atHorizon } = costRange(found, 3);
      for (const days of inOrder(atHorizon)) assert.ok(Number.isFinite(days.low) && Number.isFinite(days.high));
      for (const one of alternatives) assert.ok(Number.isFinite(monthsTo(found, one)));
      assert.ok(Number.isFinite(found.gap) && inOrder(shares).every(Number.isFinite));
      assert.equal(Object.hasOwn(Object.prototype, 'tiny'), false);
    });
  });

  it('has each part that was not used named once, and keeps all others', () => {
    const broken = fc.constantFrom<[string, Ignored['reason']]>(
      ['colour=red', 'unknown'],
      ['__proto__=tiny', 'unknown'],
      ['size=huge', 'no-such-answer'],
      ['known=__proto__', 'no-such-answer'],
      ['w=1-2-3', 'wrong-weights'],
      ['w=1-2-3-4-5-6-101', 'wrong-weights'],
      ['w=1-2-3-4-5-6-x', 'wrong-weights'],
      ['w=1-2-3-4-5-6-7-8', 'wrong-weights'],
      ['x.dependency=3,2,1', 'wrong-range'],
      ['x.dependency=1,3,2', 'wrong-range'],
      ['x.dependency=1,2', 'wrong-range'],
      ['x.dependency=1,2,3,4', 'wrong-range'],
      ['x.dependency=1,2,10001', 'wrong-range'],
      ['x.dependency=-1,2,3', 'wrong-range'],
      ['x.optimism=0.5,1,2', 'wrong-range'],
      ['x.bias=0,0,0', 'wrong-range'],
      ['x.days-per-month=0,18,20', 'wrong-range'],
      ['x.developers.p2=0,0,0', 'wrong-range'],
      ['x.nothing=1,2,3', 'unknown'],
      ['x.__proto__=1,2,3', 'unknown'],
      ['s.size.tiny=1,2', 'wrong-scores'],
      ['s.size.tiny=1,2,101', 'wrong-scores'],
      ['s.size.tiny=1,2,3,4', 'wrong-scores'],
      ['s.size.huge=1,2,3', 'unknown'],
      ['s.size=1,2,3', 'unknown'],
      ['s.size.tiny.more=1,2,3', 'unknown'],
      ['s.separate.load=1,2,3', 'unknown'],
      ['s.nothing.tiny=1,2,3', 'unknown'],
      ['first=nothing', 'not-a-feature'],
      ['later=__proto__', 'not-a-feature'],
      ['m=', 'unknown'],
      ['m=one', 'unknown'],
      ['m=12345', 'unknown'],
    );
    const choices = { growth: 'lots', python: 'senior' };
    always([fc.uniqueArray(broken, { selector: ([part]) => part.split('=')[0], maxLength: 6 })], (parts) => {
      const { answers, ignored } = read(['growth=lots', ...parts.map(([part]) => part), 'python=senior'].join('&'));
      assert.deepEqual(
        ignored.map(({ part, reason }) => ({ part, reason })),
        parts.map(([part, reason]) => ({ part, reason })),
      );
      assert.deepEqual(answers.choices, choices);
      const { choices: _, first = [], later = [], ...rest } = answers;
      assert.deepEqual([first, later, rest], [[], [], {}]);
    });
  });

  it('is told what stands in it twice, and the first one counts', () => {
    const query = 'size=small&size=large&w=1-1-1-1-1-1-1&w=2-2-2-2-2-2-2&x.dependency=1,2,3&x.dependency=2,3,4';
    const { answers, ignored } = read(query);
    assert.deepEqual(answers, {
      choices: { size: 'small' },
      weights: Array(7).fill(1),
      ranges: { dependency: [1, 2, 3] },
    });
    assert.deepEqual(
      ignored.map(({ reason }) => reason),
      ['repeated', 'repeated', 'repeated'],
    );
    assert.deepEqual(notices('size=huge&size=small'), ['no-such-answer: size=huge', 'repeated: size=small']);
    assert.deepEqual(notices('colour=red&colour=blue'), ['unknown: colour=red', 'repeated: colour=blue']);
    assert.deepEqual(read('first=orm.forms.orm').answers.first, ['orm', 'forms']);
    assert.deepEqual(notices('first=orm.forms.orm'), ['repeated: first=orm']);
    const both = read('first=orm.forms&later=orm.admin');
    assert.deepEqual([both.answers.first, both.answers.later], [['orm', 'forms'], ['admin']]);
    assert.deepEqual(notices('first=orm.forms&later=orm.admin'), ['repeated: later=orm']);
    assert.deepEqual(notices('later=orm&first=orm.forms'), ['repeated: later=orm']);
  });

  it('is cut at the end of a part, so that no part is read as something else', () => {
    const long = `size=small&colour=${'x'.repeat(longestQuery - 42)}`;
    assert.equal(`${long}&x.dependency=0.2,0.6,20`.length, longestQuery);
    const { answers, ignored } = read(`${long}&x.dependency=0.2,0.6,2000&known=flask`);
    assert.deepEqual(answers, { choices: { size: 'small' } });
    assert.deepEqual(ignored[0], { part: 'x.dependency=0.2,0.6,2000&known=flask', reason: 'too-long' });
    assert.equal(ignored.length, 2);
    const whole = `known=flask&colour=${'x'.repeat(longestQuery - 19)}`;
    assert.equal(whole.length, longestQuery);
    assert.deepEqual(
      read(whole).ignored.map(({ reason }) => reason),
      ['unknown'],
    );
    assert.deepEqual(read(`${whole}&size=tiny`).answers.choices, { known: 'flask' });
    assert.deepEqual(notices(`${whole}&size=tiny`)[0], 'too-long: size=tiny');
    const endless = read(`first=${'orm.'.repeat(3_000)}`);
    assert.deepEqual(endless.answers, { choices: {} });
    assert.deepEqual(endless.ignored, [{ part: `first=${'orm.'.repeat(9)}`.slice(0, 39) + '…', reason: 'too-long' }]);
  });

  it('holds every number of the form at once, each with two places behind the point', () => {
    const answers = {
      choices: Object.fromEntries(model.questions.map(({ id, options }) => [id, options[0]!.id])),
      weights: model.criteria.map(() => 33.33),
      ranges: Object.fromEntries(
        Object.keys(rangesOf(model)).map((name) => [
          name,
          limitsOf(name).most > 1 ? ([11.11, 22.22, 33.33] as const) : ([0.11, 0.22, 0.33] as const),
        ]),
      ),
      scores: Object.fromEntries(scoreRows(model).map((name) => [name, [11.11, 22.22, 33.33] as const])),
    };
    assert.deepEqual(read(writeAddress(answers, model)), { answers, ignored: [] });
  });

  it('is read whatever version it was made with, and the version is told', () => {
    const older = read('m=0&size=small&gone=yes');
    assert.deepEqual(older, {
      answers: { choices: { size: 'small' } },
      ignored: [{ part: 'gone=yes', reason: 'unknown' }],
      olderVersion: '0',
    });
    assert.equal(read('m=2').olderVersion, undefined);
    assert.equal(read('m=1').olderVersion, '1');
    assert.equal(read('size=small').olderVersion, undefined);
  });

  it('of the first version is translated, and says what was changed', () => {
    const older = read('existing=django&size=small&control=ready&m=1&assurance=nobody&first=orm');
    assert.deepEqual(older, {
      answers: { choices: { codebase: 'django', treatment: 'keep', size: 'small' }, first: ['orm'] },
      ignored: [],
      olderVersion: '1',
      changed: ['existing=django', 'control=ready', 'assurance=nobody'],
    });
    const newer = read('m=2&existing=django&control=ready');
    assert.equal(newer.changed, undefined);
    assert.deepEqual(newer.ignored, [
      { part: 'existing=django', reason: 'no-such-answer' },
      { part: 'control=ready', reason: 'unknown' },
    ]);
    assert.equal(read('m=1&size=small').changed, undefined);
  });

  it('is shown to the reader in at most 40 characters', () => {
    assert.deepEqual(read(`colour=${'x'.repeat(33)}`).ignored, [
      { part: `colour=${'x'.repeat(33)}`, reason: 'unknown' },
    ]);
    assert.deepEqual(read(`colour=${'x'.repeat(34)}`).ignored, [
      { part: `colour=${'x'.repeat(32)}…`, reason: 'unknown' },
    ]);
  });

  it('takes numbers only as they are written by hand', () => {
    for (const wrong of ['1e2', '+1', ' 1', '.5', '5.', '0x1', '1.23456', '123456', '', 'x1', '1x'])
      assert.deepEqual(read(`w=${encodeURIComponent(wrong)}-1-1-1-1-1-1`).answers.weights, undefined, wrong);
    for (const [right, value] of Object.entries({ '1': 1, '00012': 12, '0.1234': 0.1234, '100': 100 }))
      assert.equal(read(`w=${right}-1-1-1-1-1-1`).answers.weights![0], value);
  });
});

it('the rows of a form without script say what comes first, what later, and that the list was answered', () => {
  const { answers, ignored } = readAddress('orm=first&cms=later&shop=no&first=rest', model);
  assert.deepEqual(ignored, []);
  assert.deepEqual([answers.first, answers.later], [['orm', 'rest'], ['cms']]);
  assert.deepEqual(readAddress('orm=no', model).answers.first, []);
  assert.deepEqual(
    readAddress('orm=perhaps', model).ignored.map(({ part }) => part),
    ['orm=perhaps'],
  );
});
