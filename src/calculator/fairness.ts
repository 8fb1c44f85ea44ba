/**
 * Which way the model tilts when answers are drawn at random. Random answers are no real projects: the audit shows a
 * tilt of our tables, it does not say how often either framework is the better choice.
 */
import { runsApart, type Answers } from './answers.ts';
import { estimate, prepare, type Estimate } from './evaluate.ts';
import { alternatives, type Alternative, type Model } from './model.ts';
import { seeded, type Draw } from './random.ts';

/** How often the first release has a feature: 0.4, except for those that fewer systems need. */
const usual = 0.4;
const rarer: Readonly<Record<string, number>> = { twofa: 0.2, sso: 0.2, realtime: 0.2, cms: 0.1, shop: 0.1 };

/** Points between the first two below which the draws seldom agree on one of them. */
export const narrowGap = 2.5;

/** Parts of the random answers, from 0 to 1. */
export interface Winners extends Record<Alternative, number> {
  /** How many random answers these are. */
  count: number;
  /** In which part the first two are closer than so many points that draws seldom agree on one. */
  close: number;
}

export interface CriterionTilt {
  criterion: string;
  /** In which part Flask or Django scores higher; the rest are equal. */
  flask: number;
  django: number;
  /** The mean of Flask's score less Django's, in points. */
  difference: number;
}

export interface FairnessAudit {
  all: Winners;
  /** The same by whether something forces parts to run apart. */
  together: Winners;
  apart: Winners;
  criteria: CriterionTilt[];
}

/** Answers every question at random, each option equally likely, and ticks features by how common they are. */
export function randomAnswers(model: Model, draw: Draw): Answers {
  const choices = Object.fromEntries(
    model.questions.map(({ id, options }) => [id, options[Math.floor(draw() * options.length)]!.id]),
  );
  const first = model.features.filter(({ id }) => draw() < (rarer[id] ?? usual)).map(({ id }) => id);
  return { choices, first, later: [] };
}

/** Draws answers and counts who comes first, and on which criteria. */
export function fairnessAudit(model: Model, count: number, seed: number): FairnessAudit {
  const draw = seeded(seed);
  const prepared = prepare(model, { choices: {} });
  const found = Array.from({ length: count }, () => estimate(prepared, randomAnswers(model, draw)));
  const isApart = ({ situation }: Estimate) => runsApart(model, situation.beliefs);
  return {
    all: winnersOf(found),
    together: winnersOf(found.filter((one) => !isApart(one))),
    apart: winnersOf(found.filter(isApart)),
    criteria: model.criteria.map(({ id }) => tiltOf(id, found)),
  };
}

const part = (found: readonly Estimate[], holds: (of: Estimate) => boolean) =>
  found.filter(holds).length / Math.max(1, found.length);

function winnersOf(found: readonly Estimate[]): Winners {
  const first = Object.fromEntries(
    alternatives.map((of) => [of, part(found, ({ ranking }) => ranking[0] === of)]),
  ) as Record<Alternative, number>;
  return { count: found.length, ...first, close: part(found, ({ gap }) => gap < narrowGap) };
}

function tiltOf(criterion: string, found: readonly Estimate[]): CriterionTilt {
  const lead = ({ scores }: Estimate) => scores[criterion]!.flask - scores[criterion]!.django;
  return {
    criterion,
    flask: part(found, (one) => lead(one) > 0),
    django: part(found, (one) => lead(one) < 0),
    difference: found.reduce((sum, one) => sum + lead(one), 0) / Math.max(1, found.length),
  };
}
