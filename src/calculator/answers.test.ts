import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answeredOf,
  beliefsOf,
  expected,
  featureChances,
  featuresOf,
  featuresUntouched,
  isAsked,
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
import { likelihood } from './likelihood.ts';
import { optionOf } from './model.ts';
import { seeded } from './random.ts';

const model = frozen(publishedModel());
const likely = likelihood(model);
const question = (id: string) => model.questions.find((one) => one.id === id)!;

describe('the features', () => {
  it('are those that a reader names, and none where nobody has said anything', () => {
    assert.deepEqual(featuresOf({ choices: {} }), { first: [], later: [] });
    assert.deepEqual(featuresOf({ choices: {}, first: ['jobs'], later: ['orm'] }), { first: ['jobs'], later: ['orm'] });
    assert.deepEqual(
      [{ choices: {} }, { choices: {}, later: [] }, { choices: {}, first: [] }, { choices: {}, later: ['orm'] }].map(
        featuresUntouched,
      ),
      [true, true, false, false],
    );
  });

  it('are as likely as the other answers make them, while nobody has said anything', () => {
    const chance = (choices: Record<string, string>) => featureChances(model, likely, { choices });
    for (const [id, odds] of Object.entries(chance({}))) {
      assert.ok(Math.abs(odds - model.features.find((feature) => feature.id === id)!.likely) < 1e-12, id);
    }
    assert.ok(chance({ workload: 'records' })['orm']! > 0.85);
    assert.ok(chance({ workload: 'narrow', size: 'tiny' })['orm']! < 0.15);
    assert.ok(chance({ face: 'none' })['forms']! < 0.15 && chance({ face: 'none' })['rest']! > 0.85);
  });
});

describe('how much is answered', () => {
  it('counts the core questions with the list of features as one, and all others apart', () => {
    assert.deepEqual(answeredOf(model, { choices: {} }), { core: 0, coreOf: 7, optional: 0 });
    assert.deepEqual(answeredOf(model, { choices: { size: 'tiny', separate: 'none', data: 'public' }, first: [] }), {
      ...{ core: 3, coreOf: 7, optional: 1 },
    });
  });

  it('leaves a follow-up unasked until its question has an answer that it follows', () => {
    const asked = (choices: Readonly<Record<string, string>>) => isAsked(question('extent'), { choices });
    assert.deepEqual(([{}, { codebase: 'nothing' }, { codebase: 'flask' }] as Record<string, string>[]).map(asked), [
      false,
      false,
      true,
    ]);
    assert.equal(isAsked(question('size'), { choices: {} }), true);
  });
});

describe('a question', () => {
  it('has an option that says nothing: what holds anyway, or a wish that changes nothing', () => {
    const neutral = (id: string) => neutralOption(question(id));
    assert.deepEqual(['separate', 'tradeoff', 'size'].map(neutral), ['none', 'even', undefined]);
    const wish = { id: 'wish', core: false, preference: true, decidable: true };
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
    for (const id of ['size', 'separate', 'tradeoff']) assert.ok(!open.includes(id), id);
    assert.equal(open.length, model.questions.length - 3);
  });

  it('is believed to stand at its answer for certain, or at each option by its odds', () => {
    const beliefs = beliefsOf(model, { choices: { size: 'small' } });
    assert.deepEqual(beliefs['size'], [0, 1, 0, 0]);
    assert.deepEqual(beliefs['separate'], [1, 0, 0, 0]);
    assert.deepEqual(beliefs['growth'], [1 / 3, 1 / 3, 1 / 3]);
    assert.equal(beliefs['tradeoff'], undefined);
    for (const odds of Object.values(beliefs)) {
      assert.ok(Math.abs(odds.reduce((sum, one) => sum + one) - 1) < 1e-12);
      assert.ok(odds.every((one) => one >= 0 && one <= 1));
    }
  });

  it('makes answers that go with it likelier, whichever of the two is known', () => {
    const house = (choices: Record<string, string>) => beliefsOf(model, { choices })['house']!;
    const known = (choices: Record<string, string>) => beliefsOf(model, { choices })['known']!;
    assert.ok(house({ known: 'flask' })[0]! > house({})[0]! && house({ known: 'flask' })[0]! > house({})[1]!);
    assert.ok(known({ house: 'flask' })[1]! > known({})[1]!);
    // What is answered is never changed by that.
    assert.deepEqual(house({ house: 'django', known: 'flask' }), [0, 1, 0, 0]);
  });

  it('about a data layer counts it with the running system that alone uses it', () => {
    const own = (choices: Record<string, string>) => beliefsOf(model, { choices })['existing']!;
    const told = { existing: 'ownData', codebase: 'flask', 'shared-data': 'nobody' };
    assert.deepEqual(own(told), [1, 0, 0]);
    for (const codebase of ['python', 'other'])
      for (const treatment of ['port', 'rewrite']) assert.deepEqual(own({ ...told, codebase, treatment }), [1, 0, 0]);
    for (const binding of [
      { codebase: 'nothing' },
      { codebase: 'django' },
      { 'shared-data': 'others' },
      { codebase: 'python', treatment: 'keep' },
    ])
      assert.deepEqual(own({ ...told, ...binding }), [0, 1, 0]);
    const { 'shared-data': _, ...open } = told;
    assert.ok(own(open)[1]! > 0.2 && own(open)[1]! < 0.8);
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

  it('is settled at random, each option in the part that it is likely, and what is answered stays', () => {
    const choices = { growth: 'lots' };
    const answers: Answers = { choices, first: ['orm'] };
    const beliefs = frozen(beliefsOf(model, answers));
    const sampler = answerSampler(model, likely, answers, beliefs);
    assert.deepEqual(
      sampler.open.map(({ id }) => id),
      openQuestions(model, answers)
        .map(({ id }) => id)
        .sort(),
    );
    const count = 4_000;
    const draw = seeded(3);
    const seen: Record<string, number[]> = {};
    for (let index = 0; index < count; index++) {
      const drawn = sampler.draw(draw, draw());
      assert.deepEqual(drawn.first, ['orm']);
      for (const [id, odds] of Object.entries(drawn.beliefs)) {
        const tally = (seen[id] ??= odds.map(() => 0));
        odds.forEach((one, at) => (tally[at]! += one));
        assert.ok(odds.includes(1), id);
      }
    }
    assert.deepEqual(seen['growth'], [0, 0, count]);
    // The first in the order of drawing depends on nothing that is drawn after it.
    seen['codebase']!.forEach((part, at) =>
      assert.ok(Math.abs(part / count - beliefs['codebase']![at]!) < 0.03, `${part}`),
    );
  });

  it('is settled with what was drawn before it in mind, and with it the features', () => {
    const sampler = answerSampler(model, likely, { choices: {} }, beliefsOf(model, { choices: {} }));
    const draw = seeded(4);
    const [records, narrow] = [[] as number[], [] as number[]];
    for (let index = 0; index < 3_000; index++) {
      const { beliefs, first } = sampler.draw(draw, draw());
      if (beliefs['workload']![1] === 1) records.push(first.length);
      if (beliefs['workload']![3] === 1) narrow.push(first.length);
    }
    const middle = (counts: number[]) => counts.reduce((sum, one) => sum + one, 0) / counts.length;
    assert.ok(middle(records) > 1.5 * middle(narrow), `${middle(records)} and ${middle(narrow)}`);
  });

  it('can be left open', () => {
    const beliefs = beliefsOf(model, { choices: {} });
    const sampler = answerSampler(model, likely, { choices: {} }, beliefs, ['horizon']);
    assert.ok(!sampler.open.some(({ id }) => id === 'horizon'));
    assert.deepEqual(sampler.draw(() => 0, 0).beliefs['horizon'], beliefs['horizon']);
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
