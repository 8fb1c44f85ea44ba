/** Whether two readings of the same questions found the same answers right. Pure. */
import { expected, type Expected, type JudgedQuery } from './judging.ts';

/** How far two labels of the same questions agree. */
export interface Agreement {
  /** How many questions carry two labels. */
  questions: number;
  /** The share on which both say the same of what the guide can do: answer, or not, or has a gap. */
  expectation: number;
  /** The same, less what chance alone would give (Cohen's kappa); 1 where both use one word throughout. */
  kappa: number;
  /** The share of those that both call answerable for which both name a page in common. */
  page: number;
}

type Twice = JudgedQuery & { second: NonNullable<JudgedQuery['second']> };

/** The language is no matter of judgement: a question in another language is answerable like any other. */
const sense = (expectation: Expected) => (expectation === 'other-language' ? 'answerable' : expectation);

/** How far the second labels agree with the first; nothing where no question carries two. */
export function agreementOf(queries: readonly JudgedQuery[]): Agreement | undefined {
  const twice = queries.filter((query): query is Twice => query.second !== undefined);
  if (twice.length === 0) return undefined;
  const pairs = twice.map((query) => ({
    first: sense(expected(query)),
    second: sense(expected(query.second)),
    common: query.grade2.some((page) => query.second.grade2.includes(page)),
  }));
  const share = (of: typeof pairs, holds: (pair: (typeof pairs)[number]) => boolean) =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  const expectation = share(pairs, ({ first, second }) => first === second);
  const words = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const byChance = [...words].reduce(
    (sum, word) => sum + share(pairs, ({ first }) => first === word) * share(pairs, ({ second }) => second === word),
    0,
  );
  const answerable = pairs.filter(({ first, second }) => first === 'answerable' && second === 'answerable');
  return {
    questions: twice.length,
    expectation: rounded(expectation),
    kappa: byChance === 1 ? 1 : rounded((expectation - byChance) / (1 - byChance)),
    page: rounded(share(answerable, ({ common }) => common)),
  };
}

const rounded = (share: number) => Number(share.toFixed(4));
