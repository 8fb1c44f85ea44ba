/** Where each number is derived: the places of `/calculator/method/`. */
import { assumptionNames, frameworks, type Model } from './model.ts';

/** What the calculator computes. Each has a formula and a worked line on that page. */
export const formulas = [
  'weights',
  'judged-scores',
  'effort',
  'cost-over-time',
  'change-overs',
  'months-to-release',
  'computed-scores',
  'totals',
  'guards',
  'verdict-words',
  'reasons',
  'weight-stretches',
  'variations',
  'cost-ranges',
  'what-would-change',
  'worth-finding-out',
  'cross-checks',
  'swings',
] as const;
export type Formula = (typeof formulas)[number];

/** Conventions that stand in the code and not in the content. */
export const conventions = [
  'leans-from',
  'strongly-from',
  'speed-span',
  'upkeep-span',
  'full-upkeep',
  'weight-spread',
  'score-spread',
  'alternative-spread',
  'draws',
  'later-month',
  'horizon-limit',
] as const;
export type Convention = (typeof conventions)[number];

/**
 * The name of every number that the model holds: a criterion for its points (`speed`), an option for its scores, months
 * or factors (`size.tiny`), a feature's side for its effort (`orm.flask`), an assumption (`learning.flask`).
 */
export function numberNames(model: Model): string[] {
  return [
    ...model.criteria.map(({ id }) => id),
    ...model.questions.flatMap((question) => question.options.map((option) => `${question.id}.${option.id}`)),
    ...model.features.flatMap(({ id }) => frameworks.map((of) => `${id}.${of}`)),
    ...assumptionNames(model),
  ];
}

/** The id of the place that derives a number of the model, a formula or a convention: fit for HTML, addresses and CSS. */
export const derivationOf = (name: string): string => `n-${name.replaceAll('.', '-')}`;
