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
import type { Alternative, Model } from '../calculator/model.ts';
import {
  costDifference,
  crossChecks,
  decisionFlips,
  weightStabilityIntervals,
  tornadoBars,
  valueOfInformation,
  type CrossCheck,
  type Flip,
  type WeightStabilityInterval,
  type TornadoBar,
  type InformationValue,
} from '../calculator/sensitivity.ts';
import { outsideOf, type Outside } from '../calculator/outside.ts';
import { costRange, type CostRange, type Samples } from '../calculator/uncertainty.ts';

/** What is shown at once. */
export interface Result {
  estimate: Estimate;
  verdict: Verdict;
  reasons: Reason[];
  /** Where what is needed points outside both. */
  outside: Outside | undefined;
}

/** What follows after the verdict is on the screen. */
export interface Details {
  flips: Flip[];
  valueOfInformation: InformationValue[];
  weightIntervals: WeightStabilityInterval[];
  checks: CrossCheck[];
  curves: Record<Alternative, number[]>;
  changeOvers: { month: number; cheaper: Alternative; than: Alternative }[];
  range: CostRange;
  tornado: TornadoBar[];
  /** What Flask costs more than Django at the horizon. */
  difference: number;
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

/** What follows, for an estimate. */
export function detailsOf(found: Estimate): Details {
  const flips = decisionFlips(found);
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
    flips,
    valueOfInformation: valueOfInformation(found, flips),
    weightIntervals: weightStabilityIntervals(found),
    checks: crossChecks(found),
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
