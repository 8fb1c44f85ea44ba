/**
 * What the calculator knows: its questions, criteria, features and numbers, as plain data.
 * Everything in this folder that computes takes a model as an argument, so that the build, the browser
 * and the tests run the same functions, and tests can change any number.
 */

import { isWithin, limitsOf, limitWords, pointLimits, rises, type Limits } from './number-limits.ts';

/** What the calculator can recommend. `both` is a Django core with at least one Flask service. */
export const alternatives = ['flask', 'django', 'both'] as const;
export type Alternative = (typeof alternatives)[number];
export type Framework = Exclude<Alternative, 'both'>;
export const frameworks: readonly Framework[] = ['flask', 'django'];

/** One value for each alternative. */
export type PerAlternative<Value> = Readonly<Record<Alternative, Value>>;

/** The lowest, the likeliest and the highest value that we would believe. */
export type Range = readonly [low: number, likely: number, high: number];

export interface Criterion {
  id: string;
  /** Swing points before any preference, at least 0. */
  points: number;
  /** Whether its scores come from the cost model (`speed`, `upkeep`) or from the answers. */
  computed: boolean;
}

export interface Option {
  id: string;
  /** Scores from 0 to 100 on the question's criterion. */
  scores?: PerAlternative<number>;
  /** How long the system lives, in months. */
  months?: number;
  /** The frameworks that the team need not learn. */
  knows?: readonly Framework[];
  /** The frameworks that run there already: in the system itself, or elsewhere in the house. */
  runs?: readonly Framework[];
  /** Features that the system does not build where the option holds, because somebody else does. */
  idles?: readonly string[];
  /** How likely the option is against the others while nobody has answered; 1 where nothing is said. */
  likely?: number;
  /**
   * What that is multiplied by where another answer holds, as `question.option`, which works in both directions; or where
   * the reader has named a feature, as `first.admin`.
   */
  likelier?: Readonly<Record<string, number>>;
  /** Where an application of this framework runs, what the option names is a part of it. */
  partOf?: Framework;
  /** What a preference multiplies the points of criteria by. */
  factors?: Readonly<Record<string, number>>;
}

export interface Question {
  id: string;
  options: readonly Option[];
  /** The judged criterion that the options score on. */
  criterion?: string;
  /** The question's part of that criterion; the parts of a criterion add up to 1. */
  share?: number;
  /** The option that holds while nobody has answered. Without it, any of them may hold. */
  unanswered?: string;
  /** Whether it is one of those that a reader is asked at once. */
  core: boolean;
  /** The answers to another question that it is asked after; without it, it is always asked. */
  asked?: { readonly question: string; readonly options: readonly string[] };
  /** A wish and not a fact: while nobody has answered, it changes nothing. */
  preference: boolean;
  /** Whether the team can choose the answer, or can only find it out. */
  decidable: boolean;
}

/** One thing that the system must do. */
export interface Feature {
  id: string;
  /** Person-days until it works and is tested. */
  effort: Readonly<Record<Framework, Range>>;
  /** Direct packages that it adds. */
  packages: Readonly<Record<Framework, number>>;
  /** Who builds it where both are used. */
  side: Framework;
  /** How likely the first release has it while nobody has answered, from 0 to 1, both excluded. */
  likely: number;
  /** What the odds of that are multiplied by where an answer holds, as `question.option`. */
  likelier?: Readonly<Record<string, number>>;
}

export interface Model {
  /** Counted up when an old address would mean something else. */
  version: number;
  criteria: readonly Criterion[];
  questions: readonly Question[];
  features: readonly Feature[];
  /** Every other number, by name, such as `learning.flask`. */
  assumptions: Readonly<Record<string, Range>>;
}

/** The mean of the triangular distribution over a range: what the line is drawn from, so that it lies in the band. */
export const mean = ([low, likely, high]: Range): number => (low + likely + high) / 3;

export const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** The option of a question. Throws when there is none, because answers are checked before they get here. */
export function optionOf(question: Question, id: string): Option {
  const option = question.options.find((candidate) => candidate.id === id);
  if (!option) throw new Error(`${question.id} has no option "${id}"`);
  return option;
}

/** The names of the numbers that the cost model reads, and of those that options bring. */
const fixedNames = [
  ...['setup', 'learning', 'upgrades', 'hybrid-learning'].flatMap((name) => frameworks.map((of) => `${name}.${of}`)),
  ...['retrofit', 'onboarding'].flatMap((name) => alternatives.map((of) => `${name}.${of}`)),
  ...['integration', 'dependency', 'maintenance', 'turnover', 'second-service', 'hybrid-friction'],
  ...['second-stack', 'templates', 'discount', 'days-per-month', 'coordination', 'optimism', 'bias'],
];
const namesByOption: Readonly<Record<string, readonly string[]>> = {
  size: ['own-features', 'friction-size-flask', 'friction-size-django'],
  existing: ['friction-existing-flask', 'friction-existing-django'],
  face: ['friction-face-flask', 'friction-face-django'],
  extent: ['moving'],
  treatment: ['moving-share'],
  python: ['learning-pace'],
  people: ['learners', 'developers'],
  ops: ['second-service-pace'],
};

/** Every number that the cost model needs, by name, in one fixed order. */
export function assumptionNames(model: Model): string[] {
  const byOption = model.questions.flatMap((question) =>
    (namesByOption[question.id] ?? []).flatMap((name) => question.options.map((option) => `${name}.${option.id}`)),
  );
  return [...fixedNames, ...byOption].sort();
}

/** What is wrong with a model, one readable line each; empty where nothing is. */
export function modelProblems(model: Model): string[] {
  const problems: string[] = [];
  const range = (what: string, value: Range, limits: Limits) => {
    if (!(value.every((one) => isWithin(one, limits)) && rises(value)))
      problems.push(`${what}: ${value.join(', ')} must be three numbers ${limitWords(limits)} that do not fall`);
  };
  const needed = assumptionNames(model);
  for (const name of needed) if (!model.assumptions[name]) problems.push(`assumptions: "${name}" is missing`);
  for (const [name, value] of Object.entries(model.assumptions)) {
    if (!needed.includes(name)) problems.push(`assumptions: nothing reads "${name}"`);
    range(`assumptions: ${name}`, value, limitsOf(name));
  }
  for (const feature of model.features)
    for (const of of frameworks)
      range(`features: ${feature.id}.${of}`, feature.effort[of], limitsOf(`${feature.id}.${of}`));
  for (const criterion of model.criteria.filter(({ computed }) => !computed)) {
    const judged = model.questions.filter((question) => question.criterion === criterion.id);
    const shares = judged.reduce((sum, { share = 0 }) => sum + share, 0);
    if (Math.abs(shares - 1) > 1e-9) problems.push(`criteria: the questions of ${criterion.id} share ${shares}, not 1`);
    for (const question of judged)
      for (const option of question.options) {
        const scores = option.scores && Object.values(option.scores);
        if (!scores?.every((score) => isWithin(score, pointLimits)))
          problems.push(`questions: ${question.id}.${option.id} needs scores from 0 to 100`);
      }
  }
  const known = new Set([
    ...model.questions.flatMap(({ id, options }) => options.map((option) => `${id}.${option.id}`)),
    ...model.features.map(({ id }) => `first.${id}`),
  ]);
  const ties = (what: string, likelier: Readonly<Record<string, number>> = {}) => {
    for (const other of Object.keys(likelier))
      if (!known.has(other)) problems.push(`${what}: "${other}" is no answer to any question`);
  };
  for (const feature of model.features) ties(`features: ${feature.id}`, feature.likelier);
  for (const { id, options, asked } of model.questions) {
    for (const option of options) {
      ties(`questions: ${id}.${option.id}`, option.likelier);
      for (const feature of option.idles ?? [])
        if (!model.features.some((candidate) => candidate.id === feature))
          problems.push(`questions: ${id}.${option.id} idles "${feature}", which is no feature`);
    }
    for (const option of asked?.options ?? [])
      if (!known.has(`${asked!.question}.${option}`))
        problems.push(`questions: ${id} is asked after "${asked!.question}.${option}", which is no answer`);
  }
  for (const { id, criterion } of model.questions)
    if (criterion !== undefined && !model.criteria.some((candidate) => candidate.id === criterion))
      problems.push(`questions: ${id} scores on "${criterion}", which is no criterion`);
  return problems;
}
