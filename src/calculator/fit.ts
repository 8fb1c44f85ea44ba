/** How well each alternative suits the answers: seven criteria from 0 to 100, weighed and added. */
import { apartIn, expected, runsApart, type Answers, type Beliefs } from './answers.ts';
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
 * Scores, or points that a draw adds to them, in one flat list that thousands of draws can share: for each criterion,
 * sorted by id, a number for each alternative, in their order.
 */
export type FlatScores = Float64Array;

export const flatScores = (model: Model): FlatScores => new Float64Array(model.criteria.length * alternatives.length);

/** Flat scores by their names. */
export function namedScores(model: Model, flat: FlatScores): Scores {
  return Object.fromEntries(
    byId(model.criteria).map(({ id }, criterion) => {
      const at = criterion * alternatives.length;
      return [id, { flask: flat[at]!, django: flat[at + 1]!, both: flat[at + 2]! }];
    }),
  );
}

/** From answers and costs to scores, written into a list, with the mean of the options where an answer is missing. */
export type Scorer = (into: FlatScores, beliefs: Beliefs, costs: Costs, horizon: number, moves?: FlatScores) => void;

/** Looks the model's score rows up once, so that thousands of draws can share the work. */
export function scorer(model: Model): Scorer {
  const apartOf = apartIn(model);
  const coordination = coordinationOf(model);
  const sorted = byId(model.criteria);
  const still = flatScores(model);
  /** Where the scores of a criterion start. */
  const placeOf = (criterion: string) => sorted.findIndex(({ id }) => id === criterion) * alternatives.length;
  const speedPlace = placeOf('speed');
  const upkeepPlace = placeOf('upkeep');
  const judged = model.criteria
    .filter((criterion) => !criterion.computed)
    .map(({ id }) => ({
      place: placeOf(id),
      questions: model.questions
        .filter((question) => question.criterion === id)
        .map((question) => ({
          id: question.id,
          share: question.share!,
          rows: question.options.map(({ scores }) => scores!),
        })),
    }));

  return (into, beliefs, costs, horizon, moves = still) => {
    const apart = apartOf(beliefs);
    const put = (place: number, flask: number, django: number, both: number) => {
      into[place] = clamp(flask);
      into[place + 1] = clamp(django);
      into[place + 2] = clamp(both);
    };
    const putMoved = (place: number, { flask, django, both }: PerAlternative<number>) =>
      put(place, flask + moves[place]!, django + moves[place + 1]!, both + moves[place + 2]!);
    putMoved(speedPlace, speedScores(costs));
    putMoved(upkeepPlace, upkeepScores(costs, horizon));
    for (const { place, questions } of judged) {
      let flask = 0;
      let django = 0;
      let both = 0;
      for (const question of questions) {
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
      put(place, flask, django, both);
    }
  };
}

function perAlternative<Value>(value: (of: Alternative) => Value): Record<Alternative, Value> {
  return { flask: value('flask'), django: value('django'), both: value('both') };
}

/** Amounts on a logarithmic scale, 50 in the middle between Flask and Django. The hybrid never moves the middle. */
function onScale({ flask, django, both }: PerAlternative<number>, span: number): Record<Alternative, number> {
  const logFlask = logOf(flask);
  const logDjango = logOf(django);
  const logBoth = logOf(both);
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
export const exclusionRules = ['one-deployment', 'nothing-to-split', 'no-second-workload'] as const;
export type ExclusionRule = (typeof exclusionRules)[number];

/** The rules that hold. An answer that is missing never rules anything out. */
export const exclusionsFor = (model: Model, beliefs: Beliefs): ExclusionRule[] => exclusionRulesIn(model)(beliefs);

/** The same with its options looked up once, so that thousands of draws can share the work. */
export function exclusionRulesIn(model: Model): (beliefs: Beliefs) => ExclusionRule[] {
  const apartOf = apartIn(model);
  /** Whether an option holds for certain. */
  const holds = (question: string, option: string) => {
    const at = model.questions.find(({ id }) => id === question)!.options.findIndex(({ id }) => id === option);
    return (beliefs: Beliefs) => beliefs[question]![at] === 1;
  };
  const oneDeployment = holds('ops', 'one');
  const tiny = holds('size', 'tiny');
  const large = holds('size', 'large');
  const plain = holds('workload', 'plain');
  const narrow = holds('workload', 'narrow');
  return (beliefs) => {
    const found: ExclusionRule[] = [];
    if (oneDeployment(beliefs)) found.push('one-deployment');
    if (apartOf(beliefs)) return found;
    if (tiny(beliefs)) found.push('nothing-to-split');
    const severalParts = large(beliefs) || !beliefs['size']!.includes(1);
    if (plain(beliefs) || (narrow(beliefs) && !severalParts)) found.push('no-second-workload');
    return found;
  };
}

/** The alternatives that may win, best first; equal totals keep the order Flask, Django, both. */
export function ranking(totals: PerAlternative<number>, held: readonly ExclusionRule[]): Alternative[] {
  return alternatives.filter((of) => of !== 'both' || held.length === 0).sort((a, b) => totals[b] - totals[a]);
}

/** The first of the ranking. */
export function winnerOf(totals: PerAlternative<number>, held: readonly ExclusionRule[]): Alternative {
  const best = totals.django > totals.flask ? 'django' : 'flask';
  return held.length === 0 && totals.both > totals[best] ? 'both' : best;
}

/** How sure the words of a verdict are. */
export type Strength = 'strongly' | 'leans' | 'close';
/** The part of all variations that the winner must come first in: below, a verdict is too close to call. */
export const leansFrom = 0.65;
export const stronglyFrom = 0.8;

export function strengthOf(share: number): Strength {
  if (share < leansFrom) return 'close';
  return share < stronglyFrom ? 'leans' : 'strongly';
}

/** What one answer, or one computed criterion, adds to the gap between the best and the second. */
export interface Reason {
  /** A question; `speed` or `upkeep`, which follow from cost; or `unanswered`, all that nobody has answered together. */
  of: string;
  /** The criterion that it counts on; none where it counts on several. */
  criterion?: string;
  /** Points; positive speaks for the best. */
  points: number;
}

/** The reasons by size; their points add up to the gap between the totals. What is not answered is no reason of its own. */
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
  const reasons: Reason[] = model.criteria
    .filter((criterion) => criterion.computed)
    .map(({ id }) => ({
      of: id,
      criterion: id,
      points: weights[id]! * (scores[id]![best] - scores[id]![second]),
    }));
  let unanswered = 0;
  for (const question of model.questions) {
    const { id, criterion, share } = question;
    if (criterion === undefined) continue;
    const difference = expected(question, beliefs, (option) => {
      const row = rowScores(model, question, option.id, apart);
      return row[best] - row[second];
    });
    const points = weights[criterion]! * share! * difference;
    if (id in answers.choices) reasons.push({ of: id, criterion, points });
    else unanswered += points;
  }
  reasons.push({ of: 'unanswered', points: unanswered });
  return reasons.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
