/** Everything that the page says about a set of answers, computed once. */
import type { Answers } from '../calculator/answers.ts';
import { changeOvers } from '../calculator/cost.ts';
import {
  curvesOf,
  estimate,
  prepare,
  reasonsFor,
  verdictOf,
  type Estimate,
  type Verdict,
} from '../calculator/evaluate.ts';
import type { Reason } from '../calculator/fit.ts';
import { outsideOf, type Outside } from '../calculator/outside.ts';
import type { Alternative, Model } from '../calculator/model.ts';
import {
  costDifference,
  crossChecks,
  weightStabilityIntervals,
  tornadoBars,
  type CrossCheck,
  type WeightStabilityInterval,
  type TornadoBar,
} from '../calculator/sensitivity.ts';
import { standings, type Standing } from '../calculator/standings.ts';
import { costRange, nextQuestions, type CostRange, type Samples } from '../calculator/uncertainty.ts';

/** What is shown at once. */
export interface Result {
  estimate: Estimate;
  verdict: Verdict;
  reasons: Reason[];
  /** Where what is needed points outside both. */
  outside: Outside | undefined;
}

/** What building and keeping costs, over time and over the ranges. */
export interface Costs {
  curves: Record<Alternative, number[]>;
  changeOvers: { month: number; cheaper: Alternative; than: Alternative }[];
  range: CostRange;
  tornado: TornadoBar[];
  /** What Flask costs more than Django at the horizon. */
  difference: number;
}

/** What follows after the verdict is on the screen. */
export interface Details extends Costs {
  /** The open question that tells most; none where none tells anything. */
  next: { question: string; settles: boolean } | undefined;
  /** Where the verdict would stand with each other answer. */
  standings: Standing[];
  weightIntervals: WeightStabilityInterval[];
  checks: CrossCheck[];
}

/** What is shown at once, for a set of answers. */
export function resultOf(model: Model, answers: Answers, samples: Samples): Result {
  const found = estimate(prepare(model, answers), answers);
  const verdict = verdictOf(found, samples);
  return {
    estimate: found,
    verdict,
    reasons: reasonsFor(found, verdict),
    outside: outsideOf(answers),
  };
}

/** What it costs, for an estimate. */
export function costsOf(found: Estimate): Costs {
  const curves = curvesOf(found);
  const pairs: [Alternative, Alternative][] = [
    ['flask', 'django'],
    ...(found.ranking.includes('both')
      ? ([
          ['flask', 'both'],
          ['django', 'both'],
        ] as [Alternative, Alternative][])
      : []),
  ];
  return {
    curves,
    changeOvers: pairs.flatMap(([a, b]) =>
      changeOvers(curves[a], curves[b]).map(({ month, cheaper }) => ({
        month,
        cheaper: cheaper === 'first' ? a : b,
        than: cheaper === 'first' ? b : a,
      })),
    ),
    range: costRange(found),
    tornado: tornadoBars(found),
    difference: costDifference(found),
  };
}

/**
 * What follows, for an estimate, in pieces: the generator stops after each of many verdicts, so that whoever computes
 * on the page can answer its reader between them. The last value is everything.
 */
export function* detailsInSteps(found: Estimate, samples: Samples): Generator<undefined, Details> {
  const [worth] = nextQuestions(found, samples);
  yield;
  const own: Standing[] = [];
  for (const standing of standings(found, samples)) {
    own.push(standing);
    yield;
  }
  const costs = costsOf(found);
  yield;
  return {
    next: worth && { question: worth.question, settles: worth.settles > 0.99 },
    standings: own,
    weightIntervals: weightStabilityIntervals(found),
    checks: crossChecks(found),
    ...costs,
  };
}
