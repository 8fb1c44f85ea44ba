/** How well each alternative suits the answers: seven criteria from 0 to 100, weighed and added. */
import { apartIn, certainOption, expected, runsApart, type Answers, type Beliefs } from './answers.ts';
import { yearlyUpkeep, type Costs } from './cost.ts';
import {
  alternatives,
  byId,
  mean,
  optionOf,
  type Alternative,
  type Criterion,
  type Model,
  type PerAlternative,
  type Question,
} from './model.ts';

/** The effort ratio at which the speed score reaches 0 or 100. */
export const speedSpan = 1.6;
/** The ratio of yearly costs at which the upkeep score reaches 0 or 100. */
export const upkeepSpan = 2;
/** Person-days below which an amount counts as this much: there is no ratio to nothing. */
const leastAmount = 0.01;
/** From this life on, in months, upkeep counts in full. */
export const fullUpkeep = 36;

const clamp = (score: number): number => Math.min(100, Math.max(0, score));

/** A weight for each criterion, adding up to 1. */
export type Weights = Readonly<Record<string, number>>;

/** Points after the preferences, or as set by hand. */
export function pointsOf(model: Model, answers: Answers): number[] {
  if (answers.weights) return [...answers.weights];
  const factors = model.questions
    .filter(({ preference }) => preference)
    .flatMap((question) => {
      const chosen = answers.choices[question.id];
      return chosen === undefined ? [] : [optionOf(question, chosen).factors ?? {}];
    });
  return model.criteria.map(({ id, points }) => factors.reduce((raw, factor) => raw * (factor[id] ?? 1), points));
}

/** Points as parts of 1. Points that are all zero count as equal. */
export function weightsFrom(criteria: readonly Criterion[], points: readonly number[]): Weights {
  const positive = points.map((value) => Math.max(0, value));
  const total = positive.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(
    criteria.map(({ id }, at) => [id, total > 0 ? positive[at]! / total : 1 / criteria.length]),
  );
}

/**
 * What both earn for a row where parts run apart: each part takes the framework that suits it, and the two must be
 * kept in step. Where both already earn more by themselves, they keep that.
 */
const bestOfBoth = (flask: number, django: number, both: number, coordination: number): number =>
  Math.max(both, Math.max(flask, django) - coordination);

/** What each alternative earns for one option of a judged question. */
export function rowScores(model: Model, question: Question, option: string, apart: boolean): PerAlternative<number> {
  const row = optionOf(question, option).scores!;
  const { flask, django, both } = row;
  return apart ? { flask, django, both: bestOfBoth(flask, django, both, coordinationOf(model)) } : row;
}

const coordinationOf = (model: Model): number => mean(model.assumptions['coordination']!);

/** Scores on every criterion, 0 to 100. */
export type Scores = Readonly<Record<string, PerAlternative<number>>>;

/**
 * By how many points a draw moves the scores: for each criterion, sorted by id, a number for each alternative, in their order.
 * One flat list, because thousands of draws read it.
 */
export type Moves = Float64Array;

/** From answers and costs to scores, with the mean of the options where an answer is missing. */
export type Scorer = (beliefs: Beliefs, costs: Costs, horizon: number, moves?: Moves) => Scores;

/** Looks the model's score rows up once, so that thousands of draws can share the work. */
export function scorer(model: Model): Scorer {
  const apartOf = apartIn(model);
  const coordination = coordinationOf(model);
  const sorted = byId(model.criteria);
  const still: Moves = new Float64Array(sorted.length * alternatives.length);
  /** Where the moves of a criterion start. */
  const placeOf = (criterion: string) => sorted.findIndex(({ id }) => id === criterion) * alternatives.length;
  const speedPlace = placeOf('speed');
  const upkeepPlace = placeOf('upkeep');
  const judged = model.criteria
    .filter((criterion) => !criterion.computed)
    .map(({ id }) => ({
      id,
      place: placeOf(id),
      questions: model.questions
        .filter((question) => question.criterion === id)
        .map((question) => ({
          id: question.id,
          share: question.share!,
          rows: question.options.map(({ scores }) => scores!),
        })),
    }));

  return (beliefs, costs, horizon, moves = still) => {
    const apart = apartOf(beliefs);
    const scores: Record<string, PerAlternative<number>> = {
      speed: moved(speedScores(costs), moves, speedPlace),
      upkeep: moved(upkeepScores(costs, horizon), moves, upkeepPlace),
    };
    for (const criterion of judged) {
      const { place } = criterion;
      let [flask, django, both] = [0, 0, 0];
      for (const question of criterion.questions) {
        const odds = beliefs[question.id]!;
        for (let at = 0; at < odds.length; at++) {
          const part = question.share * odds[at]!;
          if (part === 0) continue;
          const row = question.rows[at]!;
          const movedFlask = row.flask + moves[place]!;
          const movedDjango = row.django + moves[place + 1]!;
          const movedBoth = row.both + moves[place + 2]!;
          flask += part * movedFlask;
          django += part * movedDjango;
          both += part * (apart ? bestOfBoth(movedFlask, movedDjango, movedBoth, coordination) : movedBoth);
        }
      }
      scores[criterion.id] = { flask: clamp(flask), django: clamp(django), both: clamp(both) };
    }
    return scores;
  };
}

const moved = (of: PerAlternative<number>, moves: Moves, place: number): PerAlternative<number> => ({
  flask: clamp(of.flask + moves[place]!),
  django: clamp(of.django + moves[place + 1]!),
  both: clamp(of.both + moves[place + 2]!),
});

function perAlternative<Value>(value: (of: Alternative) => Value): Record<Alternative, Value> {
  return { flask: value('flask'), django: value('django'), both: value('both') };
}

/** Amounts on a logarithmic scale, 50 in the middle between Flask and Django. The hybrid never moves the middle. */
function onScale({ flask, django, both }: PerAlternative<number>, span: number): Record<Alternative, number> {
  const [logFlask, logDjango, logBoth] = [logOf(flask), logOf(django), logOf(both)];
  const middle = (logFlask + logDjango) / 2;
  const unit = 50 / Math.log(span);
  return {
    flask: clamp(50 - unit * (logFlask - middle)),
    django: clamp(50 - unit * (logDjango - middle)),
    both: clamp(50 - unit * (logBoth - middle)),
  };
}
const logOf = (days: number) => Math.log(Math.max(leastAmount, days));

export function speedScores({ flask, django, both }: Costs): Record<Alternative, number> {
  return onScale({ flask: flask.first, django: django.first, both: both.first }, speedSpan);
}

export function upkeepScores(costs: Costs, horizon: number): Record<Alternative, number> {
  const scores = onScale(
    perAlternative((of) => yearlyUpkeep(costs[of], horizon)),
    upkeepSpan,
  );
  const weight = Math.min(1, horizon / fullUpkeep);
  return perAlternative((of) => 50 + weight * (scores[of] - 50));
}

export function totalsOf(scores: Scores, weights: Weights): Record<Alternative, number> {
  return perAlternative((of) => {
    let total = 0;
    // Weights keep the order of the model, whatever the order of the scores.
    for (const criterion in weights) total += weights[criterion]! * scores[criterion]![of];
    return total;
  });
}

/** Why running both can be out of the question. */
export const guards = ['one-deployment', 'nothing-to-split', 'no-second-workload'] as const;
export type Guard = (typeof guards)[number];

/** The guards that hold. An answer that is missing never rules anything out. */
export function guardsOf(model: Model, beliefs: Beliefs): Guard[] {
  const [ops, size, workload] = ['ops', 'size', 'workload'].map((question) => certainOption(model, beliefs, question));
  const apart = runsApart(model, beliefs);
  const severalParts = size === undefined || size === 'large';
  const holds: Record<Guard, boolean> = {
    'one-deployment': ops === 'one',
    'nothing-to-split': !apart && size === 'tiny',
    'no-second-workload': !apart && (workload === 'plain' || (workload === 'narrow' && !severalParts)),
  };
  return guards.filter((guard) => holds[guard]);
}

/** The alternatives that may win, best first; equal totals keep the order Flask, Django, both. */
export function ranking(totals: PerAlternative<number>, held: readonly Guard[]): Alternative[] {
  return alternatives.filter((of) => of !== 'both' || held.length === 0).sort((a, b) => totals[b] - totals[a]);
}

/** The first of the ranking. */
export function winnerOf(totals: PerAlternative<number>, held: readonly Guard[]): Alternative {
  const best = totals.django > totals.flask ? 'django' : 'flask';
  return held.length === 0 && totals.both > totals[best] ? 'both' : best;
}

/** How sure the words of a verdict are. */
export type Strength = 'clear' | 'leans' | 'close';
/** Below this gap in points a verdict is too close to call. */
export const closeGap = 2.5;
/** The part of all variations that the winner must come first in. */
export const leansFrom = 0.65;
export const clearFrom = 0.8;

export function strengthOf(gap: number, share: number): Strength {
  if (gap < closeGap || share < leansFrom) return 'close';
  return share < clearFrom ? 'leans' : 'clear';
}

/** What one answer, or one computed criterion, adds to the gap between the best and the second. */
export interface Reason {
  /** A question, or `speed` or `upkeep`. */
  of: string;
  criterion: string;
  /** Points; positive speaks for the best. */
  points: number;
  /** Whether nobody has answered and the mean stands in. */
  assumed: boolean;
}

/** The reasons by size; their points add up to the gap. */
export function reasonsOf(
  model: Model,
  answers: Answers,
  beliefs: Beliefs,
  scores: Scores,
  weights: Weights,
  best: Alternative,
  second: Alternative,
): Reason[] {
  const apart = runsApart(model, beliefs);
  const computed = model.criteria
    .filter((criterion) => criterion.computed)
    .map(({ id }) => ({
      of: id,
      criterion: id,
      points: weights[id]! * (scores[id]![best] - scores[id]![second]),
      assumed: false,
    }));
  const judged = model.questions.flatMap((question) => {
    const { id, criterion, share } = question;
    if (criterion === undefined) return [];
    const difference = expected(question, beliefs, (option) => {
      const row = rowScores(model, question, option.id, apart);
      return row[best] - row[second];
    });
    return [
      { of: id, criterion, points: weights[criterion]! * share! * difference, assumed: !(id in answers.choices) },
    ];
  });
  return [...computed, ...judged].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
