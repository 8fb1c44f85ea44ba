import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beliefsOf, type Answers } from './answers.ts';
import { publishedModel } from './content-files.ts';
import type { Cost, Costs } from './cost.ts';
import { estimate, prepare, reasonsFor, verdictOf, type Estimate } from './evaluate.ts';
import {
  exclusionsFor,
  leansFrom,
  pointsOf,
  ranking,
  rowScores,
  speedScores,
  strengthOf,
  stronglyFrom,
  upkeepScores,
  weightsFrom,
  winnerOf,
  type ExclusionRule,
} from './fit.ts';
import { always, anyCase, frozen, fullAnswers, inOrder, upTo } from './generators.ts';
import { alternatives, frameworks, optionOf, type Alternative, type Model, type Option } from './model.ts';
import { drawSamples } from './uncertainty.ts';

const model = publishedModel();
const fewSamples = drawSamples(model, undefined, 40);
const none: Answers = { choices: {} };
const prepared = prepare(model, none);
const found = (choices: Record<string, string>, more: Partial<Answers> = {}): Estimate =>
  estimate(prepare(model, { choices, ...more }), { choices, ...more });
const near = (actual: number, wanted: number, by = 1e-9) =>
  assert.ok(Math.abs(actual - wanted) <= by, `${actual}, not ${wanted}`);

/** The model with other scores for one option. */
function withRow(question: string, option: string, scores: Option['scores']): Model {
  return {
    ...model,
    questions: model.questions.map((one) =>
      one.id === question
        ? { ...one, options: one.options.map((row) => (row.id === option ? { ...row, scores: scores! } : row)) }
        : one,
    ),
  };
}

describe('whatever is answered, and whatever the numbers are', () => {
  it('scores and totals lie from 0 to 100, weights and shares add up to 1, and what is ruled out cannot win', () => {
    always([anyCase(model)], ({ model: changed, answers }) => {
      const of = estimate(prepare(changed, answers), answers);
      const { shares, best, second } = verdictOf(of, fewSamples);
      for (const { id } of changed.criteria)
        for (const score of inOrder(of.scores[id]!)) assert.ok(score >= 0 && score <= 100, `${id}: ${score}`);
      for (const total of inOrder(of.totals)) assert.ok(total >= 0 && total <= 100 + 1e-9, `a total of ${total}`);
      assert.ok(Object.values(of.weights).every((weight) => weight >= 0));
      near(
        Object.values(of.weights).reduce((sum, weight) => sum + weight, 0),
        1,
      );
      near(
        inOrder(shares).reduce((sum, share) => sum + share, 0),
        1,
      );
      assert.ok(of.gap >= 0 && Number.isFinite(of.gap));
      assert.equal(shares[best], Math.max(...inOrder(shares)));
      assert.notEqual(best, second);
      if (of.exclusionRules.length > 0) {
        assert.equal(shares.both, 0);
        assert.ok(best !== 'both' && second !== 'both' && !of.ranking.includes('both'));
      }
    });
  });

  it('the reasons add up to the gap, and the largest stand first', () => {
    always([anyCase(model)], ({ model: changed, answers }) => {
      const of = estimate(prepare(changed, answers), answers);
      const reasons = reasonsFor(of);
      near(
        reasons.reduce((sum, { points }) => sum + points, 0),
        of.gap,
        1e-8,
      );
      reasons.slice(1).forEach(({ points }, at) => assert.ok(Math.abs(points) <= Math.abs(reasons[at]!.points)));
    });
  });

  it('the scores of both never touch those of Flask and Django', () => {
    const score = upTo(100);
    const range = fc.tuple(upTo(50), upTo(50), upTo(50)).map((three) => three.sort((a, b) => a - b));
    const names = ['retrofit.both', 'onboarding.both', 'hybrid-friction', 'hybrid-learning.flask', 'coordination'];
    always([anyCase(model), fc.infiniteStream(score), fc.infiniteStream(range)], (given, scores, ranges) => {
      const { model: one, answers } = given;
      const other: Model = {
        ...one,
        questions: one.questions.map((question) => ({
          ...question,
          options: question.options.map((option) =>
            option.scores ? { ...option, scores: { ...option.scores, both: scores.next().value! } } : option,
          ),
        })),
        features: one.features.map((feature) => ({ ...feature, side: scores.next().value! > 50 ? 'flask' : 'django' })),
        assumptions: {
          ...one.assumptions,
          ...Object.fromEntries(names.map((name) => [name, ranges.next().value as [number, number, number]])),
        },
      };
      const plain: Answers = { choices: answers.choices, ...(answers.weights && { weights: answers.weights }) };
      const [a, b] = [one, other].map((changed) => estimate(prepare(changed, none), plain)) as [Estimate, Estimate];
      for (const framework of frameworks) {
        assert.equal(a.totals[framework], b.totals[framework]);
        for (const { id } of model.criteria) assert.equal(a.scores[id]![framework], b.scores[id]![framework]);
      }
    });
  });
});

describe('weights', () => {
  it('are the same for points in the same proportion', () => {
    const points = fc.tuple(...model.criteria.map(() => upTo(100))).filter((all) => all.some((value) => value > 0));
    always([points, fc.double({ min: 0.001, max: 1_000, noNaN: true })], (all, times) => {
      const [a, b] = [all, all.map((value) => value * times)].map((some) => weightsFrom(model.criteria, some));
      for (const { id } of model.criteria) near(a![id]!, b![id]!, 1e-12);
    });
  });

  it('are equal, and say so, where every point is zero', () => {
    const { weights, weightsAllZero, totals } = found({ size: 'small' }, { weights: [0, 0, 0, 0, 0, 0, 0] });
    assert.equal(weightsAllZero, true);
    assert.deepEqual(Object.values(weights), Array(7).fill(1 / 7));
    near(totals.flask, found({ size: 'small' }, { weights: [5, 5, 5, 5, 5, 5, 5] }).totals.flask);
    assert.equal(found({}, { weights: [0, 0, 0, 0, 0, 0, 1] }).weightsAllZero, false);
    assert.equal(found({}).weightsAllZero, false);
  });

  it('never count points below zero', () => {
    const criteria = model.criteria.slice(0, 3);
    assert.deepEqual(Object.values(weightsFrom(criteria, [-5, 1, 3])), [0, 0.25, 0.75]);
    assert.deepEqual(Object.values(weightsFrom(criteria, [-5, -1, 0])), [1 / 3, 1 / 3, 1 / 3]);
  });

  it('follow from wishes: a late first version lifts speed and lowers upkeep, and so on', () => {
    const at = (id: string) => model.criteria.findIndex((criterion) => criterion.id === id);
    const points = (choices: Record<string, string>) => pointsOf(model, { choices });
    const usual = points({});
    assert.deepEqual(
      usual,
      model.criteria.map((criterion) => criterion.points),
    );
    const late = points({ tradeoff: 'late2' });
    const change = Object.fromEntries(model.criteria.map(({ id }) => [id, late[at(id)]! / usual[at(id)]!]));
    assert.deepEqual(change, { speed: 1.75, upkeep: 0.5, structure: 1, team: 1, scale: 1, security: 1, freedom: 1 });
    assert.deepEqual(points({ tradeoff: 'even' }), usual);
  });

  it('set by hand replace every wish', () => {
    const weights = [1, 2, 3, 4, 5, 6, 7];
    const answers: Answers = { choices: { tradeoff: 'late2' }, weights };
    assert.deepEqual(pointsOf(model, answers), weights);
    assert.deepEqual(found({}, { weights }).totals, found(answers.choices, { weights }).totals);
  });
});

describe('the computed scores', () => {
  const costs = (flask: number, django: number, both: number, yearly = 1): Costs => {
    const cost = (first: number) => ({ first, yearly: first * yearly, later: 0, yearlyLater: 0 }) as Cost;
    return { flask: cost(flask), django: cost(django), both: cost(both) };
  };

  it('put Flask and Django as far apart as the ratio of their efforts, on either side of 50', () => {
    const even = speedScores(costs(10, 10, 10));
    assert.deepEqual(inOrder(even), [50, 50, 50]);
    const { flask, django } = speedScores(costs(10, 12, 30));
    near(flask - 50, 50 - django);
    near(flask, 50 + (50 * Math.log(Math.sqrt(1.2))) / Math.log(1.6));
    inOrder(speedScores(costs(10, 1.6 ** 2 * 10, 16))).forEach((score, at) => near(score, [100, 0, 50][at]!));
    assert.deepEqual(inOrder(speedScores(costs(1, 100, 1_000))), [100, 0, 0]);
  });

  it('are the same in hours as in days', () => {
    const [days, hours] = [costs(10, 12, 11), costs(80, 96, 88)];
    for (const score of [speedScores, (of: Costs) => upkeepScores(of, 36)])
      alternatives.forEach((of) => near(score(days)[of], score(hours)[of]));
  });

  it('reach their ends at twice the yearly cost, and count in full from three years on', () => {
    assert.deepEqual(inOrder(upkeepScores(costs(1, 4, 2), 36)), [100, 0, 50]);
    assert.deepEqual(inOrder(upkeepScores(costs(1, 4, 2), 60)), [100, 0, 50]);
    assert.deepEqual(inOrder(upkeepScores(costs(1, 4, 2), 18)), [75, 25, 50]);
    const { flask } = upkeepScores(costs(10, 12, 11), 36);
    near(flask, 50 + (50 * Math.log(Math.sqrt(1.2))) / Math.log(2));
  });

  it('call it even where neither costs anything, and stay whole where one does not', () => {
    assert.deepEqual(inOrder(speedScores(costs(0, 0, 0))), [50, 50, 50]);
    assert.deepEqual(inOrder(speedScores(costs(0, 10, 10))), [100, 0, 0]);
    assert.deepEqual(inOrder(upkeepScores(costs(5, 5, 5, 0), 36)), [50, 50, 50]);
  });
});

describe('the judged scores', () => {
  const questionOf = (id: string) => model.questions.find((question) => question.id === id)!;
  const row = (question: string, option: string) => optionOf(questionOf(question), option).scores!;
  /** What a question says on average, by the odds of its options. */
  const meanOf = (question: string, of: Alternative, choices: Record<string, string> = {}) => {
    const odds = beliefsOf(model, { choices })[question]!;
    return questionOf(question).options.reduce((sum, { scores }, at) => sum + odds[at]! * scores![of], 0);
  };
  /** What the questions of a criterion say together, each by its share. */
  const together = (criterion: string, each: (question: string) => number) =>
    model.questions
      .filter((question) => question.criterion === criterion)
      .reduce((sum, { id, share }) => sum + share! * each(id), 0);

  it('add up what each question says, by its part, as in the example of a first product', () => {
    const { scores } = found({ size: 'small', growth: 'lots', workload: 'records', existing: 'none', face: 'apart' });
    for (const of of alternatives)
      near(scores['structure']![of], 0.6 * row('size', 'small')[of] + 0.4 * row('growth', 'lots')[of]);
    assert.deepEqual(scores['scale'], row('workload', 'records'));
    for (const of of alternatives)
      near(scores['freedom']![of], 0.65 * row('existing', 'none')[of] + 0.35 * row('face', 'apart')[of]);
  });

  it('take the mean of the options where nobody has answered', () => {
    const { scores } = found({});
    for (const of of alternatives) {
      near(scores['scale']![of], meanOf('workload', of));
      near(scores['structure']![of], 0.6 * meanOf('size', of) + 0.4 * meanOf('growth', of));
    }
  });

  it('judge how a team suits by what it has shipped with and by what its house runs as well', () => {
    const choices = { python: 'senior', people: 'p2', known: 'flask', house: 'django' };
    const { scores } = found(choices);
    for (const of of alternatives)
      near(
        scores['team']![of],
        together('team', (id) => row(id, choices[id as keyof typeof choices])[of]),
      );
    const shares = model.questions.filter(({ criterion }) => criterion === 'team').map(({ id, share }) => [id, share]);
    assert.deepEqual(Object.fromEntries(shares), { known: 0.26, house: 0.24, python: 0.3, people: 0.2 });
  });

  it('give both, where parts run apart, the better of Flask and Django less coordination, on every judged row', () => {
    const facts = {
      ...{ size: 'tiny', growth: 'fixed', workload: 'narrow', existing: 'ownData', python: 'new', known: 'django' },
      ...{ people: 'p2', data: 'regulated', face: 'none', 'sign-in': 'framework', house: 'flask', codebase: 'nothing' },
    };
    const coordination = 3;
    const earned = (question: string) => {
      const { flask, django, both } = row(question, facts[question as keyof typeof facts]);
      assert.ok(both < Math.max(flask, django) - coordination, `${question} must be a row that is improved`);
      return Math.max(flask, django) - coordination;
    };
    for (const separate of ['load', 'owners', 'clash']) {
      const { scores } = found({ ...facts, separate });
      for (const criterion of ['structure', 'scale', 'freedom', 'team', 'security'])
        near(scores[criterion]!.both, together(criterion, earned));
    }
    near(found({ ...facts, separate: 'none' }).scores['scale']!.both, row('workload', 'narrow').both);
  });

  it('leave both its own row where that is better', () => {
    const two = row('workload', 'two');
    near(found({ workload: 'two', separate: 'load' }).scores['scale']!.both, two.both);
    const question = questionOf('workload');
    assert.deepEqual(rowScores(model, question, 'two', true), two);
    const plain = row('workload', 'plain');
    assert.deepEqual(rowScores(model, question, 'plain', true), {
      ...plain,
      both: Math.max(plain.flask, plain.django) - 3,
    });
    assert.deepEqual(rowScores(model, question, 'plain', false), plain);
  });

  it('take coordination from the model', () => {
    const ranges = { coordination: [10, 10, 10] as const };
    near(
      found({ workload: 'narrow', separate: 'load' }, { ranges }).scores['scale']!.both,
      row('workload', 'narrow').flask - 10,
    );
  });

  /** Nothing runs that a data layer belongs to, so what one must fit in with is what was answered. */
  const kept = { codebase: 'nothing' };

  it('follow an ordered row: the answer that speaks more for Flask never makes it score less against Django', () => {
    const lead = ({ scores }: Estimate, criterion: string) => scores[criterion]!.flask - scores[criterion]!.django;
    always([fullAnswers(model)], (answers) => {
      for (const question of model.questions) {
        if (question.criterion === undefined) continue;
        const byOption = question.options.map(({ id, scores }) => ({
          row: scores!.flask - scores!.django,
          criterion: lead(
            estimate(prepared, { ...answers, choices: { ...answers.choices, ...kept, [question.id]: id } }),
            question.criterion!,
          ),
        }));
        byOption.sort((a, b) => a.row - b.row);
        byOption
          .slice(1)
          .forEach((next, at) => assert.ok(next.criterion >= byOption[at]!.criterion - 1e-9, question.id));
      }
    });
  });

  it('follow it in the totals too, for facts that cost nothing and for those whose costs point the same way', () => {
    const lead = ({ totals }: Estimate) => totals.flask - totals.django;
    always([fullAnswers(model)], (answers) => {
      for (const id of ['growth', 'workload', 'data', 'house', 'known', 'existing']) {
        const { options } = model.questions.find((question) => question.id === id)!;
        const ordered = options.map(({ id: to, scores }) => ({
          row: scores!.flask - scores!.django,
          total: lead(estimate(prepared, { ...answers, choices: { ...answers.choices, ...kept, [id]: to } })),
        }));
        for (const a of ordered)
          for (const b of ordered)
            if (a.row > b.row) assert.ok(a.total >= b.total - 1e-9, `${id}: ${a.row} and ${b.row}`);
      }
    });
  });
});

describe('what rules both out', () => {
  const exclusionRules = (choices: Record<string, string>): ExclusionRule[] =>
    exclusionsFor(model, beliefsOf(model, { choices }));

  it('is one deployment, nothing to split, and no second workload', () => {
    assert.deepEqual(exclusionRules({ ops: 'one' }), ['one-deployment']);
    assert.deepEqual(exclusionRules({ size: 'tiny' }), ['nothing-to-split']);
    assert.deepEqual(exclusionRules({ workload: 'plain' }), ['no-second-workload']);
    assert.deepEqual(exclusionRules({ workload: 'narrow', size: 'medium' }), ['no-second-workload']);
    assert.deepEqual(exclusionRules({ ops: 'one', size: 'tiny', workload: 'plain' }), [
      'one-deployment',
      'nothing-to-split',
      'no-second-workload',
    ]);
  });

  it('is not a narrow job in a large system, other work, or a second service that the team can run', () => {
    assert.deepEqual(exclusionRules({ workload: 'narrow', size: 'large' }), []);
    for (const workload of ['records', 'two']) assert.deepEqual(exclusionRules({ workload }), []);
    for (const ops of ['could', 'several']) assert.deepEqual(exclusionRules({ ops }), []);
    for (const size of ['small', 'medium', 'large']) assert.deepEqual(exclusionRules({ size }), []);
  });

  it('is never an answer that is missing', () => {
    assert.deepEqual(exclusionRules({}), []);
    assert.deepEqual(exclusionRules({ workload: 'narrow' }), []);
  });

  it('is one deployment alone where something forces parts apart', () => {
    for (const separate of ['load', 'owners', 'clash']) {
      assert.deepEqual(exclusionRules({ separate, size: 'tiny', workload: 'plain' }), []);
      assert.deepEqual(exclusionRules({ separate, size: 'small', workload: 'narrow' }), []);
      assert.deepEqual(exclusionRules({ separate, size: 'tiny', ops: 'one' }), ['one-deployment']);
    }
    assert.deepEqual(exclusionRules({ separate: 'none', size: 'tiny' }), ['nothing-to-split']);
  });
});

describe('the ranking', () => {
  it('puts the best first, keeps Flask, Django, both where totals are equal, and leaves out what is ruled out', () => {
    assert.deepEqual(ranking({ flask: 1, django: 3, both: 2 }, []), ['django', 'both', 'flask']);
    assert.deepEqual(ranking({ flask: 2, django: 2, both: 2 }, []), ['flask', 'django', 'both']);
    assert.deepEqual(ranking({ flask: 1, django: 2, both: 2 }, []), ['django', 'both', 'flask']);
    assert.deepEqual(ranking({ flask: 1, django: 2, both: 3 }, ['one-deployment']), ['django', 'flask']);
  });

  it('has the winner of every draw at its top', () => {
    const total = fc.oneof(fc.nat(3), upTo(100));
    always([fc.record({ flask: total, django: total, both: total }), fc.boolean()], (totals, ruledOut) => {
      const held: ExclusionRule[] = ruledOut ? ['one-deployment'] : [];
      assert.equal(winnerOf(totals, held), ranking(totals, held)[0]);
    });
  });
});

describe('the words of a verdict', () => {
  it('change at 0.65 and at 0.80 of the variations', () => {
    assert.deepEqual([leansFrom, stronglyFrom], [0.65, 0.8]);
    assert.deepEqual([0, 0.6499, 0.65, 0.7999, 0.8, 1].map(strengthOf), [
      ...['close', 'close', 'leans', 'leans', 'strongly', 'strongly'],
    ]);
  });
});

describe('the reasons', () => {
  it('say what each answer adds, and put together what nobody has answered', () => {
    const choices = { workload: 'records', separate: 'none' };
    const of = found(choices);
    const reasons = reasonsFor(of);
    const reason = (id: string) => reasons.find((one) => one.of === id)!;
    const [best, second] = of.ranking as [Alternative, Alternative];
    const row = optionOf(
      model.questions.find(({ id }) => id === 'workload')!,
      'records',
    ).scores!;
    assert.deepEqual(reason('workload'), {
      ...{ of: 'workload', criterion: 'scale' },
      points: of.weights['scale']! * (row[best] - row[second]),
    });
    assert.deepEqual(reason('speed'), {
      ...{ of: 'speed', criterion: 'speed' },
      points: of.weights['speed']! * (of.scores['speed']![best] - of.scores['speed']![second]),
    });
    assert.deepEqual(reasons.map((one) => one.of).sort(), ['speed', 'unanswered', 'upkeep', 'workload']);
  });

  it('never name a question that nobody has answered', () => {
    always([anyCase(model)], ({ model: changed, answers }) => {
      const named = reasonsFor(estimate(prepare(changed, answers), answers)).map((reason) => reason.of);
      for (const one of named)
        assert.ok(['speed', 'upkeep', 'unanswered'].includes(one) || one in answers.choices, `${one} is a reason`);
    });
  });

  it('hold what runs already as a reason of its own, by what it spares in the costs', () => {
    const told = { treatment: 'keep', extent: 'large', size: 'medium' };
    const points = (codebase: string) => {
      const reasons = reasonsFor(found({ ...told, codebase }), { best: 'flask', second: 'django' });
      return reasons.find((one) => one.of === 'codebase')?.points;
    };
    assert.ok(points('flask')! > 5 && points('django')! < -5);
    assert.equal(points('nothing'), undefined);
  });

  it('use for both, where parts run apart, the row that it earns there', () => {
    const workload = { flask: 90, django: 10, both: 0 };
    const changed = withRow('workload', 'narrow', workload);
    const answers: Answers = { choices: { workload: 'narrow', separate: 'load', ops: 'several' } };
    const of = estimate(prepare(changed, none), answers);
    const earned = { ...workload, both: 87 };
    const [best, second] = of.ranking as [Alternative, Alternative];
    const reason = reasonsFor(of).find((one) => one.of === 'workload')!;
    near(reason.points, of.weights['scale']! * (earned[best] - earned[second]));
    assert.ok(of.ranking.slice(0, 2).includes('both'), 'the case must compare with both');
  });
});

describe('the worked example of a first product', () => {
  // Recomputed by hand from the tables, with rounded efforts to the first release.
  const choices = {
    ...{ size: 'small', growth: 'lots', workload: 'records', existing: 'none', python: 'mixed', known: 'neither' },
    ...{ people: 'p6', ops: 'one', horizon: 'h36', data: 'personal', tradeoff: 'late1', codebase: 'nothing' },
    ...{ face: 'server', 'sign-in': 'framework', house: 'other', extent: 'begun', treatment: 'keep' },
  };
  const first = ['orm', 'migrations', 'forms', 'accounts', 'rest'];
  const of = found(choices, { first, later: ['permissions', 'admin', 'twofa', 'jobs'] });

  it('has the weights, scores and totals of the calculation by hand', () => {
    near(of.costs.flask.first, 51, 0.05);
    near(of.costs.django.first, 56.55, 0.05);
    const raw = [20 * 1.35, 14 * 0.75, 15, 13, 13, 13, 14];
    const all = raw.reduce((sum, points) => sum + points, 0);
    assert.deepEqual(of.points, raw);
    near(of.weights['speed']!, 27 / all);
    const speed = 50 + (50 * Math.log(Math.sqrt(of.costs.django.first / of.costs.flask.first))) / Math.log(1.6);
    near(of.scores['speed']!.flask, speed);
    near(of.scores['speed']!.django, 100 - speed);
    const team = {
      flask: 0.3 * 60 + 0.26 * 62 + 0.24 * 64 + 0.2 * 64,
      django: 0.3 * 70 + 0.26 * 62 + 0.24 * 64 + 0.2 * 70,
    };
    near(of.scores['team']!.flask, team.flask);
    const upkeep = of.scores['upkeep']!;
    const total = (s: number, u: number, ...rest: number[]) =>
      [s, u, ...rest].reduce((sum, score, at) => sum + (raw[at]! / all) * score, 0);
    const flask = [66.4, team.flask, 50, 0.7 * 60 + 0.3 * 56, 0.65 * 71 + 0.35 * 60];
    const django = [68.4, team.django, 80, 0.7 * 80 + 0.3 * 80, 0.65 * 63 + 0.35 * 76];
    near(of.totals.flask, total(speed, upkeep.flask, ...flask), 0.05);
    near(of.totals.django, total(100 - speed, upkeep.django, ...django), 0.05);
    assert.deepEqual(of.exclusionRules, ['one-deployment']);
  });
});

it('no function of the model changes what it is given', () => {
  always([anyCase(model)], (given) => {
    const { model: changed, answers } = frozen(given);
    const of = frozen(estimate(prepare(changed, answers), answers));
    verdictOf(of, fewSamples);
    reasonsFor(of);
  });
});
