/** What the tests draw from: answers that a reader could give, and models with other numbers in them. */
import fc from 'fast-check';
import { rangesOf, type Answers } from './answers.ts';
import { limitsOf } from './number-limits.ts';
import { alternatives, frameworks, type Model, type Option, type Range } from './model.ts';

/**
 * How many cases a property is tried with, and the seed that they are drawn by: a fixed one, so that what passed once
 * passes again. The sweep asks for 1,000 cases; whoever looks for new ones asks for more, or for another seed.
 */
const settings = {
  numRuns: Number(process.env['CALCULATOR_CASES'] ?? 100),
  seed: Number(process.env['CALCULATOR_SEED'] ?? 1),
};

/** Checks that something holds for whatever is drawn. */
export function always<Drawn extends unknown[]>(
  drawn: { [Place in keyof Drawn]: fc.Arbitrary<Drawn[Place]> },
  holds: (...values: Drawn) => void,
  { cases = settings.numRuns }: { cases?: number } = {},
): void {
  fc.assert(
    fc.property(fc.tuple<Drawn>(...drawn), (values) => holds(...values)),
    { ...settings, numRuns: Math.min(cases, settings.numRuns) },
  );
}

/** A number from 0 to a limit, with at most four places behind the point, as an address can hold it. */
export const upTo = (limit: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 0, max: limit }),
    fc.integer({ min: 0, max: limit * 10_000 }).map((whole) => whole / 10_000),
  );

/** A range that a reader may give a number of this name. */
export const anyRange = (name: string, limit = 10_000): fc.Arbitrary<Range> =>
  fc
    .tuple(upTo(limit), upTo(limit), upTo(limit))
    .map(
      (three) =>
        three
          .map((value) => Math.min(limitsOf(name).most, Math.max(limitsOf(name).least, value)))
          .sort((a, b) => a - b) as unknown as Range,
    );

/** Each key once, with a value drawn for it, or left out. */
function some<Value>(keys: readonly string[], value: (key: string) => fc.Arbitrary<Value>) {
  return fc
    .subarray([...keys], { maxLength: Math.min(keys.length, 12) })
    .chain((chosen) => fc.tuple(...chosen.map((key) => value(key).map((drawn) => [key, drawn] as const))))
    .map((entries): Record<string, Value> => Object.fromEntries(entries));
}

/** A choice for some of the questions. */
const choicesOf = (model: Model): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(...model.questions.map(({ options }) => fc.option(fc.constantFrom(...options.map(({ id }) => id)))))
    .map((chosen) =>
      Object.fromEntries(model.questions.flatMap(({ id }, at) => (chosen[at] == null ? [] : [[id, chosen[at]]]))),
    );

/** Features for the first release and for later; untouched, or some for either. */
const featuresFor = (model: Model): fc.Arbitrary<Pick<Answers, 'first' | 'later'>> =>
  fc
    .tuple(fc.boolean(), ...model.features.map(() => fc.constantFrom('no', 'no', 'first', 'later')))
    .map(([touched, ...when]) => {
      const those = (wanted: string) => model.features.filter((_, at) => when[at] === wanted).map(({ id }) => id);
      const later = those('later');
      return { ...(touched && { first: those('first') }), ...(later.length > 0 && { later }) };
    });

/** Answers without numbers of the reader's own. */
export const plainAnswers = (model: Model): fc.Arbitrary<Answers> =>
  fc.tuple(choicesOf(model), featuresFor(model)).map(([choices, features]) => ({ choices, ...features }));

/** Every fact and wish answered and the features chosen, so that nothing is left to chance. */
export const fullAnswers = (model: Model): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      plainAnswers(model),
      ...model.questions.map(({ options }) => fc.constantFrom(...options.map(({ id }) => id))),
    )
    .map(([plain, ...chosen]) => ({
      ...plain,
      first: plain.first ?? [],
      choices: Object.fromEntries(model.questions.map(({ id }, at) => [id, chosen[at]!])),
    }));

/** Answers that bring nothing to a calculation by hand: nothing runs yet, and no house has a say. */
export const nothingThere: Readonly<Record<string, string>> = {
  ...{ codebase: 'nothing', extent: 'begun', treatment: 'keep', 'shared-data': 'nobody' },
  ...{ existing: 'none', house: 'other', face: 'server', 'sign-in': 'framework' },
};

/** The names of the score rows that a reader may change. */
export const scoreRows = (model: Model): string[] =>
  model.questions.flatMap(({ id, options }) =>
    options.filter(({ scores }) => scores).map((option) => `${id}.${option.id}`),
  );

/** Answers with weights, ranges and scores that a reader may have set by hand, however odd. */
export const anyAnswers = (model: Model): fc.Arbitrary<Answers> => {
  const score = upTo(100);
  return fc
    .record({
      plain: plainAnswers(model),
      weights: fc.option(fc.tuple(...model.criteria.map(() => score))),
      ranges: fc.oneof(
        fc.constant({}),
        some(Object.keys(rangesOf(model)), (name) => anyRange(name)),
      ),
      scores: fc.oneof(
        fc.constant({}),
        some(scoreRows(model), () => fc.tuple(score, score, score)),
      ),
    })
    .map(({ plain, weights, ranges, scores }) => ({
      ...plain,
      ...(weights && { weights }),
      ...(Object.keys(ranges).length > 0 && { ranges }),
      ...(Object.keys(scores).length > 0 && { scores }),
    }));
};

/** A model of the same shape with other numbers: points, scores, ranges, packages and sides. */
export function changedModels(model: Model): fc.Arbitrary<Model> {
  const score = upTo(100);
  const packages = fc.record({ flask: fc.nat(4), django: fc.nat(4) });
  const effort = fc.record({ flask: anyRange('', 80), django: anyRange('', 80) });
  const of = <Item extends { id: string }>(items: readonly Item[]) => fc.constantFrom(...items.map(({ id }) => id));
  const change = fc.oneof(
    fc.record({ criterion: of(model.criteria), points: upTo(40) }),
    fc.record({
      row: fc.constantFrom(...scoreRows(model)),
      scores: fc.record({ flask: score, django: score, both: score }),
    }),
    fc.record({ feature: of(model.features), effort, packages, side: fc.constantFrom(...frameworks) }),
    fc
      .constantFrom(...Object.entries(model.assumptions))
      .chain(([assumption, [, , high]]) =>
        anyRange(assumption, Math.ceil(high * 3)).map((range) => ({ assumption, range })),
      ),
  );
  return fc.array(change, { maxLength: 25 }).map((changes) => {
    const copy = structuredClone(model);
    for (const one of changes) {
      if ('criterion' in one)
        Object.assign(
          copy.criteria.find(({ id }) => id === one.criterion)!,
          { points: one.points },
        );
      else if ('row' in one) rowOf(copy, one.row).scores = one.scores;
      else if ('assumption' in one) Object.assign(copy.assumptions, { [one.assumption]: one.range });
      else {
        const { feature, ...rest } = one;
        Object.assign(
          copy.features.find(({ id }) => id === feature)!,
          rest,
        );
      }
    }
    // A model that fails is named by what was changed, not printed whole.
    return Object.defineProperty(copy, fc.toStringMethod, { value: () => `the model with ${fc.stringify(changes)}` });
  });
}

function rowOf(model: Model, name: string): Option {
  const [question, option] = name.split('.');
  return model.questions.find(({ id }) => id === question)!.options.find(({ id }) => id === option)!;
}

/** A model with other numbers, and answers to it. */
export const anyCase = (model: Model): fc.Arbitrary<{ model: Model; answers: Answers }> =>
  fc.record({ model: changedModels(model), answers: anyAnswers(model) });

/** The same with everything frozen, so that a function that changes what it is given throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** The shares of all alternatives in their order. */
export const inOrder = <Value>(of: Readonly<Record<(typeof alternatives)[number], Value>>): Value[] =>
  alternatives.map((alternative) => of[alternative]);
