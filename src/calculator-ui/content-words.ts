/** The words of the calculator, from the content. */
import { calculator, pathOf, sections } from '../entries/queries.ts';
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

/** The sections that reasons lead to: those that content names, and those of the two computed criteria. */
const reasonSections = new Set([
  'budget-and-speed',
  'maintenance-and-updates',
  ...calculator.questions.flatMap(({ data }) =>
    data.options.flatMap(({ because = {} }) => Object.values(because).map((one) => one!.section)),
  ),
]);

export const wordList: WordList = {
  questions: named(
    calculator.questions,
    ({ id }) => id,
    ({ data }) => ({
      short: data.short,
      ...(data.otherwise !== undefined && { otherwise: data.otherwise }),
      options: named(
        data.options,
        ({ id }) => id,
        ({ label, short, condition, because }) => ({
          label,
          reason: short,
          ...(condition !== undefined && { condition }),
          ...(because && {
            because: Object.fromEntries(
              Object.entries(because).map(([of, one]) => [of, [one!.text, one!.section] as const]),
            ),
          }),
        }),
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
    ({ title, unit }) => [title, unit] as const,
  ),
  sections: named(
    sections.filter(({ id }) => reasonSections.has(id)),
    ({ id }) => id,
    // A title with an afterthought is short enough without it.
    (section) => [section.data.title.split(': ')[0]!, href(pathOf(section))] as const,
  ),
  calculator: href('/calculator/'),
  method: href('/calculator/method/'),
};

export const contentWords = wordsFrom(wordList);
