import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beliefsOf, featuresUntouched, isAsked, openQuestions, type Answers } from './answers.ts';
import { entriesOf, publishedModel } from './content-files.ts';
import { costUntil } from './cost.ts';
import { curvesOf, estimate, prepare, verdictOf } from './evaluate.ts';
import { hundredths } from './verdict-words.ts';
import { strengthOf } from './fit.ts';
import {
  always,
  anyCase,
  changedModels,
  frozen,
  fullAnswers,
  inOrder,
  nothingThere,
  plainAnswers,
} from './generators.ts';
import { alternatives, mean, type Model, type Range } from './model.ts';
import {
  acceptability,
  bandMonths,
  costRange,
  drawSamples,
  draws,
  nextQuestions,
  usualSpread,
  type Spread,
} from './uncertainty.ts';

const model = publishedModel();
const none: Answers = { choices: {} };
const nothing: Spread = { weight: 1, score: 0, alternative: 0 };
const of = (answers: Answers, given: Model = model) => estimate(prepare(given, answers), answers);
const personas = entriesOf<Answers>('personas').map(({ id, data: { choices, first, later } }) => ({
  id,
  answers: { choices, first, later: later ?? [] },
}));

/** The model without any spread in its numbers, and without shared errors. */
function exactModel(): Model {
  const exact = (range: Range): Range => [mean(range), mean(range), mean(range)];
  return {
    ...model,
    assumptions: {
      ...Object.fromEntries(Object.entries(model.assumptions).map(([name, range]) => [name, exact(range)])),
      ...{ optimism: [1, 1, 1], bias: [1, 1, 1] },
    },
    features: model.features.map((feature) => ({
      ...feature,
      effort: { flask: exact(feature.effort.flask), django: exact(feature.effort.django) },
    })),
  };
}

describe('the samples of the first experiment', () => {
  const samples = drawSamples(model);

  it('are a thousand draws, the same every time', () => {
    assert.equal(draws, 1_000);
    assert.equal(samples.weights.length, draws * 7);
    assert.equal(samples.scores.length, draws * 7 * 3);
    assert.equal(samples.alternatives.length, draws * 3);
    assert.equal(samples.options.length, draws * model.questions.length);
    assert.equal(samples.features.length, draws);
    assert.deepEqual(drawSamples(model), samples);
  });

  it('move weights by a factor of up to 2, scores by up to 20 points, and an alternative by up to 6', () => {
    assert.deepEqual(usualSpread, { weight: 2, score: 20, alternative: 6 });
    const within = (values: Float64Array, low: number, high: number) => {
      assert.ok(values.every((value) => value >= low && value <= high));
      const [smallest, largest] = [Math.min(...values), Math.max(...values)];
      assert.ok(
        smallest < low + (high - low) * 0.1 && largest > high - (high - low) * 0.1,
        `${smallest} to ${largest}`,
      );
    };
    within(samples.weights, 0.5, 2);
    within(samples.scores, -20, 20);
    within(samples.alternatives, -6, 6);
    within(samples.options, 0, 1);
    within(samples.features, 0, 1);
    const part = (values: Float64Array, holds: (value: number) => boolean) =>
      values.filter(holds).length / values.length;
    assert.ok(Math.abs(part(samples.weights, (value) => value < 1) - 0.5) < 0.03, 'as often less as more');
    // A triangle has three quarters of its area in the middle half.
    assert.ok(Math.abs(part(samples.scores, (value) => Math.abs(value) < 10) - 0.75) < 0.03);
    assert.ok(Math.abs(part(samples.alternatives, (value) => Math.abs(value) < 3) - 0.75) < 0.03);
  });

  it('can move more or less', () => {
    const wide = drawSamples(model, { weight: 3, score: 30, alternative: 10 }, 200);
    assert.ok(Math.max(...wide.weights) > 2.5 && Math.max(...wide.scores) > 20 && Math.max(...wide.alternatives) > 6);
    assert.equal(wide.alternatives.length, 600);
  });
});

describe('how often each comes first', () => {
  it('is always the winner where nothing is moved and nothing is open', () => {
    const still = drawSamples(model, nothing, 5);
    always([changedModels(model), fullAnswers(model)], (changed, answers) => {
      const found = estimate(prepare(changed, none), answers);
      assert.equal(acceptability(found, still)[found.ranking[0]!], 1);
    });
  });

  it('is, where one question is open and nothing is moved, the part that is likely of the answers that each wins', () => {
    const still = drawSamples(model, nothing, 300);
    always(
      [fullAnswers(model)],
      (answers) => {
        for (const id of ['size', 'ops', 'workload', 'house']) {
          const { [id]: _, ...choices } = answers.choices;
          const question = model.questions.find((one) => one.id === id)!;
          const winners = question.options.map(
            (option) => of({ ...answers, choices: { ...choices, [id]: option.id } }).ranking[0],
          );
          const shares = acceptability(of({ ...answers, choices }), still);
          for (const one of alternatives) {
            const odds = beliefsOf(model, { ...answers, choices })[id]!;
            const wanted = winners.reduce((sum, winner, at) => sum + (winner === one ? odds[at]! : 0), 0);
            assert.ok(Math.abs(shares[one] - wanted) < 0.08, `${id}: ${one} ${shares[one]}, not ${wanted}`);
          }
        }
      },
      { cases: 60 },
    );
  });

  it('draws an open question with the others in mind', () => {
    const still = drawSamples(model, nothing);
    const judged = { weights: model.criteria.map(({ id }) => (id === 'team' ? 1 : 0)) };
    const choices: Record<string, string> = {
      ...nothingThere,
      ...{ known: 'neither', python: 'mixed', people: 'p6', ops: 'one' },
    };
    delete choices['house'];
    const first = {
      size: 'small',
      workload: 'plain',
      horizon: 'h36',
      growth: 'some',
      data: 'public',
      separate: 'none',
    };
    const flask = (known: string) =>
      acceptability(of({ choices: { ...first, ...choices, known }, first: [], ...judged }), still).flask;
    const both = flask('both');
    assert.ok(flask('flask') > both, 'a team that has shipped with Flask mostly sits in a house that runs it');
  });

  it('applies the rule for parts that run apart after the scores have moved', () => {
    // On its own row both has nothing; it lives from the better of the two, so it can never beat that one.
    const scores = Object.fromEntries(
      model.questions.flatMap(({ id, options }) =>
        options.filter((option) => option.scores).map((option) => [`${id}.${option.id}`, [60, 60, 0] as const]),
      ),
    );
    const judgedOnly = model.criteria.map(({ id }) => (id === 'scale' ? 1 : 0));
    const choices = { separate: 'load', ops: 'several', workload: 'two', size: 'large' };
    const found = of({ choices, scores, weights: judgedOnly, ranges: { coordination: [1, 1, 1] } });
    assert.equal(acceptability(found, drawSamples(model)).both, 0);
    const free = of({ choices, scores, weights: judgedOnly, ranges: { coordination: [0, 0, 0] } });
    const { flask, django, both } = acceptability(free, drawSamples(model));
    assert.equal(both, 0);
    assert.ok(Math.abs(flask - 0.5) < 0.06 && Math.abs(django - 0.5) < 0.06);
  });

  it('moves weights, scores, and whole alternatives, each by itself', () => {
    const { answers } = personas.find(({ id }) => id === 'in-house-tool')!;
    const found = of(answers);
    for (const spread of [
      { ...nothing, weight: 3 },
      { ...nothing, score: 20 },
      { ...nothing, alternative: 10 },
    ]) {
      const shares = acceptability(found, drawSamples(model, spread));
      assert.ok(shares.flask > 0.02 && shares.django > 0.02, JSON.stringify({ spread, shares }));
    }
    // What is wrong with an alternative throughout does not average out over seven criteria; single scores do.
    const [single, throughout] = [
      { ...nothing, score: 12 },
      { ...nothing, alternative: 12 },
    ].map(
      (spread) =>
        acceptability(of(personas.find(({ id }) => id === 'first-product')!.answers), drawSamples(model, spread)).flask,
    );
    assert.ok(throughout! > single! + 0.05, `${throughout} and ${single}`);
  });

  it('gives the verdict its strength', () => {
    for (const { answers } of personas) {
      const found = of(answers);
      const samples = drawSamples(model);
      const verdict = verdictOf(found, samples);
      assert.deepEqual(verdict.shares, acceptability(found, samples));
      assert.equal(verdict.shares[verdict.best], Math.max(...inOrder(verdict.shares)));
      assert.ok(verdict.shares[verdict.second] >= 1 - verdict.shares[verdict.best] - verdict.shares[verdict.second]);
      assert.ok(found.ranking.includes(verdict.best) && found.ranking.includes(verdict.second));
      assert.equal(verdict.strength, strengthOf(hundredths(verdict.shares)[verdict.best] / 100));
    }
  });

  it('changes the strength of a strong verdict at most, never its winner, however much our numbers vary', () => {
    const spreads: Spread[] = [
      { weight: 1.5, score: 10, alternative: 3 },
      { weight: 2, score: 20, alternative: 6 },
      { weight: 3, score: 30, alternative: 10 },
    ];
    const samples = spreads.map((spread) => drawSamples(model, spread));
    const trial = entriesOf<Answers>('trial').map(({ data: { choices, first, later } }) => ({
      choices,
      first,
      later: later ?? [],
    }));
    const told = [...personas.map((persona) => persona.answers), ...trial];
    always(
      [fc.constantFrom(...told)],
      (answers) => {
        const found = of(answers);
        const verdicts = samples.map((some) => verdictOf(found, some));
        if (!verdicts.some(({ strength }) => strength === 'strongly')) return;
        assert.equal(new Set(verdicts.map(({ best }) => best)).size, 1);
      },
      { cases: 150 },
    );
  });
});

describe('the next best question', () => {
  const samples = drawSamples(model);

  it('is one that would be asked now, the most telling first, with a part of its answers that settles it', () => {
    const few = drawSamples(model, undefined, 40);
    always(
      [plainAnswers(model)],
      (answers) => {
        const found = of(answers);
        const worth = nextQuestions(found, few);
        const asked = openQuestions(model, answers).filter((question) => isAsked(question, answers));
        assert.deepEqual(
          worth.map(({ question }) => question).sort(),
          [...asked.map(({ id }) => id), ...(featuresUntouched(answers) ? ['features'] : [])].sort(),
        );
        worth.forEach(({ gain, settles }, at) => {
          // The mean of the largest is never below the largest of the means.
          assert.ok(gain >= -1e-9 && gain <= 1 && settles >= 0 && settles <= 1 + 1e-9);
          if (at > 0) assert.ok(gain <= worth[at - 1]!.gain);
        });
      },
      { cases: 60 },
    );
  });

  it('is worth what answering it brings, on average over its answers', () => {
    const answers: Answers = {
      choices: {
        ...nothingThere,
        size: 'small',
        known: 'both',
        python: 'mixed',
        people: 'p6',
        ops: 'one',
        growth: 'some',
      },
      first: ['orm', 'rest'],
    };
    const choices = { ...answers.choices, horizon: 'h36', data: 'personal', separate: 'none' };
    const found = of({ ...answers, choices });
    const [only, ...more] = nextQuestions(found, samples);
    assert.equal(only!.question, 'workload');
    assert.deepEqual(more, []);
    const odds = found.situation.beliefs['workload']!;
    const options = model.questions.find(({ id }) => id === 'workload')!.options;
    const leads = options.map(({ id }) =>
      Math.max(...inOrder(acceptability(of({ ...answers, choices: { ...choices, workload: id } }), samples))),
    );
    const after = leads.reduce((sum, lead, at) => sum + odds[at]! * lead, 0);
    const before = Math.max(...inOrder(acceptability(found, samples)));
    assert.ok(Math.abs(only!.gain - (after - before)) < 0.05, `${only!.gain} and ${after - before}`);
    const settled = leads.reduce((sum, lead, at) => sum + (lead >= 0.65 ? odds[at]! : 0), 0);
    assert.ok(Math.abs(only!.settles - settled) < 0.08, `${only!.settles} and ${settled}`);
  });

  it('has nothing to ask where everything is answered', () => {
    always([fullAnswers(model)], (answers) => assert.deepEqual(nextQuestions(of(answers), samples), []), { cases: 5 });
  });
});

describe('the range of costs', () => {
  const fewDraws = 60;

  it('rises from low to high and from month to month, and shares what is cheapest among those allowed', () => {
    always(
      [anyCase(model)],
      ({ model: changed, answers }) => {
        const found = frozen(of(answers, changed));
        const { bands, cheapest, cheaperOfTwo, atHorizon } = costRange(found, fewDraws);
        for (const one of alternatives) {
          assert.deepEqual(
            bands[one].map(({ month }) => month),
            [0, 12, 24, 36, 48, 60],
          );
          bands[one].forEach(({ low, middle, high }, at) => {
            assert.ok(0 <= low && low <= middle && middle <= high && Number.isFinite(high));
            if (at > 0) assert.ok(low >= bands[one][at - 1]!.low && high >= bands[one][at - 1]!.high);
          });
          assert.ok(atHorizon[one].low <= atHorizon[one].high);
          if (!found.ranking.includes(one)) assert.deepEqual(cheapest[one], Array(7).fill(0));
        }
        for (let at = 0; at < 7; at++) {
          const all = alternatives.reduce((sum, one) => sum + cheapest[one][at]!, 0);
          assert.ok(all <= 1 + 1e-9, `${all}`);
        }
        for (const share of Object.values(cheaperOfTwo).flatMap(Object.values)) assert.ok(share >= 0 && share <= 1);
      },
      { cases: 300 },
    );
  });

  it('is the line itself where no number has a spread', () => {
    always(
      [fullAnswers(model)],
      (answers) => {
        const found = of(answers, exactModel());
        const { bands, atHorizon } = costRange(found, 3);
        const curves = curvesOf(found);
        for (const one of alternatives) {
          for (const { month, low, middle, high } of bands[one])
            for (const days of [low, middle, high])
              assert.ok(Math.abs(days - curves[one][month]!) < 1e-6, `month ${month}`);
          const horizon = costUntil(found.horizon, found.costs[one], mean(model.assumptions['discount']!));
          assert.ok(Math.abs(atHorizon[one].low - horizon) < 1e-6 && Math.abs(atHorizon[one].high - horizon) < 1e-6);
        }
      },
      { cases: 200 },
    );
  });

  it('holds the line that is drawn at our means', () => {
    for (const { answers, id } of personas) {
      const found = of(answers);
      const { bands } = costRange(found);
      const curves = curvesOf(found);
      for (const one of alternatives)
        for (const { month, low, high } of bands[one])
          assert.ok(low < curves[one][month]! && curves[one][month]! < high, `${id}, ${one}, month ${month}`);
    }
  });

  it('has at each end a tenth of the draws, and half of them below its middle', () => {
    // The size alone is open and has four answers, a quarter of the draws each.
    const found = of(
      { choices: { ...nothingThere, known: 'both', people: 'p2', python: 'senior', ops: 'could' }, first: ['orm'] },
      exactModel(),
    );
    const at = (size: string) =>
      of({ ...found.answers, choices: { ...found.answers.choices, size } }, exactModel()).costs.flask.first;
    const { low, middle, high } = costRange(found).bands.flask[0]!;
    assert.ok(Math.abs(low - at('tiny')) < 1e-9, 'the lowest tenth is of tiny systems');
    assert.ok([at('small'), at('medium')].some((days) => Math.abs(days - middle) < 1e-9));
    assert.ok(Math.abs(high - at('large')) < 1e-9, 'the highest tenth is of large systems');
  });

  it('is as wide as our common optimism, which leaves untouched who is cheaper', () => {
    const wide: Model = { ...exactModel(), assumptions: { ...exactModel().assumptions, optimism: [2, 2, 2] } };
    const { choices, first } = personas.find(({ id }) => id === 'first-product')!.answers;
    const found = of({ choices: { ...nothingThere, ...choices }, first }, wide);
    const { bands, cheaperOfTwo } = costRange(found);
    const { low, middle, high } = bands.django[0]!;
    // A triangle over -1 to 1 has a tenth of its area beyond 1 - sqrt(0.2).
    const tenth = 2 ** (1 - Math.sqrt(0.2));
    assert.ok(Math.abs(high / middle / tenth - 1) < 0.04, `${high / middle}`);
    assert.ok(Math.abs(middle / low / tenth - 1) < 0.04, `${middle / low}`);
    assert.equal(cheaperOfTwo.django.start, found.costs.django.first < found.costs.flask.first ? 1 : 0);
  });

  it('leaves open who is cheaper as far as we may be wrong about one framework', () => {
    const bias: Model = { ...exactModel(), assumptions: { ...exactModel().assumptions, bias: [2, 2, 2] } };
    const told = personas.find(({ id }) => id === 'in-house-tool')!.answers;
    const answers = { ...told, choices: { ...nothingThere, ...told.choices } };
    const { cheaperOfTwo } = costRange(of(answers, bias));
    assert.ok(cheaperOfTwo.django.start > 0.55 && cheaperOfTwo.django.start < 0.95, `${cheaperOfTwo.django.start}`);
    const {
      cheaperOfTwo: { django: certain },
    } = costRange(of(answers, exactModel()));
    assert.deepEqual(certain, { start: 1, horizon: 1 });
  });

  it('says how often each is the cheapest of those allowed', () => {
    for (const { answers } of personas) {
      const found = of(answers);
      const { cheapest, cheaperOfTwo } = costRange(found);
      const last = bandMonths.length;
      const all = (at: number) => alternatives.reduce((sum, one) => sum + cheapest[one][at]!, 0);
      assert.ok(Math.abs(all(0) - 1) < 1e-9 && Math.abs(all(last) - 1) < 1e-9);
      if (!found.ranking.includes('both')) {
        assert.equal(cheapest.django[0], cheaperOfTwo.django.start);
        assert.equal(cheapest.django[last], cheaperOfTwo.django.horizon);
      } else assert.ok(cheapest.django[0]! <= cheaperOfTwo.django.start);
    }
  });

  it('is drawn from every number that has a spread, the same way every time', () => {
    always(
      [plainAnswers(model)],
      (answers) => {
        assert.deepEqual(costRange(of(answers), 20), costRange(of(answers), 20));
      },
      { cases: 100 },
    );
    const answers: Answers = { choices: { size: 'small', horizon: 'h36' }, first: ['admin'] };
    const usual = costRange(of(answers), 200).atHorizon.flask;
    for (const name of ['learning.flask', 'dependency', 'admin.flask', 'own-features.small', 'onboarding.flask']) {
      const range = model.assumptions[name] ?? model.features.find(({ id }) => id === 'admin')!.effort.flask;
      const more = costRange(of({ ...answers, ranges: { [name]: [range[0] * 3, range[1] * 3, range[2] * 3] } }), 200);
      assert.ok(more.atHorizon.flask.high > usual.high, name);
    }
  });

  it('ends in whole months, the nearest to the mean where the horizon is open', () => {
    const found = of(none, exactModel());
    assert.equal(found.horizon, 28.5);
    const told = { size: 'small', people: 'p2', python: 'senior', known: 'both', ops: 'could' };
    const open = of({ choices: { ...nothingThere, ...told }, first: [] }, exactModel());
    const { atHorizon } = costRange(open, 5);
    const wanted = costUntil(29, open.costs.flask, mean(model.assumptions['discount']!));
    assert.ok(Math.abs(atHorizon.flask.low - wanted) < 1e-6 && Math.abs(atHorizon.flask.high - wanted) < 1e-6);
  });
});
