/** The words of the calculator, from the content. */
import { calculator } from '../entries/queries.ts';
import { nameOf } from '../calculator/from-content.ts';
import { frameworks } from '../vocabulary.ts';
import { href } from '../site.ts';
import { wordsFrom, type WordList } from './words.ts';

/** What a value of an assumption belongs to: a framework, an alternative, or an answer. */
function keyLabel(by: string | undefined, key: string): string | undefined {
  if (by === undefined) return undefined;
  if (key === 'both') return 'both';
  if (key in frameworks) return frameworks[key as keyof typeof frameworks];
  return calculator.questions.find(({ id }) => id === by)?.data.options.find(({ id }) => id === key)?.label;
}

/** Every range of the cost model with its title and its unit, in the order of the content. */
export const numbers = [
  ...calculator.assumptions.flatMap(({ id, data }) =>
    Object.entries(data.values).map(([key, range]) => {
      const label = keyLabel(data.by, key);
      return { name: nameOf(id, key), title: label ? `${data.title}: ${label}` : data.title, unit: data.unit, range };
    }),
  ),
  ...calculator.features.flatMap(({ id, data }) =>
    (['flask', 'django'] as const).map((of) => ({
      name: `${id}.${of}`,
      title: `${data.short}: ${frameworks[of]}`,
      unit: 'person-days',
      range: data[of].effort,
    })),
  ),
];

const named = <Item, Value>(
  items: readonly Item[],
  name: (item: Item) => string,
  value: (item: Item) => Value,
): Record<string, Value> => Object.fromEntries(items.map((item) => [name(item), value(item)]));

export const wordList: WordList = {
  questions: named(
    calculator.questions,
    ({ id }) => id,
    ({ data }) => ({
      short: data.short,
      options: named(
        data.options,
        ({ id }) => id,
        ({ label, short }) => ({ label, reason: short }),
      ),
    }),
  ),
  features: named(
    calculator.features,
    ({ id }) => id,
    ({ data }) => data.short,
  ),
  criteria: named(
    calculator.criteria,
    ({ id }) => id,
    ({ data }) => data.title,
  ),
  numbers: named(
    numbers,
    ({ name }) => name,
    ({ title }) => title,
  ),
  calculator: href('/calculator/'),
  method: href('/calculator/method/'),
};

export const contentWords = wordsFrom(wordList);
