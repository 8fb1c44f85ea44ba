/** From the entries of `content/calculator/` to the model: the same for the build and for the tests. */
import { countPackages, type Packages, type RanExample } from './packages.ts';
import type { Alternative, Feature, Framework, Model, Question, Range } from './model.ts';

/** Counted up when an old address would mean something else. */
const version = 2;

interface Entry<Data> {
  id: string;
  data: Data;
}

/** What the model takes from each kind of entry; the entries hold words as well. */
export interface CalculatorContent {
  criteria: readonly Entry<{ order: number; points: { likely: number }; computed: boolean }>[];
  questions: readonly Entry<{
    order: number;
    scored?: { criterion: string; share: number } | undefined;
    unanswered?: string | undefined;
    core: boolean;
    asked?: { question: string; options: readonly string[] } | undefined;
    preference: boolean;
    decidable: boolean;
    options: readonly {
      id: string;
      scores?: Record<Alternative, number> | undefined;
      months?: number | undefined;
      knows?: readonly Framework[] | undefined;
      runs?: readonly Framework[] | undefined;
      idles?: readonly string[] | undefined;
      likely?: number | undefined;
      likelier?: Readonly<Record<string, number>> | undefined;
      partOf?: Framework | undefined;
      factors?: Readonly<Record<string, number>> | undefined;
    }[];
  }>[];
  features: readonly Entry<{
    order: number;
    flask: { effort: Range; packages: Packages };
    django: { effort: Range; packages: Packages };
    side: Framework;
    likely: number;
    likelier?: Readonly<Record<string, number>> | undefined;
  }>[];
  assumptions: readonly Entry<{ values: Readonly<Record<string, Range>> }>[];
  /** What ran of the examples of the lab. */
  runs: readonly RanExample[];
}

const inOrder = <Item extends Entry<{ order: number }>>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => a.data.order - b.data.order);

/** The name of one number of an assumption: `learning.flask`, or `dependency` where there is only one. */
export const nameOf = (assumption: string, key: string): string =>
  key === 'all' ? assumption : `${assumption}.${key}`;

export function modelFrom({ criteria, questions, features, assumptions, runs }: CalculatorContent): Model {
  return {
    version,
    criteria: inOrder(criteria).map(({ id, data }) => ({ id, points: data.points.likely, computed: data.computed })),
    questions: inOrder(questions).map(({ id, data }): Question => {
      const { scored, unanswered, core, asked, preference, decidable } = data;
      return {
        id,
        ...(scored && { criterion: scored.criterion, share: scored.share }),
        ...(unanswered !== undefined && { unanswered }),
        core,
        ...(asked && { asked }),
        preference,
        decidable,
        options: data.options.map(
          ({ id: option, scores, months, knows, runs, idles, likely, likelier, partOf, factors }) => ({
            id: option,
            ...(scores && { scores }),
            ...(months !== undefined && { months }),
            ...(knows && { knows }),
            ...(runs && { runs }),
            ...(idles && { idles }),
            ...(likely !== undefined && { likely }),
            ...(likelier && { likelier }),
            ...(partOf && { partOf }),
            ...(factors && { factors }),
          }),
        ),
      };
    }),
    features: inOrder(features).map(({ id, data }): Feature => {
      const { flask, django, side, likely, likelier } = data;
      return {
        id,
        effort: { flask: flask.effort, django: django.effort },
        packages: {
          flask: countPackages(flask.packages, 'flask', runs),
          django: countPackages(django.packages, 'django', runs),
        },
        side,
        likely,
        ...(likelier && { likelier }),
      };
    }),
    assumptions: Object.fromEntries(
      assumptions.flatMap(({ id, data }) =>
        Object.entries(data.values).map(([key, range]) => [nameOf(id, key), range]),
      ),
    ),
  };
}
