/**
 * What is likely where nobody has answered. Answers go together: a tiny system seldom has ten developers, and who runs a
 * Django application has mostly shipped with Django. Each option has odds of its own, multiplied for every other answer
 * that is known, or drawn already. The multipliers are part of the content and hold in both directions.
 */
import { byId, type Feature, type Model, type Question } from './model.ts';

/** Where each fact stands: the place of its option, or -1 while that is open. In the order of the likelihood. */
export type Settled = Int8Array;

export interface Likelihood {
  /** The facts, sorted by id. */
  facts: readonly Question[];
  /** How likely each option of a fact is, given where the others stand; written into a list if there is one. */
  ofOptions(fact: number, settled: Settled, into?: number[]): number[];
  /** How likely the first release has a feature. */
  ofFeature(feature: Feature, settled: Settled): number;
  /** The same where a reader has named the features of the first release, which say something about the open facts. */
  given(first: readonly string[] | undefined): Likelihood;
}

/** Where a multiplier is for a feature and not for an answer, as in `first.admin`. */
const ofFirst = 'first.';

/** One answer that changes the odds of something: where it stands, and by how much. */
interface Tie {
  fact: number;
  option: number;
  factor: number;
}

/**
 * Looks the model's odds up once, so that thousands of draws can share the work.
 * @param first the features of the first release, where a reader has named them
 */
export function likelihood(model: Model, first: readonly string[] = []): Likelihood {
  const facts = byId(model.questions.filter(({ preference }) => !preference));
  const odds = facts.map(({ options }) =>
    options.map(({ likely = 1, likelier = {} }) =>
      first.reduce((product, feature) => product * (likelier[ofFirst + feature] ?? 1), likely),
    ),
  );
  const tieTo = (answer: string, factor: number): Tie => {
    const [question, option] = answer.split('.') as [string, string];
    const fact = facts.findIndex(({ id }) => id === question);
    return { fact, option: facts[fact]!.options.findIndex(({ id }) => id === option), factor };
  };
  const ties: Tie[][][] = facts.map(({ options }) => options.map(() => []));
  facts.forEach(({ options }, fact) =>
    options.forEach(({ likelier = {} }, option) => {
      for (const [answer, factor] of Object.entries(likelier)) {
        if (answer.startsWith(ofFirst)) continue;
        const tie = tieTo(answer, factor);
        ties[fact]![option]!.push(tie);
        ties[tie.fact]![tie.option]!.push({ fact, option, factor });
      }
    }),
  );
  const featureTies = new Map(
    model.features.map(({ id, likelier = {} }) => [
      id,
      Object.entries(likelier).map(([answer, factor]) => tieTo(answer, factor)),
    ]),
  );
  const tied = (found: readonly Tie[], settled: Settled): number => {
    let product = 1;
    for (const { fact, option, factor } of found) if (settled[fact] === option) product *= factor;
    return product;
  };

  const own: Likelihood = {
    facts,
    ofOptions(fact, settled, into = []) {
      let sum = 0;
      for (let at = 0; at < odds[fact]!.length; at++) {
        into[at] = odds[fact]![at]! * tied(ties[fact]![at]!, settled);
        sum += into[at]!;
      }
      for (let at = 0; at < into.length; at++) into[at]! /= sum;
      return into;
    },
    ofFeature({ id, likely }, settled) {
      const against = (likely / (1 - likely)) * tied(featureTies.get(id)!, settled);
      return against / (1 + against);
    },
    given: (named) => (sameFeatures(named, first) ? own : likelihood(model, named)),
  };
  return own;
}

const sameFeatures = (a: readonly string[] = [], b: readonly string[] = []): boolean => a.join() === b.join();
