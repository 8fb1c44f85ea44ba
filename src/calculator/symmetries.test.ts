import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answers } from './answers.ts';
import { publishedModel } from './content-files.ts';
import { curvesOf, estimate, prepare, reasonsFor, verdictOf, type Estimate } from './evaluate.ts';
import { always, anyAnswers, anyCase, frozen, inOrder, plainAnswers } from './generators.ts';
import { alternatives, byId, type Alternative, type Model } from './model.ts';
import { crossChecks, decisionFlips, weightStabilityIntervals, tornadoBars } from './sensitivity.ts';
import { costRange, drawSamples, nextQuestions } from './uncertainty.ts';
import { writeAddress } from './address.ts';

const model = publishedModel();
const none: Answers = { choices: {} };
const fewDraws = 30;
const of = (given: Model, answers: Answers) => estimate(prepare(given, answers), answers);
const near = (actual: number, wanted: number, what = '') =>
  assert.ok(Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)), `${what} ${actual}, not ${wanted}`);

describe('the same answers', () => {
  it('give the same results to the last digit, and what is given stays as it is', () => {
    const samples = drawSamples(model, undefined, fewDraws);
    const before = structuredClone(samples);
    const everything = ({ model: given, answers }: { model: Model; answers: Answers }) => {
      const found = of(given, answers);
      const flips = decisionFlips(found);
      const { model: _, estimates: __, score: ___, likely: ____, ...numbers } = found;
      return {
        ...{ numbers, verdict: verdictOf(found, samples), reasons: reasonsFor(found), curves: curvesOf(found), flips },
        ...{
          range: costRange(found, 10),
          weightIntervals: weightStabilityIntervals(found),
          tornado: tornadoBars(found),
        },
        ...{
          checks: crossChecks(found),
          worth: nextQuestions(found, samples),
          address: writeAddress(answers, given),
        },
      };
    };
    always([anyCase(model)], (given) => {
      const copy = structuredClone(given);
      assert.deepEqual(everything(frozen(given)), everything(copy));
    });
    assert.deepEqual(samples, before);
  });
});

/** An order for as many things as there are. */
const orderOf = (count: number) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count });
const inThe = <Item>(order: readonly number[], items: readonly Item[]): Item[] => order.map((at) => items[at]!);
const reversed = <Value>(record: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(record).reverse()) as Record<string, Value>;

describe('another order of alternatives, criteria, questions, options, features and numbers', () => {
  const orders = fc.record({
    criteria: orderOf(model.criteria.length),
    questions: orderOf(model.questions.length),
    features: orderOf(model.features.length),
    options: fc.boolean(),
  });

  it('changes nothing beyond rounding', () => {
    always([anyCase(model), orders], ({ model: given, answers }, order) => {
      const other: Model = {
        ...given,
        criteria: inThe(order.criteria, given.criteria),
        questions: inThe(order.questions, given.questions).map((question) => ({
          ...question,
          options: (order.options ? [...question.options].reverse() : question.options).map((option) =>
            option.scores ? { ...option, scores: reversed(option.scores) as typeof option.scores } : option,
          ),
        })),
        features: inThe(order.features, given.features),
        assumptions: reversed(given.assumptions),
      };
      const reordered: Answers = {
        ...answers,
        ...(answers.weights && { weights: inThe(order.criteria, answers.weights) }),
      };
      const [a, b] = [of(given, answers), of(other, reordered)];
      const [curves, others] = [curvesOf(a), curvesOf(b)];
      for (const one of alternatives) {
        near(a.totals[one], b.totals[one], one);
        curves[one].forEach((days, month) => near(others[one][month]!, days, `month ${month}`));
      }
      assert.deepEqual(a.exclusionRules, b.exclusionRules);
      near(a.gap, b.gap);
      if (a.gap > 1e-9) assert.equal(a.ranking[0], b.ranking[0]);
      if (a.gap > 1e-9 && a.ranking[1] === b.ranking[1]) {
        const points = (found: Estimate) => Object.fromEntries(reasonsFor(found).map((one) => [one.of, one.points]));
        for (const [reason, value] of Object.entries(points(a))) near(points(b)[reason]!, value, reason);
      }
    });
  });

  it('leaves the experiments alone, as long as options stand in their order', () => {
    always([anyAnswers(model), orders], (answers, order) => {
      const other: Model = {
        ...model,
        criteria: inThe(order.criteria, model.criteria),
        questions: inThe(order.questions, model.questions),
        features: inThe(order.features, model.features),
        assumptions: reversed(model.assumptions),
      };
      const reordered: Answers = {
        ...answers,
        ...(answers.weights && { weights: inThe(order.criteria, answers.weights) }),
      };
      const shares = (given: Model, told: Answers) =>
        inOrder(verdictOf(of(given, told), drawSamples(given, undefined, fewDraws)).shares);
      assert.deepEqual(shares(other, reordered), shares(model, answers));
      const bands = (given: Model, told: Answers) =>
        inOrder(costRange(of(given, told), 10).bands)
          .flat()
          .flatMap(({ low, middle, high }) => [low, middle, high]);
      const [a, b] = [bands(model, answers), bands(other, reordered)];
      a.forEach((days, at) => near(b[at]!, days));
    });
  });
});

describe('with everything about Flask and Django swapped', () => {
  const swap = (text: string) => text.replace(/flask|django/g, (name) => (name === 'flask' ? 'django' : 'flask'));
  /** Names of numbers, of options and of answers, sides, scores: whatever says Flask says Django, and the reverse. */
  const mirrored = <Value>(value: Value): Value => JSON.parse(swap(JSON.stringify(value))) as Value;
  const mirror = (one: Alternative) => swap(one) as Alternative;

  /** The reader's own scores stand in the order Flask, Django, both, so two of them change places. */
  const mirroredAnswers = (answers: Answers): Answers => {
    const { scores, ...rest } = mirrored(answers);
    const rows = Object.entries(scores ?? {}).map(([name, [flask, django, both]]) => [
      name,
      [django, flask, both] as const,
    ]);
    return { ...rest, ...(scores && { scores: Object.fromEntries(rows) as NonNullable<Answers['scores']> }) };
  };

  it('the totals swap, and so does all that follows from them', () => {
    always([anyCase(model)], ({ model: given, answers }) => {
      const [a, b] = [of(given, answers), of(mirrored(given), mirroredAnswers(answers))];
      for (const one of alternatives) {
        near(b.totals[mirror(one)], a.totals[one], one);
        for (const { id } of given.criteria) near(b.scores[id]![mirror(one)], a.scores[id]![one], `${id}: ${one}`);
        near(b.costs[mirror(one)].first, a.costs[one].first, one);
        near(b.costs[mirror(one)].yearly, a.costs[one].yearly, one);
      }
      assert.deepEqual(b.exclusionRules, a.exclusionRules);
      near(b.gap, a.gap);
      if (a.gap > 1e-9) assert.equal(b.ranking[0], mirror(a.ranking[0]!));
    });
  });

  it('the experiments swap within the error of a thousand draws', () => {
    const samples = drawSamples(model);
    const other = mirrored(model);
    always(
      [plainAnswers(model)],
      (answers) => {
        const [a, b] = [of(model, answers), of(other, mirrored(answers))];
        const [shares, swapped] = [verdictOf(a, samples).shares, verdictOf(b, samples).shares];
        const [range, swappedRange] = [costRange(a, 400), costRange(b, 400)];
        for (const one of alternatives) {
          assert.ok(Math.abs(shares[one] - swapped[mirror(one)]) < 0.12, `${one}: ${shares[one]}`);
          const [high, other] = [range.bands[one][5]!.high, swappedRange.bands[mirror(one)][5]!.high];
          assert.ok(Math.abs(high / other - 1) < 0.35, `${one}: ${high} and ${other}`);
        }
        assert.ok(Math.abs(range.cheaperOfTwo.django.start + swappedRange.cheaperOfTwo.django.start - 1) < 0.2);
      },
      { cases: 60 },
    );
  });
});

it('sorting by id is the same whatever the order before', () => {
  always([orderOf(model.features.length)], (order) => {
    assert.deepEqual(byId(inThe(order, model.features)), byId(model.features));
  });
  assert.deepEqual(
    byId([{ id: 'b' }, { id: 'a' }, { id: 'c' }]).map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  assert.ok(of(model, none).ranking.length > 1);
});
