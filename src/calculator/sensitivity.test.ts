import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { featuresOf, isAsked, effectiveOption, type Answers } from './answers.ts';
import { entriesOf, publishedModel } from './content-files.ts';
import { costUntil } from './cost.ts';
import { estimate, prepare, type Estimate } from './evaluate.ts';
import { ranking, totalsOf, weightsFrom } from './fit.ts';
import { always, anyAnswers, anyCase, plainAnswers, upTo } from './generators.ts';
import type { Alternative, Model, Range } from './model.ts';
import {
  costDifference,
  crossChecks,
  decisionFlips,
  rankOrderCentroid,
  weightStabilityIntervals,
  tornadoBars,
} from './sensitivity.ts';

const model = publishedModel();
const none: Answers = { choices: {} };
const prepared = prepare(model, none);
const of = (answers: Answers) => estimate(prepare(model, answers), answers);
const near = (actual: number, wanted: number, by = 1e-9) =>
  assert.ok(Math.abs(actual - wanted) <= by * Math.max(1, Math.abs(wanted)), `${actual}, not ${wanted}`);

describe('between which weights the winner stays', () => {
  /** The totals with another weight for one criterion, the others in proportion. */
  function totalsAt({ model: { criteria }, weights, scores }: Estimate, criterion: string, weight: number) {
    const rest = 1 - weights[criterion]!;
    const points = criteria.map(({ id }) => {
      if (id === criterion) return weight;
      return (1 - weight) * (rest > 0 ? weights[id]! / rest : 1 / (criteria.length - 1));
    });
    return totalsOf(scores, weightsFrom(criteria, points));
  }

  it('is exact: the winner holds inside the interval, and the one named holds just outside', () => {
    always([anyCase(model)], ({ model: changed, answers }) => {
      const found = estimate(prepare(changed, answers), answers);
      const [best] = found.ranking as [Alternative];
      const leads = (criterion: string, weight: number, one: Alternative) => {
        const totals = totalsAt(found, criterion, weight);
        return totals[one] >= totals[ranking(totals, found.exclusionRules)[0]!] - 1e-9;
      };
      for (const { criterion, weight, from, to, below, above } of weightStabilityIntervals(found)) {
        assert.equal(weight, found.weights[criterion]);
        assert.ok(from >= 0 && from <= weight && weight <= to && to <= 1);
        for (const inside of [from, (from + to) / 2, to]) assert.ok(leads(criterion, inside, best), criterion);
        assert.equal(below === undefined, from === 0);
        assert.equal(above === undefined, to === 1);
        // At the ends two lead together; a step further a third may have overtaken the one that is named.
        if (below) assert.ok(leads(criterion, from, below), `${criterion} at its lower end`);
        if (above) assert.ok(leads(criterion, to, above), `${criterion} at its upper end`);
        const step = 1e-4;
        if (below && from > step) {
          const totals = totalsAt(found, criterion, from - step);
          assert.ok(totals[below] >= totals[best], `${criterion} just below`);
        }
        if (above && to < 1 - step) {
          const totals = totalsAt(found, criterion, to + step);
          assert.ok(totals[above] >= totals[best], `${criterion} just above`);
        }
      }
    });
  });

  it('is the whole range where the winner leads on every criterion', () => {
    const choices = { workload: 'narrow', size: 'tiny', existing: 'ownData', known: 'flask' };
    const weights = [10, 0, 10, 0, 10, 0, 10];
    const weightIntervals = weightStabilityIntervals(of({ choices, weights, first: [] })).filter(
      ({ weight }) => weight > 0,
    );
    assert.deepEqual(
      weightIntervals.map(({ from, to }) => [from, to]),
      weightIntervals.map(() => [0, 1]),
    );
  });

  it('is that of a hand calculation where two criteria pull apart', () => {
    // Half the weight on each: Flask leads by 38 on the workload, Django by 48 on security; so Django wins, until the
    // workload weighs 48 / (38 + 48).
    const choices = { ops: 'one', workload: 'narrow', data: 'regulated', 'sign-in': 'framework' };
    const scores = {
      'workload.narrow': [88, 50, 0],
      'data.regulated': [40, 88, 0],
      'sign-in.framework': [40, 88, 0],
    } as const;
    const weightIntervals = weightStabilityIntervals(of({ choices, scores, weights: [0, 0, 0, 0, 50, 50, 0] }));
    const [scale, security] = ['scale', 'security'].map((id) =>
      weightIntervals.find(({ criterion }) => criterion === id)!,
    );
    near(scale!.to, 48 / 86);
    assert.deepEqual([scale!.from, scale!.below, scale!.above], [0, undefined, 'flask']);
    near(security!.from, 38 / 86);
    assert.deepEqual([security!.to, security!.below, security!.above], [1, 'flask', undefined]);
    // Where one criterion has all the weight, the others are taken as equal.
    const alone = weightStabilityIntervals(of({ choices, scores, weights: [0, 0, 0, 0, 0, 50, 0] }));
    const { weight, to, from } = alone.find(({ criterion }) => criterion === 'security')!;
    assert.deepEqual([weight, to], [1, 1]);
    assert.ok(from > 0 && from < 1);
  });
});

describe('what would change the answer', () => {
  /** Every single change, tried one by one. */
  function tried(answers: Answers): { of: string; to: string; winner: Alternative; gap: number }[] {
    const winner = (changed: Answers) => {
      const { ranking: ranked, gap } = estimate(prepared, changed);
      return { winner: ranked[0]!, gap };
    };
    const asked = model.questions.filter((question) => isAsked(question, answers));
    const options = asked.flatMap((question) =>
      question.options
        .filter(({ id }) => id !== effectiveOption(question, answers))
        .map(({ id }) => ({
          ...{ of: question.id, to: id },
          ...winner({ ...answers, choices: { ...answers.choices, [question.id]: id } }),
        })),
    );
    const { first, later } = featuresOf(answers);
    const toggled = model.features.map(({ id }) => {
      const without = { first: first.filter((one) => one !== id), later: later.filter((one) => one !== id) };
      return first.includes(id)
        ? { of: id, to: 'drop', ...winner({ ...answers, ...without }) }
        : { of: id, to: 'add', ...winner({ ...answers, ...without, first: [...first, id] }) };
    });
    return [...options, ...toggled];
  }

  it('lists every single change that changes the winner, and no other', () => {
    always([plainAnswers(model)], (answers) => {
      const found = estimate(prepared, answers);
      const wanted = tried(answers).filter(({ winner }) => winner !== found.ranking[0]);
      const name = (change: { of: string; to: string; winner: string }) => `${change.of} ${change.to} ${change.winner}`;
      const flips = decisionFlips(found);
      assert.deepEqual(flips.map(name).sort(), wanted.map(name).sort());
      for (const flip of flips) near(flip.margin, wanted.find((one) => one.of === flip.of && one.to === flip.to)!.gap);
    });
  });

  it('forgets what the features of the first release said of open questions once the last of them is dropped', () => {
    const answers = { choices: { size: 'tiny', separate: 'load', people: 'p2' }, first: ['admin'] };
    const found = estimate(prepared, answers);
    const without = { ...answers, first: [] };
    near(estimate(found, without).gap, estimate(prepared, without).gap);
  });

  it('lists the nearest first, then the firmest', () => {
    always(
      [plainAnswers(model)],
      (answers) => {
        const flips = decisionFlips(estimate(prepared, answers));
        flips.slice(1).forEach((flip, at) => {
          const before = flips[at]!;
          assert.ok(flip.steps > before.steps || (flip.steps === before.steps && flip.margin <= before.margin));
        });
      },
      { cases: 200 },
    );
  });

  it('counts the options between the old answer and the new one, and says what becomes of a feature', () => {
    const only = (criterion: string) => model.criteria.map(({ id }) => (id === criterion ? 1 : 0));
    const brief = (answers: Answers) =>
      decisionFlips(of(answers)).map(({ of: what, to, kind, steps, decidable, winner }) => [
        what,
        to,
        kind,
        steps,
        decidable,
        winner,
      ]);

    // With structure alone, a tiny or small system speaks for Flask and a larger one for Django.
    const structure = { weights: only('structure') };
    assert.deepEqual(brief({ choices: { size: 'tiny', growth: 'some', ops: 'one' }, ...structure }), [
      ['size', 'medium', 'question', 2, false, 'django'],
      ['size', 'large', 'question', 3, false, 'django'],
    ]);
    const open = brief({ choices: { growth: 'fixed', ops: 'one' }, ...structure });
    assert.deepEqual(
      open.map(([what, to, , steps]) => [what, to, steps]),
      [
        ['size', 'large', 1],
        ['size', 'medium', 1],
        ['growth', 'some', 1],
        ['growth', 'lots', 2],
      ],
    );

    // With speed alone and both known, a small system without features is quicker in Flask, with any in Django.
    const known = { size: 'small', known: 'both', existing: 'none', ops: 'one', people: 'p2', python: 'senior' };
    const bare = brief({ choices: known, weights: only('speed'), first: [], later: ['orm'] });
    assert.deepEqual(
      bare.find(([what]) => what === 'orm'),
      undefined,
    );
    assert.deepEqual(
      bare.find(([what]) => what === 'admin'),
      ['admin', 'add', 'feature', 1, true, 'django'],
    );
    assert.deepEqual(
      brief({ choices: known, weights: only('speed'), first: ['admin'] }).find(([what]) => what === 'admin'),
      ['admin', 'drop', 'feature', 1, true, 'flask'],
    );
  });

  it('tells what a team can decide from what it can only check', () => {
    const flips = entriesOf<Answers>('personas').flatMap(({ data: { choices, first, later } }) =>
      decisionFlips(of({ choices, first: first!, later: later ?? [] })),
    );
    const decided = (one: string) => new Set(flips.filter((flip) => flip.of === one).map(({ decidable }) => decidable));
    for (const one of ['ops', 'face', 'shop']) assert.deepEqual([...decided(one)], [true], one);
    for (const one of ['existing', 'known', 'workload', 'data']) assert.deepEqual([...decided(one)], [false], one);
  });
});

describe('the same answers looked at in another way', () => {
  const check = (answers: Answers, id: string) => crossChecks(of(answers)).find((one) => one.id === id)!;

  it('are those with equal weights, with costs left out, and with the order of the weights alone', () => {
    always(
      [anyAnswers(model)],
      (answers) => {
        const found = of(answers);
        const withWeights = (weights: readonly number[]) => estimate(found, { ...answers, weights });
        const same = (id: string, other: Estimate) => {
          const one = check(answers, id);
          near(one.gap, other.gap, 1e-8);
          if (other.gap > 1e-8) assert.equal(one.winner, other.ranking[0]);
        };
        same('equal-weights', withWeights([1, 1, 1, 1, 1, 1, 1]));
        same('without-cost', withWeights(found.points.map((value, at) => (at < 2 ? 0 : value))));
        same('rank-order', withWeights(rankOrderCentroid(found.points)));
      },
      { cases: 300 },
    );
  });

  it('are those without friction, whatever friction the reader believes in', () => {
    const zero: Range = [0, 0, 0];
    const names = Object.keys(model.assumptions).filter((name) => name.startsWith('friction-'));
    always(
      [anyAnswers(model)],
      (answers) => {
        const ranges = { ...answers.ranges, ...Object.fromEntries(names.map((name) => [name, zero])) };
        const smooth = of({ ...answers, ranges });
        const one = check(answers, 'without-friction');
        near(one.gap, smooth.gap);
        assert.equal(one.winner, smooth.ranking[0]);
      },
      { cases: 300 },
    );
  });

  it('come in one order', () => {
    assert.deepEqual(
      crossChecks(of(none)).map(({ id }) => id),
      ['equal-weights', 'rank-order', 'without-cost', 'without-friction'],
    );
  });

  it('weigh ranks by their centroid', () => {
    const [a, b, c] = rankOrderCentroid([5, 20, 9]);
    near(b!, 11 / 18);
    near(c!, 5 / 18);
    near(a!, 2 / 18);
    rankOrderCentroid([4, 4, 1]).forEach((weight, at) => near(weight, [8 / 18, 8 / 18, 2 / 18][at]!));
    always([fc.array(upTo(100), { minLength: 1, maxLength: 9 })], (points) => {
      const weights = rankOrderCentroid(points);
      near(
        weights.reduce((sum, weight) => sum + weight, 0),
        1,
      );
      weights.forEach((weight, at) =>
        weights.forEach((other, place) =>
          assert.equal(Math.sign(points[at]! - points[place]!), Math.sign(Number((weight - other).toFixed(12)))),
        ),
      );
    });
  });
});

describe('the numbers that costs depend on most', () => {
  it('are each tried at their low and their high, the longest swing first', () => {
    const choices = { size: 'small', horizon: 'h36' };
    const found = of({ choices });
    const tornado = tornadoBars(found);
    assert.equal(tornado.length, 8);
    for (const { name, low, high } of tornado) {
      const range = model.assumptions[name] ?? featureRange(model, name);
      const at = (value: number) => costDifference(of({ choices, ranges: { [name]: [value, value, value] } }));
      near(low, at(range[0]));
      near(high, at(range[2]));
    }
    const length = ({ low, high }: { low: number; high: number }) => Math.abs(high - low);
    tornado.slice(1).forEach((swing, at) => assert.ok(length(swing) <= length(tornado[at]!)));
    const all = tornadoBars(found, 1_000);
    assert.deepEqual(all.slice(0, 8), tornado);
    assert.ok(all.every(({ low, high }) => low !== high));
    assert.ok(all.some(({ name }) => name === 'discount') && !all.some(({ name }) => name === 'optimism'));
    assert.deepEqual(tornadoBars(found, 3), tornado.slice(0, 3));
  });

  it('start from what Flask costs more than Django at the horizon, in whole months', () => {
    const found = of(none);
    const rate = 0.035;
    near(costDifference(found), costUntil(29, found.costs.flask, rate) - costUntil(29, found.costs.django, rate));
  });
});

function featureRange({ features }: Model, name: string): Range {
  const [id, framework] = name.split('.') as [string, 'flask' | 'django'];
  return features.find((feature) => feature.id === id)!.effort[framework];
}
