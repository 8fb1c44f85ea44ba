/** What a reader has told the calculator, and what that leaves open. */
import { likelihood, type Likelihood, type Settled } from './likelihood.ts';
import {
  alternatives,
  frameworks,
  type Alternative,
  type Model,
  type Option,
  type Question,
  type Range,
} from './model.ts';

export interface Answers {
  /** Question to option. A question that is missing is not answered. */
  choices: Readonly<Record<string, string>>;
  /** Features of the first release; undefined while the reader has not touched the list. */
  first?: readonly string[] | undefined;
  /** Features that follow twelve months after the release. */
  later?: readonly string[] | undefined;
  /** Points for each criterion, in the model's order, set by hand. They replace every preference. */
  weights?: readonly number[];
  /** Ranges that the reader believes in place of ours, by the name of the number. */
  ranges?: Readonly<Record<string, Range>>;
  /** Scores that the reader believes in place of ours, as `question.option`. */
  scores?: Readonly<Record<string, readonly [flask: number, django: number, both: number]>>;
}

/** Which features come first and which later, as far as the reader has said so. */
export const featuresOf = ({ first = [], later = [] }: Answers): { first: string[]; later: string[] } => ({
  first: [...first],
  later: [...later],
});

/** Whether a reader has said anything about features. */
export const featuresUntouched = ({ first, later = [] }: Answers): boolean => first === undefined && later.length === 0;

/** How likely each option of each fact is; one of them for certain where it is answered. */
export type Beliefs = Readonly<Record<string, readonly number[]>>;

/** The option that a question stands at: the answer, or what holds until there is one. */
export function effectiveOption(question: Question, answers: Answers): string | undefined {
  return answers.choices[question.id] ?? question.unanswered;
}

const certain = (question: Question, index: number) => question.options.map((_, at) => (at === index ? 1 : 0));

/** The option that says nothing: the one that holds anyway, or the wish that changes nothing. */
export function neutralOption({ unanswered, preference, options }: Question): string | undefined {
  if (unanswered !== undefined) return unanswered;
  if (!preference) return undefined;
  return options.find(({ factors = {} }) => Object.values(factors).every((factor) => factor === 1))?.id;
}

/** Whether a question is asked, given the other answers. */
export const isAsked = ({ asked }: Question, { choices }: Answers): boolean =>
  !asked || asked.options.includes(choices[asked.question] ?? '');

/** The facts that nobody has answered, asked or not. */
export const openQuestions = (model: Model, answers: Answers): Question[] =>
  model.questions.filter((question) => !question.preference && effectiveOption(question, answers) === undefined);

/** How many questions are answered; the list of features is one of the core questions. */
export interface Answered {
  core: number;
  coreOf: number;
  /** Follow-ups and further questions. */
  optional: number;
}

export function answeredOf(model: Model, answers: Answers): Answered {
  const count = (core: boolean) =>
    model.questions.filter((question) => question.core === core && question.id in answers.choices).length;
  return {
    core: count(true) + (featuresUntouched(answers) ? 0 : 1),
    coreOf: model.questions.filter(({ core }) => core).length + 1,
    optional: count(false),
  };
}

/** Where each fact stands by the answers. */
function settledBy({ facts }: Likelihood, answers: Answers): Settled {
  return Int8Array.from(facts, (fact) => {
    const chosen = effectiveOption(fact, answers);
    return fact.options.findIndex(({ id }) => id === chosen);
  });
}

/** What is believed of each fact: the answer, or what is likely given the other answers. */
export function beliefsOf(
  model: Model,
  answers: Answers,
  likely: Likelihood = likelihood(model, answers.first),
): Beliefs {
  const settled = settledBy(likely, answers);
  const beliefs = Object.fromEntries(
    likely.facts.map((fact, at) => [
      fact.id,
      settled[at]! < 0 ? likely.ofOptions(at, settled) : certain(fact, settled[at]!),
    ]),
  );
  return { ...beliefs, existing: releasedBy(likely)(beliefs) };
}

/**
 * What one must really fit in with. The data layer of a running Flask application that nobody else uses is a part of it,
 * and moving it to Django counts that already; other code takes its own along where it is ported or written anew. It binds
 * where others use it as well, where nothing runs that it belongs to, and where a Django application has one that is not
 * Django's, because that has left Django already.
 */
function releasedBy({ facts }: Likelihood): (beliefs: Beliefs) => readonly number[] {
  const optionsOf = (question: string) => facts.find(({ id }) => id === question)!.options;
  const placeOf = (question: string, option: string | undefined) =>
    optionsOf(question).findIndex(({ id }) => id === option);
  const none = placeOf('existing', 'none');
  const ownData = placeOf('existing', 'ownData');
  const owner = placeOf('codebase', optionsOf('existing')[ownData]?.partOf);
  const otherCode = ['python', 'other'].map((option) => placeOf('codebase', option));
  const keep = placeOf('treatment', 'keep');
  const nobody = placeOf('shared-data', 'nobody');
  return ({ existing, codebase, treatment, 'shared-data': shared }) => {
    const own = existing![ownData]! * shared![nobody]!;
    if (own === 0) return existing!;
    const other = otherCode.reduce((sum, at) => sum + codebase![at]!, 0);
    const released = own * ((codebase![owner] ?? 0) + other * (1 - treatment![keep]!));
    return existing!.map((odds, at) => (at === none ? odds + released : at === ownData ? odds - released : odds));
  };
}

/** How likely the first release has each feature, while nobody has said anything about features. */
export function featureChances(model: Model, likely: Likelihood, answers: Answers): Record<string, number> {
  const settled = settledBy(likely, answers);
  return Object.fromEntries(model.features.map((feature) => [feature.id, likely.ofFeature(feature, settled)]));
}

/** What a draw settles: the open facts, and the features where nobody has said anything about them. */
export interface Drawn {
  beliefs: Beliefs;
  first: readonly string[];
}

export interface AnswerSampler {
  /** The open facts, in the order in which a draw settles them. */
  open: readonly Question[];
  /** Where each fact stands after the last draw. */
  settled: Settled;
  /**
   * Settles every open fact by a number from 0 to 1 for each, given the answers and what was drawn before it; and the
   * features by one number for all of them, because a site that needs much needs much of everything.
   */
  draw(sampleOf: (at: number) => number, featureSample: number): Drawn;
}

/** For thousands of draws, which share one object: what a call gives holds until the next call. */
export function answerSampler(
  model: Model,
  likely: Likelihood,
  answers: Answers,
  beliefs: Beliefs,
  except: readonly string[] = [],
): AnswerSampler {
  const standing = settledBy(likely, answers);
  const settled = standing.slice();
  const places = [...standing.keys()].filter((at) => standing[at]! < 0 && !except.includes(likely.facts[at]!.id));
  const each = likely.facts.map((fact) => fact.options.map((_, at) => certain(fact, at)));
  const drawn: Record<string, readonly number[]> = { ...beliefs };
  const untouched = featuresUntouched(answers);
  const odds: number[] = [];
  const release = releasedBy(likely);
  const existing = likely.facts.findIndex(({ id }) => id === 'existing');
  return {
    open: places.map((at) => likely.facts[at]!),
    settled,
    draw(sampleOf, featureSample) {
      settled.set(standing);
      for (let index = 0; index < places.length; index++) {
        const fact = places[index]!;
        odds.length = each[fact]!.length;
        likely.ofOptions(fact, settled, odds);
        let left = sampleOf(index);
        let option = 0;
        while (option < odds.length - 1 && left >= odds[option]!) left -= odds[option++]!;
        settled[fact] = option;
        drawn[likely.facts[fact]!.id] = each[fact]![option]!;
      }
      if (settled[existing]! >= 0) drawn['existing'] = each[existing]![settled[existing]!]!;
      drawn['existing'] = release(drawn);
      if (!untouched) return { beliefs: drawn, first: answers.first ?? [] };
      const needed = model.features.filter((feature) => featureSample < likely.ofFeature(feature, settled));
      return { beliefs: drawn, first: needed.map(({ id }) => id) };
    },
  };
}

/** The mean of a value over the options that a question may stand at. */
export function expected(question: Question, beliefs: Beliefs, value: (option: Option) => number): number {
  const odds = beliefs[question.id]!;
  let sum = 0;
  for (let at = 0; at < odds.length; at++) if (odds[at]! > 0) sum += odds[at]! * value(question.options[at]!);
  return sum;
}

/** Whether something forces parts of the system to run apart. */
export const runsApart = (model: Model, beliefs: Beliefs): boolean => apartIn(model)(beliefs);

/** The same with its question looked up once, so that thousands of draws can share the work. */
export function apartIn(model: Model): (beliefs: Beliefs) => boolean {
  const none = model.questions.find(({ id }) => id === 'separate')!.options.findIndex(({ id }) => id === 'none');
  return (beliefs) => beliefs['separate']![none] !== 1;
}

/** The model with the reader's own numbers in it. */
export function withOverrides(model: Model, { ranges = {}, scores = {} }: Answers): Model {
  const given = (name: string, ours: Range): Range => (Object.hasOwn(ranges, name) ? ranges[name]! : ours);
  return {
    ...model,
    assumptions: Object.fromEntries(
      Object.entries(model.assumptions).map(([name, range]) => [name, given(name, range)]),
    ),
    features: model.features.map((feature) => ({
      ...feature,
      effort: {
        flask: given(`${feature.id}.flask`, feature.effort.flask),
        django: given(`${feature.id}.django`, feature.effort.django),
      },
    })),
    questions: model.questions.map((question) => ({
      ...question,
      options: question.options.map((option) => {
        const row = Object.hasOwn(scores, `${question.id}.${option.id}`) && scores[`${question.id}.${option.id}`];
        return row
          ? {
              ...option,
              scores: Object.fromEntries(alternatives.map((of, at) => [of, row[at]!])) as Record<Alternative, number>,
            }
          : option;
      }),
    })),
  };
}

/** Every range that a reader may replace, by name: the assumptions, and the effort for each feature. */
export function rangesOf(model: Model): Record<string, Range> {
  return {
    ...model.assumptions,
    ...Object.fromEntries(
      model.features.flatMap(({ id, effort }) => frameworks.map((of) => [`${id}.${of}`, effort[of]] as const)),
    ),
  };
}
