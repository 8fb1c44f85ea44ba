import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beliefsOf, type Answers } from './answers.ts';
import { publishedModel } from './content-files.ts';
import {
  annuity,
  changeOvers,
  costAt,
  costCurve,
  costUntil,
  estimator,
  horizonOf,
  monthsToRelease,
  worthUntil,
  yearlyUpkeep,
  type Cost,
  type SharedErrors,
} from './cost.ts';
import { curvesOf, estimate, monthsTo, prepare } from './evaluate.ts';
import { always, anyCase, changedModels, nothingThere, fullAnswers, plainAnswers } from './generators.ts';
import { alternatives, type Model, type Range } from './model.ts';

const published = publishedModel();
const none: Answers = { choices: {} };
const close = (actual: number, wanted: number, what = '') =>
  assert.ok(Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)), `${what} ${actual}, not ${wanted}`);

/** A model in round numbers without spread, so that costs can be added up by hand. */
function roundModel(): Model {
  const numbers: Record<string, number> = {
    ...{ 'setup.flask': 1, 'setup.django': 2, 'learning.flask': 3, 'learning.django': 6 },
    ...{ 'upgrades.flask': 1, 'upgrades.django': 3, 'hybrid-learning.flask': 0.5, 'hybrid-learning.django': 0.75 },
    ...{ 'retrofit.flask': 1.5, 'retrofit.django': 1.25, 'retrofit.both': 1.75 },
    ...{ 'onboarding.flask': 4, 'onboarding.django': 3, 'onboarding.both': 8 },
    ...{ integration: 8, dependency: 0.5, maintenance: 0.1, turnover: 0.25, 'second-service': 10 },
    ...{ 'hybrid-friction': 0.5, discount: 0, 'days-per-month': 20, coordination: 3, optimism: 1.5, bias: 1.25 },
    ...{ 'own-features.tiny': 5, 'own-features.small': 20, 'own-features.medium': 80, 'own-features.large': 250 },
    ...{ 'friction-size-flask.small': 0.1, 'friction-size-django.small': 0.05 },
    ...{ 'friction-existing-django.ownData': 0.25, 'friction-face-django.apart': 0.5 },
    ...{ 'moving.begun': 4, 'moving.small': 20, 'moving.large': 100, 'moving-share.keep': 1, 'moving-share.port': 0.5 },
    ...{ 'second-stack': 3, templates: 0.5 },
    ...{ 'learning-pace.new': 2, 'learning-pace.mixed': 1.5, 'learning-pace.senior': 1 },
    ...{ 'learners.p2': 1, 'learners.p6': 3, 'learners.p7': 5 },
    ...{ 'developers.p2': 2, 'developers.p6': 4, 'developers.p7': 8 },
    ...{ 'second-service-pace.one': 1.5, 'second-service-pace.could': 1, 'second-service-pace.several': 0.5 },
  };
  const exactly = (value: number): Range => [value, value, value];
  const days: Record<string, [flask: number, django: number]> = { rest: [2, 3], permissions: [4, 1], admin: [5, 2] };
  const packages: Record<string, [flask: number, django: number]> = {
    rest: [1, 1],
    permissions: [1, 0],
    admin: [1, 0],
  };
  return {
    ...published,
    assumptions: Object.fromEntries(
      Object.keys(published.assumptions).map((name) => [name, exactly(numbers[name] ?? 0)]),
    ),
    features: published.features
      .filter(({ id }) => id in days)
      .map((feature) => ({
        ...feature,
        effort: { flask: exactly(days[feature.id]![0]), django: exactly(days[feature.id]![1]) },
        packages: { flask: packages[feature.id]![0], django: packages[feature.id]![1] },
        side: feature.id === 'rest' ? 'flask' : 'django',
      })),
  };
}

const choices = {
  ...nothingThere,
  ...{ size: 'small', python: 'mixed', known: 'neither', people: 'p6', ops: 'could' },
};
const features = { first: ['rest', 'permissions'], later: ['admin'] };

function costsOf(more: Record<string, string>, errors?: SharedErrors) {
  const model = roundModel();
  const estimates = estimator(model);
  const beliefs = beliefsOf(model, { choices: { ...choices, ...more } });
  return estimates.costs(estimates.means, { beliefs, ...features }, errors);
}

function assertCost(cost: Cost, wanted: Partial<Cost>) {
  for (const [part, days] of Object.entries(wanted)) close(cost[part as keyof Cost], days, part);
}

describe('the cost of an alternative', () => {
  it('is, with one framework, the sum of the parts of a hand calculation', () => {
    const { flask, django } = costsOf({});
    assertCost(flask, {
      ...{ setup: 1, learning: 3 * 3 * 1.5, ownFeatures: 20, friction: 2, features: 6, first: 42.5, later: 7.5 },
      ...{ upgrades: 1, dependencies: 1, onboarding: 4, maintenance: 2.8, secondService: 0, yearly: 8.8 },
      yearlyLater: 0.5 + 0.5,
    });
    assertCost(django, {
      ...{ setup: 2, learning: 6 * 3 * 1.5, ownFeatures: 20, friction: 1, features: 4, first: 54, later: 2.5 },
      ...{ upgrades: 3, dependencies: 0.5, onboarding: 3, maintenance: 2.5, secondService: 0, yearly: 9 },
      yearlyLater: 0.2,
    });
  });

  it('is, with both, two set-ups, integration, parts of the learning and a second service', () => {
    assertCost(costsOf({}).both, {
      ...{
        setup: 1 + 2 + 8,
        learning: 0.5 * 13.5 + 0.75 * 27,
        ownFeatures: 20,
        friction: 0.5,
        features: 3,
        first: 61.5,
      },
      ...{ later: 3.5, upgrades: 4, dependencies: 0.5, onboarding: 8, maintenance: 2.35, secondService: 10 },
      ...{ yearly: 24.85, yearlyLater: 0.2 },
    });
  });

  it('holds, where parts run apart, two set-ups, integration and a second service for each alternative', () => {
    for (const separate of ['load', 'owners', 'clash']) {
      const { flask, django, both } = costsOf({ separate });
      assertCost(flask, { setup: 2 * 1 + 8, secondService: 10, first: 42.5 + 9, yearly: 8.8 + 10, onboarding: 4 });
      assertCost(django, { setup: 2 * 2 + 8, secondService: 10, first: 54 + 10, yearly: 9 + 10, onboarding: 3 });
      assertCost(both, { setup: 11, secondService: 10, first: 61.5 });
    }
  });

  it('lets newcomers learn, where parts run apart, their part of each framework', () => {
    const each = 0.5 * 4 + 0.75 * 3;
    assertCost(costsOf({ separate: 'owners' }).both, { onboarding: 4 * 0.25 * each, yearly: 24.85 - 8 + 4.25 });
  });

  it('spares a team whose system is Django already that set-up and that learning', () => {
    const { flask, django, both } = costsOf({ codebase: 'django' });
    assertCost(django, { setup: 0, learning: 0, moving: 0 });
    assertCost(flask, { setup: 1, learning: 13.5, moving: 4, first: 42.5 + 4 });
    assertCost(both, { setup: 1 + 0 + 8, learning: 0.5 * 13.5, moving: 0 });
    assertCost(costsOf({ codebase: 'django', separate: 'load' }).django, { setup: 2 + 8, learning: 0 });
  });

  it('holds the move of what runs in the other framework: all of it, half where parts run in each, less in a port', () => {
    const moving = (more: Record<string, string>) => {
      const { flask, django, both } = costsOf({ extent: 'small', ...more });
      return [flask.moving, django.moving, both.moving];
    };
    assert.deepEqual(moving({ codebase: 'flask' }), [0, 20, 0]);
    assert.deepEqual(moving({ codebase: 'django' }), [20, 0, 0]);
    assert.deepEqual(moving({ codebase: 'both' }), [10, 10, 0]);
    for (const codebase of ['nothing', 'python', 'other']) assert.deepEqual(moving({ codebase }), [0, 0, 0]);
    assert.deepEqual(moving({ codebase: 'flask', extent: 'large' }), [0, 100, 0]);
    assert.deepEqual(moving({ codebase: 'flask', treatment: 'port' }), [0, 10, 0]);
    assert.deepEqual(moving({ codebase: 'flask', treatment: 'rewrite' }), [0, 0, 0]);
    assertCost(costsOf({ codebase: 'flask', treatment: 'rewrite' }).flask, { setup: 1, learning: 13.5 });
  });

  it('holds each year a framework that the house does not run, and less for features that it has templates for', () => {
    const { flask, django, both } = costsOf({ house: 'django' });
    assertCost(flask, { secondStack: 3, yearly: 8.8 + 3, features: 6 });
    assertCost(django, { secondStack: 0, features: 2, later: 1.25 });
    assertCost(both, { secondStack: 3, features: 3 * 0.75 });
    for (const of of alternatives) assertCost(costsOf({ house: 'both' })[of], { secondStack: 0 });
  });

  it('leaves out the features that somebody else builds, and counts the friction of an API', () => {
    const model = roundModel();
    const estimates = estimator(model);
    const cost = (more: Record<string, string>) =>
      estimates.costs(estimates.means, {
        beliefs: beliefsOf(model, { choices: { ...choices, ...more } }),
        ...{ first: ['permissions'], later: [] },
      });
    assertCost(cost({}).flask, { features: 4, dependencies: 0.5 });
    assertCost(cost({ 'sign-in': 'none' }).flask, { features: 0, dependencies: 0 });
    assertCost(cost({ face: 'apart' }).django, { friction: 20 * (0.05 + 0.5) });
  });

  it('leaves out the learning of what the team knows', () => {
    assertCost(costsOf({ known: 'flask' }).flask, { learning: 0 });
    assertCost(costsOf({ known: 'flask' }).django, { learning: 27 });
    assertCost(costsOf({ known: 'flask' }).both, { learning: 0.75 * 27 });
    assertCost(costsOf({ known: 'django' }).both, { learning: 0.5 * 13.5 });
    for (const of of alternatives) assertCost(costsOf({ known: 'both' })[of], { learning: 0 });
  });

  it('takes the mean of the options of what nobody has answered', () => {
    const model = roundModel();
    const estimates = estimator(model);
    const { people: _, ...rest } = choices;
    const beliefs = { ...beliefsOf(model, { choices: rest }), codebase: [0.5, 0.25, 0.25, 0, 0, 0] };
    const { django } = estimates.costs(estimates.means, { beliefs, ...features });
    assertCost(django, {
      setup: 2 * 0.75,
      learning: 6 * ((1 + 3 + 5) / 3) * 1.5 * 0.75,
      moving: 4 / 4,
      onboarding: ((2 + 4 + 8) / 3) * 0.25 * 3,
    });
  });

  it('grows in every part with an error that all numbers share', () => {
    const [plain, doubled] = [costsOf({}), costsOf({}, { all: 2, flask: 1, django: 1 })];
    for (const of of alternatives)
      for (const [part, days] of Object.entries(plain[of])) close(doubled[of][part as keyof Cost], 2 * days, part);
  });

  it('grows with an error about one framework only in what the framework brings, with both by its root', () => {
    const [plain, biased] = [costsOf({}), costsOf({}, { all: 1, flask: 4, django: 1 })];
    assert.deepEqual(biased.django, plain.django);
    for (const part of ['setup', 'learning', 'friction', 'features', 'later', 'upgrades', 'dependencies'] as const) {
      close(biased.flask[part], 4 * plain.flask[part], part);
      close(biased.both[part], 2 * plain.both[part], part);
    }
    for (const part of ['ownFeatures', 'secondService'] as const) {
      close(biased.flask[part], plain.flask[part], part);
      close(biased.both[part], plain.both[part], part);
    }
    close(biased.flask.onboarding, 16);
    close(biased.flask.maintenance, 0.1 * (20 + 8 + 24));
    close(biased.flask.yearlyLater, 4);
  });

  it('adds up: the parts before the release, and the parts of a year', () => {
    always([anyCase(published)], ({ model, answers }) => {
      const { costs } = estimate(prepare(model, answers), answers);
      for (const of of alternatives) {
        const cost = costs[of];
        close(cost.first, cost.setup + cost.learning + cost.ownFeatures + cost.friction + cost.moving + cost.features);
        const { upgrades, dependencies, onboarding, maintenance, secondService, secondStack } = cost;
        close(cost.yearly, upgrades + dependencies + onboarding + maintenance + secondService + secondStack);
        assert.ok(Object.values(cost).every((days) => Number.isFinite(days) && days >= 0));
      }
    });
  });

  it('cannot be read under a name that the model does not have', () => {
    const estimates = estimator(published);
    assert.throws(
      () => estimates.value(estimates.means, 'no-such-number'),
      new Error('The model has no number "no-such-number"'),
    );
  });
});

describe('costs over time', () => {
  const cost = {
    ...costsOf({}).flask,
    ...{ first: 100, yearly: 12, later: 30, yearlyLater: 6 },
  };

  it('start at the first release and grow by a twelfth of a year each month, without discount', () => {
    assert.equal(costUntil(0, cost, 0), 100);
    assert.equal(costUntil(1, cost, 0), 101);
    assert.equal(costUntil(11, cost, 0), 111);
    assert.equal(costUntil(12, cost, 0), 100 + 12 + 30);
    assert.equal(costUntil(24, cost, 0), 100 + 24 + 30 + 6);
    assert.equal(costCurve(cost, 0).length, 61);
    assert.equal(costCurve(cost, 0)[60], 100 + 60 + 30 + 24);
  });

  it('count at today’s value what comes later', () => {
    // Five payments of 1, one at the end of each year, at 10 % are worth 3.7908; monthly twelfths a little more.
    const rate = 0.1;
    const monthly = 1.1 ** (1 / 12);
    const byHand = Array.from({ length: 60 }, (_, month) => 1 / 12 / monthly ** (month + 1)).reduce((a, b) => a + b);
    close(annuity(60, rate), byHand);
    assert.ok(annuity(60, rate) > 3.7908 && annuity(60, rate) < 3.7908 * 1.06);
    close(costUntil(12, cost, rate), 100 + 12 * annuity(12, rate) + 30 / 1.1);
    close(
      costUntil(36, cost, rate),
      100 + 12 * annuity(36, rate) + 30 / 1.1 + 6 * (annuity(36, rate) - annuity(12, rate)),
    );
    assert.equal(costAt(cost, worthUntil(36, rate)), costUntil(36, cost, rate));
  });

  it('are not discounted at a rate of 0, nor at one that is as good as 0', () => {
    assert.equal(annuity(30, 0), 2.5);
    assert.equal(annuity(30, 5e-324), 2.5);
    close(annuity(30, 1e-12), 2.5);
  });

  it('never fall from one month to the next, nor rise with the discount', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    always([anyCase(published), rate, rate], ({ model, answers }, a, b) => {
      const { costs } = estimate(prepare(model, answers), answers);
      for (const of of alternatives) {
        const curve = costCurve(costs[of], a);
        for (let month = 1; month < curve.length; month++)
          assert.ok(curve[month]! >= curve[month - 1]! * (1 - 1e-12), `month ${month}`);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(costUntil(60, costs[of], high) <= costUntil(60, costs[of], low) * (1 + 1e-12));
      }
    });
  });

  it('never fall when a feature is added, whether for the first release or for later', () => {
    const feature = fc.constantFrom(...published.features.map(({ id }) => id));
    // With every question answered: of an open one, a feature that is named makes another answer likelier, and that may
    // cost less.
    always([changedModels(published), fullAnswers(published), feature], (model, answers, added) => {
      const first = (answers.first ?? []).filter((id) => id !== added);
      const later = (answers.later ?? []).filter((id) => id !== added);
      const prepared = prepare(model, none);
      const before = curvesOf(estimate(prepared, { ...answers, first, later }));
      const now = curvesOf(estimate(prepared, { ...answers, first: [...first, added], later }));
      const then = curvesOf(estimate(prepared, { ...answers, first, later: [...later, added] }));
      for (const of of alternatives)
        before[of].forEach((days, month) => {
          assert.ok(now[of][month]! >= days - 1e-9 * days, `${added} at once lowers ${of} in month ${month}`);
          assert.ok(then[of][month]! >= days - 1e-9 * days, `${added} later lowers ${of} in month ${month}`);
        });
    });
  });

  it('with more effort for Flask never speak more for Flask', () => {
    const model = published;
    const names = [
      ...model.features.map(({ id }) => `${id}.flask`),
      ...['setup', 'learning', 'upgrades', 'onboarding', 'retrofit'].map((name) => `${name}.flask`),
      ...Object.keys(model.assumptions).filter((name) => /^friction-(size|existing|face)-flask\./.test(name)),
    ];
    const factor = fc.double({ min: 1, max: 20, noNaN: true });
    always([plainAnswers(model), fc.constantFrom(...names), factor], (answers, name, times) => {
      const [low, likely, high] =
        model.assumptions[name] ?? model.features.find(({ id }) => `${id}.flask` === name)!.effort.flask;
      const more: Range = [low * times, likely * times, high * times];
      const before = estimate(prepare(model, none), answers);
      const after = estimate(prepare(model, { choices: {}, ranges: { [name]: more } }), answers);
      for (const criterion of ['speed', 'upkeep']) {
        assert.ok(after.scores[criterion]!.flask <= before.scores[criterion]!.flask + 1e-9, `${name}: ${criterion}`);
        assert.ok(after.scores[criterion]!.django >= before.scores[criterion]!.django - 1e-9, `${name}: ${criterion}`);
      }
      const lead = ({ totals }: typeof before) => totals.django - totals.flask;
      assert.ok(lead(after) >= lead(before) - 1e-9, name);
    });
  });
});

describe('change-overs', () => {
  it('are the months in which another becomes cheaper, and pass over months of equal cost', () => {
    assert.deepEqual(changeOvers([1, 2, 3, 4], [2, 2, 2, 2]), [{ month: 2, cheaper: 'second' }]);
    assert.deepEqual(changeOvers([3, 2, 2, 1], [2, 2, 2, 2]), [{ month: 3, cheaper: 'first' }]);
    assert.deepEqual(changeOvers([0, 0, 1], [0, 0, 0]), []);
    assert.deepEqual(changeOvers([1, 1, 1], [2, 1, 2]), []);
    assert.deepEqual(changeOvers([0, 2, 0], [1, 1, 1]), [
      { month: 1, cheaper: 'second' },
      { month: 2, cheaper: 'first' },
    ]);
  });

  it('are all the real changes of sign and nothing else', () => {
    const days = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 61 });
    always([days], (pairs) => {
      const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
      const found = changeOvers(a, b);
      // Told only the months and who is cheaper at first, one knows who is cheaper in every month that is no tie.
      let cheaper = pairs.map(([first, second]) => Math.sign(second - first)).find((sign) => sign !== 0);
      pairs.forEach(([first, second], month) => {
        const change = found.find((one) => one.month === month);
        if (change) cheaper = change.cheaper === 'first' ? 1 : -1;
        const sign = Math.sign(second - first);
        assert.ok(sign === cheaper || (sign === 0 && !change));
      });
      found.forEach((one, at) => assert.notEqual(one.cheaper, found[at + 1]?.cheaper));
    });
  });
});

describe('what costs are read as', () => {
  it('is, for a year of upkeep, the mean of all years until the horizon, with what is added later', () => {
    const cost = { ...costsOf({}).flask, yearly: 12, later: 30, yearlyLater: 6 };
    assert.equal(yearlyUpkeep(cost, 6), 12);
    assert.equal(yearlyUpkeep(cost, 11), 12);
    assert.equal(yearlyUpkeep(cost, 12), 12 + 30);
    assert.equal(yearlyUpkeep(cost, 36), (36 + 30 + 6 * 2) / 3);
  });

  it('is, for the calendar, person-days by the developers and the days of a month', () => {
    const model = roundModel();
    const people = model.questions.find(({ id }) => id === 'people')!;
    const { flask } = costsOf({});
    const months = (chosen: Record<string, string>) =>
      monthsToRelease(estimator(model), flask, people, beliefsOf(model, { choices: chosen }));
    close(months({ people: 'p6' }), 42.5 / (4 * 20));
    close(months({ people: 'p7' }), 42.5 / (8 * 20));
    close(months({}), 42.5 / ((14 / 3) * 20));
    const of = estimate(prepare(model, none), { choices, ...features });
    close(monthsTo(of, 'flask'), 42.5 / (4 * 20));
    close(monthsTo(of, 'django'), 54 / (4 * 20));
  });

  it('is, for the horizon, the months of the answer, or their mean', () => {
    const months = (chosen: Record<string, string>) => horizonOf(published, beliefsOf(published, { choices: chosen }));
    assert.equal(months({ horizon: 'h36' }), 36);
    assert.equal(months({}), (6 + 12 + 36 + 60) / 4);
  });
});

describe('the published numbers', () => {
  it('start Flask and Django level where the team knows both and nothing ready-made is needed', () => {
    const prepared = prepare(published, none);
    for (const size of ['tiny', 'small'])
      for (const python of ['new', 'mixed', 'senior']) {
        const answers = { choices: { ...nothingThere, size, python, known: 'both' }, first: [], later: [] };
        const { flask, django } = estimate(prepared, answers).costs;
        assert.ok(Math.abs(flask.first - django.first) <= 1, `${size}: ${flask.first} and ${django.first}`);
      }
  });
});
