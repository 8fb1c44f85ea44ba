/**
 * How far the answer depends on our numbers. Two experiments, each a thousand draws at random with a fixed seed:
 * one varies weights and scores (stochastic multicriteria acceptability analysis, Lahdelma, Hokkanen and Salminen 1998),
 * one varies every number of the cost model.
 */
import { answerSampler, isAsked, openQuestions, type Drawn } from './answers.ts';
import { costAt, horizonLimit, horizonOf, worthUntil, type Values } from './cost.ts';
import type { Estimate } from './evaluate.ts';
import { exclusionRulesIn, flatScores, leansFrom, weightsFrom, winnerOf } from './fit.ts';
import type { Settled } from './likelihood.ts';
import { alternatives, byId, mean, type Alternative, type Framework, type Model } from './model.ts';
import { factorBetween, seeded, triangular } from './random.ts';

export const draws = 1_000;
const seed = 20_261_125;

/** How far the first experiment moves things. */
export interface Spread {
  /** Each weight is multiplied by something between 1/weight and weight. */
  weight: number;
  /** Each score moves by at most this many points. */
  score: number;
  /** Each alternative moves on all criteria by at most this many points: what one editor gets wrong throughout. */
  alternative: number;
}
export const usualSpread: Spread = { weight: 2, score: 20, alternative: 6 };

/** The samples of the first experiment. They do not depend on the answers, so they are drawn once. */
export interface Samples {
  spread: Spread;
  /** For each draw: a factor for each criterion, sorted by id. */
  weights: Float64Array;
  /** For each draw: points for each criterion and alternative. */
  scores: Float64Array;
  /** For each draw: points for each alternative. */
  alternatives: Float64Array;
  /** For each draw: a number from 0 to 1 for each question, sorted by id, that settles it if nobody has answered. */
  options: Float64Array;
  /** For each draw: a number from 0 to 1 that settles the features if nobody has said anything about them. */
  features: Float64Array;
}

/** Draws the samples of the first experiment. The order of the model's lists makes no difference. */
export function drawSamples(model: Model, spread: Spread = usualSpread, count = draws): Samples {
  const draw = seeded(seed);
  const fill = (length: number, value: () => number) => Float64Array.from({ length }, value);
  const size = model.criteria.length;
  return {
    spread,
    weights: fill(count * size, () => spread.weight ** (2 * draw() - 1)),
    scores: fill(count * size * alternatives.length, () => triangular(draw(), -spread.score, 0, spread.score)),
    alternatives: fill(count * alternatives.length, () =>
      triangular(draw(), -spread.alternative, 0, spread.alternative),
    ),
    options: fill(count * model.questions.length, draw),
    features: fill(count, draw),
  };
}

/** In which part of the draws each alternative came first. */
export function acceptability(of: Estimate, samples: Samples): Record<Alternative, number> {
  const first: Record<Alternative, number> = { flask: 0, django: 0, both: 0 };
  drawWinners(of, samples, (winner) => (first[winner] += 1));
  for (const one of alternatives) first[one] /= countOf(samples);
  return first;
}

const countOf = (samples: Samples): number => samples.alternatives.length / alternatives.length;

/** What a draw settled: where each fact stands, in the order of the likelihood, and how much the features are. */
type Seen = (winner: Alternative, settled: Settled, featureSample: number) => void;

/** Draws the first experiment, and tells of each draw who came first. */
function drawWinners(
  { model, answers, situation, points, estimates, score, likely }: Estimate,
  samples: Samples,
  seen: Seen,
): void {
  const criteria = byId(model.criteria);
  const moves = flatScores(model);
  const scores = flatScores(model);
  const exclusionsIn = exclusionRulesIn(model);
  const weights = weightsFrom(model.criteria, points);
  const sorted = Float64Array.from(criteria, ({ id }) => weights[id]!);
  const questions = byId(model.questions);
  const sampler = answerSampler(model, likely, answers, situation.beliefs);
  const places = sampler.open.map((question) => questions.indexOf(question));
  const count = countOf(samples);

  const settled = ({ beliefs, first: needed }: Drawn) => ({
    beliefs,
    costs: estimates.costs(estimates.means, { beliefs, first: needed, later: situation.later }),
    horizon: horizonOf(model, beliefs),
    held: exclusionsIn(beliefs),
  });
  const known =
    sampler.open.length === 0 && !situation.chances
      ? settled({ beliefs: situation.beliefs, first: situation.first })
      : undefined;

  for (let draw = 0; draw < count; draw++) {
    const { beliefs, costs, horizon, held } =
      known ??
      settled(sampler.draw((at) => samples.options[draw * questions.length + places[at]!]!, samples.features[draw]!));
    for (let at = 0; at < moves.length; at++)
      moves[at] =
        samples.scores[draw * moves.length + at]! +
        samples.alternatives[draw * alternatives.length + (at % alternatives.length)]!;
    // The draw moves what we judged; what follows from it, such as the better of two, follows again.
    score(scores, beliefs, costs, horizon, moves);
    const totals = { flask: 0, django: 0, both: 0 };
    for (let at = 0; at < criteria.length; at++) {
      const weight = sorted[at]! * samples.weights[draw * criteria.length + at]!;
      totals.flask += weight * scores[at * 3]!;
      totals.django += weight * scores[at * 3 + 1]!;
      totals.both += weight * scores[at * 3 + 2]!;
    }
    seen(winnerOf(totals, held), sampler.settled, samples.features[draw]!);
  }
}

/** What the answer to an open question is worth. */
export interface QuestionWorth {
  /** A question, or `features` for the list of them. */
  question: string;
  /** How much the leader's share rises, on average over the answers, from 0 to 1. */
  gain: number;
  /** How likely the answer is one after which somebody leads in so many draws that the verdict leans. */
  settles: number;
}

/** Into so many parts, from few to many, the list of features counts as answered. */
const featureParts = 3;

/**
 * What is worth asking next, the most telling first: of all draws, those in which a question was settled one way show
 * where the verdict would stand with that answer. So it costs no more draws than the verdict. Only what would be asked
 * now is named. The numbers are as rough as the few draws behind a rare answer.
 */
export function nextQuestions(of: Estimate, samples: Samples): QuestionWorth[] {
  const { model, answers, likely, situation } = of;
  const places = new Map(likely.facts.map(({ id }, at) => [id, at]));
  const open = openQuestions(model, answers)
    .filter((question) => isAsked(question, answers))
    .map(({ id, options }) => ({ id, at: places.get(id)!, tallies: options.map(noWins) }));
  const features = Array.from({ length: situation.chances ? featureParts : 0 }, noWins);
  const all = noWins();
  drawWinners(of, samples, (winner, settled, featureSample) => {
    all[winner] += 1;
    for (const { at, tallies } of open) tallies[settled[at]!]![winner] += 1;
    if (features.length > 0) features[Math.floor(featureSample * featureParts)]![winner] += 1;
  });
  const before = leadIn(all);
  const worthOf = (question: string, tallies: readonly Wins[]): QuestionWorth => {
    let after = 0;
    let settled = 0;
    for (const tally of tallies) {
      const part = sizeOf(tally) / sizeOf(all);
      if (part === 0) continue;
      after += part * leadIn(tally);
      if (leadIn(tally) >= leansFrom) settled += part;
    }
    return { question, gain: after - before, settles: settled };
  };
  return [
    ...open.map(({ id, tallies }) => worthOf(id, tallies)),
    ...(features.length > 0 ? [worthOf('features', features)] : []),
  ].sort((a, b) => b.gain - a.gain || (a.question < b.question ? -1 : 1));
}

type Wins = Record<Alternative, number>;
const noWins = (): Wins => ({ flask: 0, django: 0, both: 0 });
const sizeOf = ({ flask, django, both }: Wins): number => flask + django + both;
const leadIn = (wins: Wins): number => Math.max(wins.flask, wins.django, wins.both) / sizeOf(wins);

/** The months whose costs are given with their range. */
export const bandMonths = [0, 12, 24, 36, 48, horizonLimit] as const;

export interface Band {
  month: number;
  /** The 10th, 50th and 90th hundredth of the draws, in person-days. */
  low: number;
  middle: number;
  high: number;
}

export interface CostRange {
  bands: Record<Alternative, Band[]>;
  /** In which part of the draws each alternative was the cheapest of those allowed, at each of the months. */
  cheapest: Record<Alternative, number[]>;
  /** In which part of the draws each framework was cheaper than the other, at the start and at the horizon. */
  cheaperOfTwo: Record<Framework, { start: number; horizon: number }>;
  /** The low and high of each alternative's cost at the horizon. */
  atHorizon: Record<Alternative, { low: number; high: number }>;
}

/** Costs under a thousand draws of every number, of the open questions, and of the errors that numbers share. */
export function costRange(
  { model, answers, situation, estimates, likely, horizon, ranking: allowed }: Estimate,
  count = draws,
): CostRange {
  const draw = seeded(seed + 1);
  const sampler = answerSampler(model, likely, answers, situation.beliefs, ['horizon']);
  const { ranges } = estimates;
  const optimism = mean(model.assumptions['optimism']!);
  const bias = mean(model.assumptions['bias']!);
  const months = [...bandMonths, Math.round(horizon)];
  const values: Values = new Float64Array(ranges.length);
  const seen = {} as Record<Alternative, Float64Array[]>;
  for (const of of alternatives) seen[of] = months.map(() => new Float64Array(count));

  for (let index = 0; index < count; index++) {
    for (let at = 0; at < ranges.length; at++) {
      const { range } = ranges[at]!;
      values[at] = triangular(draw(), range[0], range[1], range[2]);
    }
    const errors = {
      all: factorBetween(draw(), optimism),
      django: factorBetween(draw(), bias),
      flask: factorBetween(draw(), bias),
    };
    const settled = sampler.draw(draw, draw());
    const costs = estimates.costs(values, { ...settled, later: situation.later }, errors);
    const rate = estimates.value(values, 'discount');
    for (let at = 0; at < months.length; at++) {
      const worth = worthUntil(months[at]!, rate);
      for (const of of alternatives) seen[of][at]![index] = costAt(costs[of], worth);
    }
  }

  const last = months.length - 1;
  const share = (at: number, holds: (index: number) => boolean) => {
    let hits = 0;
    for (let index = 0; index < seen.flask[at]!.length; index++) if (holds(index)) hits++;
    return hits / count;
  };
  const cheaper = (of: Framework, than: Framework) => {
    const shareAt = (at: number) => share(at, (index) => seen[of][at]![index]! < seen[than][at]![index]!);
    return { start: shareAt(0), horizon: shareAt(last) };
  };
  const isCheapest = (of: Alternative, at: number) => (index: number) =>
    allowed.every((other) => other === of || seen[of][at]![index]! < seen[other][at]![index]!);
  const cheapest = {} as CostRange['cheapest'];
  for (const of of alternatives)
    cheapest[of] = months.map((_, at) => (allowed.includes(of) ? share(at, isCheapest(of, at)) : 0));
  const cheaperOfTwo = { flask: cheaper('flask', 'django'), django: cheaper('django', 'flask') };

  const bands = {} as CostRange['bands'];
  const atHorizon = {} as CostRange['atHorizon'];
  for (const of of alternatives) {
    const sorted = seen[of].map((costs) => costs.sort());
    const hundredth = (at: number, part: number) => sorted[at]![Math.floor(part * (count - 1))]!;
    bands[of] = bandMonths.map((month, at) => ({
      month,
      low: hundredth(at, 0.1),
      middle: hundredth(at, 0.5),
      high: hundredth(at, 0.9),
    }));
    atHorizon[of] = { low: hundredth(last, 0.1), high: hundredth(last, 0.9) };
  }
  return { bands, cheapest, cheaperOfTwo, atHorizon };
}
