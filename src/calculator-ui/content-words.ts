/** The words of the calculator, from the content. */
import { calculator } from '../entries/queries.ts';
import { nameOf } from '../calculator/from-content.ts';
import { frameworks } from '../vocabulary.ts';
import { href } from '../site.ts';
import type { Words } from './words.ts';

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

const found = <Item extends { id: string }>(items: readonly Item[], id: string): Item =>
  items.find((item) => item.id === id)!;
const option = (question: string, id: string) => found(found(calculator.questions, question).data.options, id);

export const contentWords: Words = {
  question: (id) => found(calculator.questions, id).data.short,
  answer: (question, id) => option(question, id).label,
  reason: (question, id) => option(question, id).short,
  feature: (id) => found(calculator.features, id).data.short,
  criterion: (id) => found(calculator.criteria, id).data.title,
  number: (name) => numbers.find((number) => number.name === name)!.title,
  calculator: href('/calculator/'),
  method: href('/calculator/method/'),
};
