/** What a reader has told the calculator, and what that leaves open. */
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
  first?: readonly string[];
  /** Features that follow twelve months after the release. */
  later?: readonly string[];
  /** Points for each criterion, in the model's order, set by hand. They replace every preference. */
  weights?: readonly number[];
  /** Ranges that the reader believes in place of ours, by the name of the number. */
  ranges?: Readonly<Record<string, Range>>;
  /** Scores that the reader believes in place of ours, as `question.option`. */
  scores?: Readonly<Record<string, readonly [flask: number, django: number, both: number]>>;
}

/** Which features come first and which later. */
export function featuresOf(model: Model, answers: Answers): { first: string[]; later: string[] } {
  const later = [...(answers.later ?? [])];
  const first =
    answers.first ?? model.features.filter(({ id, byDefault }) => byDefault && !later.includes(id)).map(({ id }) => id);
  return { first: [...first], later };
}

/** How likely each option of each question is: one of them for certain, or all of them equally. */
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

/** The same features as while nobody has touched the list. */
export function featuresUntouched(model: Model, first: readonly string[], later: readonly string[]): boolean {
  return later.length === 0 && model.features.every(({ id, byDefault }) => byDefault === first.includes(id));
}

export function beliefsOf(model: Model, answers: Answers): Beliefs {
  return Object.fromEntries(
    model.questions
      .filter(({ preference }) => !preference)
      .map((question) => {
        const chosen = effectiveOption(question, answers);
        const index = question.options.findIndex(({ id }) => id === chosen);
        return [
          question.id,
          index < 0 ? question.options.map(() => 1 / question.options.length) : certain(question, index),
        ];
      }),
  );
}

/** The facts that nobody has answered. */
export const openQuestions = (model: Model, answers: Answers): Question[] =>
  model.questions.filter((question) => !question.preference && effectiveOption(question, answers) === undefined);

/** Settles every open question by a number from 0 to 1, as a random draw does. */
export type AnswerSampler = (sampleOf: (at: number) => number) => Beliefs;

/** For thousands of draws, which share one object: what a call gives holds until the next call. */
export function answerSampler(beliefs: Beliefs, open: readonly Question[]): AnswerSampler {
  const settled: Record<string, readonly number[]> = { ...beliefs };
  const certainties = open.map((question) => ({
    id: question.id,
    each: question.options.map((_, at) => certain(question, at)),
  }));
  return (sampleOf) => {
    for (let at = 0; at < certainties.length; at++) {
      const { id, each } = certainties[at]!;
      settled[id] = each[Math.floor(sampleOf(at) * each.length)]!;
    }
    return settled;
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
