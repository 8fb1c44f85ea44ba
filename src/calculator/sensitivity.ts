/** What the verdict depends on: weights, single answers, single numbers. */
import { featuresOf, isAsked, effectiveOption, type Answers } from './answers.ts';
import { costUntil } from './cost.ts';
import { estimate, prepare, type Estimate } from './evaluate.ts';
import { ranking, totalsOf, weightsFrom } from './fit.ts';
import type { Alternative, Framework, Model } from './model.ts';

/** Between which weights of one criterion the winner stays first, all other weights keeping their proportions. */
export interface WeightStabilityInterval {
  criterion: string;
  weight: number;
  from: number;
  to: number;
  /** Who comes first just below `from` and just above `to`; undefined where the interval ends at 0 or 1. */
  below?: Alternative;
  above?: Alternative;
}

/**
 * The interval for each criterion. With x as the weight of one criterion, an alternative's total is
 * x·S + (1 − x)·R, where S is its score there and R the weighed mean of its other scores; two such lines cross once.
 */
export function weightStabilityIntervals({
  model,
  weights,
  scores,
  ranking: ranked,
}: Estimate): WeightStabilityInterval[] {
  const best = ranked[0]!;
  return model.criteria.map(({ id }) => {
    const rest = 1 - weights[id]!;
    const others = model.criteria.filter((criterion) => criterion.id !== id);
    const restOf = (of: Alternative) =>
      others.reduce(
        (sum, other) => sum + (rest > 0 ? weights[other.id]! / rest : 1 / others.length) * scores[other.id]![of],
        0,
      );
    const interval: WeightStabilityInterval = { criterion: id, weight: weights[id]!, from: 0, to: 1 };
    for (const rival of ranked.slice(1)) {
      const here = scores[id]![best] - scores[id]![rival];
      const elsewhere = restOf(best) - restOf(rival);
      if (here === elsewhere) continue;
      const crossing = -elsewhere / (here - elsewhere);
      if (crossing <= 0 || crossing >= 1) continue;
      if (crossing <= weights[id]! && crossing > interval.from)
        Object.assign(interval, { from: crossing, below: rival });
      if (crossing > weights[id]! && crossing < interval.to) Object.assign(interval, { to: crossing, above: rival });
    }
    return interval;
  });
}

/** One change of the answers that puts another alternative first. */
export interface Flip {
  /** A question, or a feature. */
  of: string;
  kind: 'question' | 'feature';
  /** The option, or what becomes of the feature. */
  to: string;
  winner: Alternative;
  /** How many options away the new answer is; 1 for a feature. */
  steps: number;
  /** Points by which the new winner leads. */
  margin: number;
  /** Whether the team can choose it, or should check it. */
  decidable: boolean;
}

/** Every single change of an answer or feature that changes the winner, the nearest first. */
export function decisionFlips(of: Estimate): Flip[] {
  const { model, answers } = of;
  const winner = of.ranking[0]!;
  const outcome = (changed: Answers) => {
    const { ranking: ranked, gap } = estimate(of, changed);
    return { winner: ranked[0]!, margin: gap };
  };
  const questions = model.questions
    .filter((question) => isAsked(question, answers))
    .flatMap((question) => {
      const now = effectiveOption(question, answers);
      const at = question.options.findIndex(({ id }) => id === now);
      return question.options
        .filter(({ id }) => id !== now)
        .map((option): Flip => {
          const steps = at < 0 ? 1 : Math.abs(question.options.indexOf(option) - at);
          const changed = { ...answers, choices: { ...answers.choices, [question.id]: option.id } };
          return {
            of: question.id,
            kind: 'question',
            to: option.id,
            steps,
            decidable: question.decidable || question.preference,
            ...outcome(changed),
          };
        });
    });
  const { first, later } = featuresOf(answers);
  const features = model.features.map(({ id }): Flip => {
    const dropped = first.includes(id);
    const changed = {
      ...answers,
      first: dropped ? first.filter((other) => other !== id) : [...first, id],
      later: later.filter((other) => other !== id),
    };
    return { of: id, kind: 'feature', to: dropped ? 'drop' : 'add', steps: 1, decidable: true, ...outcome(changed) };
  });
  return [...questions, ...features]
    .filter((flip) => flip.winner !== winner)
    .sort((a, b) => a.steps - b.steps || b.margin - a.margin || (a.of + a.to < b.of + b.to ? -1 : 1));
}

/** The same answers looked at in another way. */
export interface CrossCheck {
  id: 'equal-weights' | 'rank-order' | 'without-cost' | 'without-friction';
  winner: Alternative;
  gap: number;
}

export function crossChecks(of: Estimate): CrossCheck[] {
  const { model, points, scores, exclusionRules } = of;
  const outcome = (id: CrossCheck['id'], weighed: readonly number[]): CrossCheck => {
    const totals = totalsOf(scores, weightsFrom(model.criteria, weighed));
    const [best, second] = ranking(totals, exclusionRules);
    return { id, winner: best!, gap: totals[best!] - totals[second!] };
  };
  const smooth: Model = {
    ...model,
    assumptions: Object.fromEntries(
      Object.entries(model.assumptions).map(([name, range]) => [
        name,
        name.startsWith('friction-') ? [0, 0, 0] : range,
      ]),
    ),
  };
  // The reader's numbers are in the model already; given again, they would bring the friction back.
  const frictionless = estimate(prepare(smooth, { choices: {} }), of.answers);
  return [
    outcome(
      'equal-weights',
      points.map(() => 1),
    ),
    outcome('rank-order', rankOrderCentroid(points)),
    outcome(
      'without-cost',
      points.map((value, at) => (model.criteria[at]!.computed ? 0 : value)),
    ),
    { id: 'without-friction', winner: frictionless.ranking[0]!, gap: frictionless.gap },
  ];
}

/** Weights from the order of the points alone; equal points share their ranks. */
export function rankOrderCentroid(points: readonly number[]): number[] {
  const count = points.length;
  const centroid = (rank: number) => {
    let sum = 0;
    for (let place = rank; place <= count; place++) sum += 1 / place;
    return sum / count;
  };
  return points.map((value) => {
    const above = points.filter((other) => other > value).length;
    const same = points.filter((other) => other === value).length;
    let sum = 0;
    for (let rank = above + 1; rank <= above + same; rank++) sum += centroid(rank);
    return sum / same;
  });
}

/** One number at its low and at its high end, and what Flask then costs more than Django at the horizon. */
export interface TornadoBar {
  name: string;
  low: number;
  high: number;
}

/** The numbers that move the difference between Flask and Django most, the longest swing first. */
export function tornadoBars(of: Estimate, count = 8): TornadoBar[] {
  const { estimates, situation, horizon } = of;
  const difference = (at: number, value: number) => {
    const values = estimates.means.slice();
    values[at] = value;
    const costs = estimates.costs(values, situation);
    const rate = estimates.value(values, 'discount');
    const until = (framework: Framework) => costUntil(Math.round(horizon), costs[framework], rate);
    return until('flask') - until('django');
  };
  return estimates.ranges
    .map(({ name, range: [low, , high] }, at) => ({ name, low: difference(at, low), high: difference(at, high) }))
    .filter(({ low, high }) => low !== high)
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low) || (a.name < b.name ? -1 : 1))
    .slice(0, count);
}

/** What Flask costs more than Django at the horizon, at our means. */
export function costDifference({ costs, estimates, horizon }: Estimate): number {
  const rate = estimates.value(estimates.means, 'discount');
  return costUntil(Math.round(horizon), costs.flask, rate) - costUntil(Math.round(horizon), costs.django, rate);
}
