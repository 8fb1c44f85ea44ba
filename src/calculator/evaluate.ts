/** From answers to a verdict: the one function that the page, the build and the tests run. */
import {
  beliefsOf,
  featureChances,
  featuresOf,
  featuresUntouched,
  withOverrides,
  type Answers,
  type Beliefs,
} from './answers.ts';
import {
  costCurve,
  estimator,
  horizonOf,
  monthsToRelease,
  type Costs,
  type Estimator,
  type Situation,
} from './cost.ts';
import {
  flatScores,
  exclusionsFor,
  namedScores,
  pointsOf,
  ranking,
  reasonsOf,
  scorer,
  strengthOf,
  totalsOf,
  weightsFrom,
  type ExclusionRule,
  type Reason,
  type Scorer,
  type Scores,
  type Strength,
  type Weights,
} from './fit.ts';
import { hundredths } from './verdict-words.ts';
import { likelihood, type Likelihood } from './likelihood.ts';
import { alternatives, type Alternative, type Model } from './model.ts';
import { acceptability, type Samples } from './uncertainty.ts';

/** A model with a reader's own numbers in it, looked up once for many estimates. */
export interface Prepared {
  model: Model;
  estimates: Estimator;
  score: Scorer;
  likely: Likelihood;
}

export function prepare(given: Model, answers: Answers): Prepared {
  const model = withOverrides(given, answers);
  return { model, estimates: estimator(model), score: scorer(model), likely: likelihood(model) };
}

/** Everything that follows from the answers without any random draw. */
export interface Estimate extends Prepared {
  answers: Answers;
  situation: Situation;
  /** Months; not whole while nobody has answered. */
  horizon: number;
  costs: Costs;
  points: readonly number[];
  weights: Weights;
  /** Whether every weight was set to zero, so that all count the same. */
  weightsAllZero: boolean;
  scores: Scores;
  totals: Record<Alternative, number>;
  exclusionRules: ExclusionRule[];
  /** The alternatives that may win, best first. */
  ranking: Alternative[];
  /** Points between the first and the second. */
  gap: number;
}

export interface Verdict {
  best: Alternative;
  second: Alternative;
  strength: Strength;
  /** In which part of the variations each came first. */
  shares: Record<Alternative, number>;
}

export function estimate(prepared: Prepared, answers: Answers): Estimate {
  const { model, estimates, score } = prepared;
  // An estimate is prepared too, and knows what its own answers say of the open facts.
  const likely = prepared.likely.given(answers.first);
  const beliefs: Beliefs = beliefsOf(model, answers, likely);
  const situation: Situation = featuresUntouched(answers)
    ? {
        beliefs,
        first: model.features.map(({ id }) => id),
        later: [],
        chances: featureChances(model, likely, answers),
      }
    : { beliefs, ...featuresOf(answers) };
  const horizon = horizonOf(model, beliefs);
  const costs = estimates.costs(estimates.means, situation);
  const points = pointsOf(model, answers);
  const weights = weightsFrom(model.criteria, points);
  const flat = flatScores(model);
  score(flat, beliefs, costs, horizon);
  const scores = namedScores(model, flat);
  const totals = totalsOf(scores, weights);
  const exclusionRules = exclusionsFor(model, beliefs);
  const ranked = ranking(totals, exclusionRules);
  return {
    ...{ ...prepared, likely, answers, situation, horizon, costs, points, weights, scores, totals, exclusionRules },
    weightsAllZero: points.every((value) => value <= 0),
    ranking: ranked,
    gap: totals[ranked[0]!] - totals[ranked[1]!],
  };
}

/** The verdict's words need the first experiment: how often the winner comes first when our numbers vary. */
export function verdictOf(of: Estimate, samples: Samples): Verdict {
  const shares = acceptability(of, samples);
  const [best, second] = alternatives
    .filter((each) => of.ranking.includes(each))
    .sort((a, b) => shares[b] - shares[a]) as [Alternative, Alternative];
  // What is printed decides: a share that reads 65 of 100 is called.
  return { best, second, shares, strength: strengthOf(hundredths(shares)[best] / 100) };
}

/** The reasons for the best against the second of a verdict; without one, of the totals. */
export function reasonsFor(
  of: Estimate,
  { best, second }: Pick<Verdict, 'best' | 'second'> = { best: of.ranking[0]!, second: of.ranking[1]! },
): Reason[] {
  const { model, answers, situation, scores, weights } = of;
  const reasons = reasonsOf(model, answers, situation.beliefs, scores, weights, best, second);
  return withRunningSystem(of, reasons, best, second);
}

/**
 * What already runs counts by what it costs to move, to set up and to learn. Where it is answered, its part of the
 * computed criteria is a reason of its own: what they would give less were nothing running.
 */
function withRunningSystem(of: Estimate, reasons: Reason[], best: Alternative, second: Alternative): Reason[] {
  const { answers, weights } = of;
  if (answers.choices['codebase'] === undefined || answers.choices['codebase'] === 'nothing') return reasons;
  const without = estimate(of, { ...answers, choices: { ...answers.choices, codebase: 'nothing' } });
  let points = 0;
  const rest = reasons.map((reason) => {
    if (reason.of !== 'speed' && reason.of !== 'upkeep') return reason;
    const scores = without.scores[reason.of]!;
    const bare = weights[reason.of]! * (scores[best] - scores[second]);
    points += reason.points - bare;
    return { ...reason, points: bare };
  });
  return [...rest, { of: 'codebase', points }].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** The costs month by month at our means, for each alternative. */
export function curvesOf({ costs, estimates }: Estimate): Record<Alternative, number[]> {
  const rate = estimates.value(estimates.means, 'discount');
  return {
    flask: costCurve(costs.flask, rate),
    django: costCurve(costs.django, rate),
    both: costCurve(costs.both, rate),
  };
}

/** Calendar months to the first release, as a help to read the person-days. */
export function monthsTo(of: Estimate, alternative: Alternative): number {
  const people = of.model.questions.find(({ id }) => id === 'people')!;
  return monthsToRelease(of.estimates, of.costs[alternative], people, of.situation.beliefs);
}
