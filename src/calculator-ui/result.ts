/** Everything that the page says about a set of answers, computed once. */
import type { Answers } from '../calculator/answers.ts';
import { changeOvers } from '../calculator/cost.ts';
import {
  curvesOf,
  estimate,
  prepare,
  reasonsFor,
  verdictInSteps,
  type Estimate,
  type Verdict,
} from '../calculator/evaluate.ts';
import type { Reason } from '../calculator/fit.ts';
import type { Alternative, Model } from '../calculator/model.ts';
import {
  cautionsFor,
  costDifference,
  crossChecks,
  decisionFlips,
  weightStabilityIntervals,
  tornadoBars,
  valueOfInformation,
  type Caution,
  type CrossCheck,
  type Flip,
  type WeightStabilityInterval,
  type TornadoBar,
  type InformationValue,
} from '../calculator/sensitivity.ts';
import { atOnce, type Steps } from '../calculator/steps.ts';
import { costRangeInSteps, type CostRange, type Samples } from '../calculator/uncertainty.ts';

/** What is shown at once. */
export interface Result {
  estimate: Estimate;
  verdict: Verdict;
  reasons: Reason[];
  cautions: Caution[];
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
export const resultOf = (model: Model, answers: Answers, samples: Samples): Result =>
  atOnce(resultInSteps(model, answers, samples));

/** The same in steps. */
export function* resultInSteps(model: Model, answers: Answers, samples: Samples): Steps<Result> {
  const found = estimate(prepare(model, answers), answers);
  yield;
  const verdict = yield* verdictInSteps(found, samples);
  return { estimate: found, verdict, reasons: reasonsFor(found), cautions: cautionsFor(found) };
}

/** What follows, for a result. */
export const detailsOf = (result: Result): Details => atOnce(detailsInSteps(result));

/** The same in steps. */
export function* detailsInSteps({ estimate: found }: Result): Steps<Details> {
  const flips = decisionFlips(found);
  yield;
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
  const range = yield* costRangeInSteps(found);
  yield;
  const known = valueOfInformation(found, flips);
  yield;
  const weightIntervals = weightStabilityIntervals(found);
  yield;
  const checks = crossChecks(found);
  yield;
  return {
    flips,
    valueOfInformation: known,
    weightIntervals,
    checks,
    curves,
    changeOvers: pairs.flatMap(([a, b]) =>
      changeOvers(curves[a], curves[b]).map(({ month, cheaper }) => ({
        month,
        cheaper: cheaper === 'first' ? a : b,
        than: cheaper === 'first' ? b : a,
      })),
    ),
    range,
    tornado: tornadoBars(found),
    difference: costDifference(found),
  };
}
