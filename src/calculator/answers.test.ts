import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  beliefsOf,
  expected,
  featuresOf,
  featuresUntouched,
  neutralOption,
  openQuestions,
  rangesOf,
  runsApart,
  answerSampler,
  effectiveOption,
  withOverrides,
  type Answers,
} from './answers.ts';
import { publishedModel } from './content-files.ts';
import { always, anyAnswers, frozen } from './generators.ts';
import { optionOf } from './model.ts';

const model = frozen(publishedModel());
const question = (id: string) => model.questions.find((one) => one.id === id)!;
const usual = ['orm', 'migrations', 'forms', 'accounts'];

describe('the features', () => {
  it('are the usual ones until the reader touches the list', () => {
    assert.deepEqual(featuresOf(model, { choices: {} }), { first: usual, later: [] });
    assert.deepEqual(featuresOf(model, { choices: {}, first: [] }), { first: [], later: [] });
    assert.deepEqual(featuresOf(model, { choices: {}, first: ['jobs'], later: ['orm'] }), {
      first: ['jobs'],
      later: ['orm'],
    });
  });

  it('are untouched where they are the usual ones, in any order', () => {
    assert.equal(featuresUntouched(model, usual, []), true);
    assert.equal(featuresUntouched(model, [...usual].reverse(), []), true);
    assert.equal(featuresUntouched(model, usual, ['admin']), false);
    assert.equal(featuresUntouched(model, usual.slice(1), []), false);
    assert.equal(featuresUntouched(model, [...usual, 'admin'], []), false);
  });

  it('are never both at first and later', () => {
    assert.deepEqual(featuresOf(model, { choices: {}, later: ['forms', 'admin'] }), {
      first: ['orm', 'migrations', 'accounts'],
      later: ['forms', 'admin'],
    });
  });
});

describe('a question', () => {
  it('has an option that says nothing: what holds anyway, or a wish that changes nothing', () => {
    const neutral = (id: string) => neutralOption(question(id));
    assert.deepEqual(['separate', 'tradeoff', 'control', 'size'].map(neutral), ['none', 'even', 'nopref', undefined]);
    const wish = { id: 'wish', preference: true, decidable: true };
    assert.equal(neutralOption({ ...wish, options: [{ id: 'more', factors: { speed: 1, upkeep: 2 } }] }), undefined);
    assert.equal(neutralOption({ ...wish, options: [{ id: 'no' }] }), 'no');
    assert.equal(neutralOption({ ...wish, preference: false, options: [{ id: 'fact' }] }), undefined);
  });

  it('stands at its answer, or at what holds until there is one', () => {
    assert.equal(effectiveOption(question('separate'), { choices: {} }), 'none');
    assert.equal(effectiveOption(question('separate'), { choices: { separate: 'load' } }), 'load');
    assert.equal(effectiveOption(question('size'), { choices: {} }), undefined);
  });

  it('is open while it is a fact that nobody has answered', () => {
    const open = openQuestions(model, { choices: { size: 'small' } }).map(({ id }) => id);
    for (const id of ['size', 'separate', 'tradeoff', 'control']) assert.ok(!open.includes(id), id);
    assert.equal(open.length, model.questions.length - 4);
  });

  it('is believed to stand at one option for certain, or at each of them equally', () => {
    const beliefs = beliefsOf(model, { choices: { size: 'small' } });
    assert.deepEqual(beliefs['size'], [0, 1, 0, 0]);
    assert.deepEqual(beliefs['separate'], [1, 0, 0, 0]);
    assert.deepEqual(beliefs['growth'], [1 / 3, 1 / 3, 1 / 3]);
    assert.equal(beliefs['tradeoff'], undefined);
  });

  it('has the mean of a value over its options', () => {
    const months = (choices: Record<string, string>) =>
      expected(question('horizon'), beliefsOf(model, { choices }), ({ months: value }) => value!);
    assert.equal(months({ horizon: 'h12' }), 12);
    assert.equal(months({}), 28.5);
  });

  it('says whether parts run apart', () => {
    const apart = (separate?: string) => runsApart(model, beliefsOf(model, { choices: separate ? { separate } : {} }));
    assert.deepEqual([undefined, 'none', 'load', 'owners', 'clash'].map(apart), [false, false, true, true, true]);
  });

  it('is settled at random, each option in an equal part', () => {
    const beliefs = frozen(beliefsOf(model, { choices: { growth: 'lots' } }));
    always([fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })], (sample) => {
      const settled = answerSampler(beliefs, [question('size')])(() => sample);
      assert.equal(settled['size']!.indexOf(1), Math.floor(sample * 4));
      assert.equal(
        settled['size']!.reduce((sum, odds) => sum + odds),
        1,
      );
      assert.deepEqual({ ...settled, size: beliefs['size'] }, beliefs);
    });
    assert.deepEqual(
      answerSampler(beliefs, [])(() => 0),
      beliefs,
    );
  });
});

describe('numbers of the reader’s own', () => {
  it('replace ours where they are given, and nothing else', () => {
    always([anyAnswers(model)], (answers) => {
      const changed = withOverrides(model, answers);
      const ranges = { ...rangesOf(model), ...answers.ranges };
      assert.deepEqual(rangesOf(changed), ranges);
      for (const { id, options } of model.questions)
        for (const option of options) {
          const row = answers.scores?.[`${id}.${option.id}`];
          const { scores, ...rest } = optionOf(
            changed.questions.find((one) => one.id === id)!,
            option.id,
          );
          const wanted = row ? { flask: row[0], django: row[1], both: row[2] } : option.scores;
          assert.deepEqual(scores, wanted);
          const { scores: _, ...ours } = option;
          assert.deepEqual(rest, ours);
        }
      assert.deepEqual(changed.criteria, model.criteria);
    });
  });

  it('are never taken from what every object has', () => {
    const strange = JSON.parse(
      '{"choices":{},"ranges":{"__proto__":[1,1,1]},"scores":{"__proto__":[1,1,1]}}',
    ) as Answers;
    assert.deepEqual(withOverrides(model, strange), model);
    assert.deepEqual(withOverrides(model, { choices: {} }), model);
  });

  it('can be given for every number of the model and for the effort of every feature', () => {
    const ranges = rangesOf(model);
    assert.deepEqual(ranges['dependency'], model.assumptions['dependency']);
    const rest = model.features.find(({ id }) => id === 'rest')!;
    assert.deepEqual([ranges['rest.flask'], ranges['rest.django']], [rest.effort.flask, rest.effort.django]);
    assert.equal(Object.keys(ranges).length, Object.keys(model.assumptions).length + 2 * model.features.length);
  });
});
