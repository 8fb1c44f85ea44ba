/**
 * What readers call the parts of the calculator. The build makes the list from the content; the browser gets the same
 * list beside the model. Whoever shows a name asks `wordsFrom` for it.
 */
import type { Alternative } from '../calculator/model.ts';

/** The words as plain data, by the ids of the model. */
export interface WordList {
  questions: Readonly<
    Record<string, { short: string; otherwise?: string; options: Readonly<Record<string, OptionWords>> }>
  >;
  features: Readonly<Record<string, string>>;
  criteria: Readonly<Record<string, string>>;
  numbers: Readonly<Record<string, readonly [title: string, unit: string]>>;
  /** The titles of the guide's sections that reasons lead to, by the stem of their file. */
  sections: Readonly<Record<string, readonly [title: string, address: string]>>;
  /** The addresses of the calculator and of the methodology page. */
  calculator: string;
  method: string;
}
interface OptionWords {
  label: string;
  reason: string;
  condition?: string;
  because?: Readonly<Partial<Record<Alternative, readonly [text: string, section: string]>>>;
}

/** A sentence with the place of the guide that says more. */
export interface Sentence {
  text: string;
  title: string;
  address: string;
}

export interface Words {
  /** A question in a word or two. */
  question(id: string): string;
  /** What an answer says: "Up to 60". */
  answer(question: string, option: string): string;
  /** An answer as a reason: "A medium-sized first release". */
  reason(question: string, option: string): string;
  /** An answer as a condition, to stand after "If"; undefined where there are no words for it. */
  condition(question: string, option: string): string | undefined;
  /** What holds where the answer is any other, to stand after "If"; undefined where there are no words for it. */
  otherwise(question: string): string | undefined;
  /** Why an answer pulls to a side; undefined where there are no words for it. */
  because(question: string, option: string, of: Alternative): Sentence | undefined;
  /** A sentence about a computed criterion leads to a section as well. */
  section(id: string): Pick<Sentence, 'title' | 'address'>;
  feature(id: string): string;
  criterion(id: string): string;
  /** A number of the cost model: "Learning the framework: Flask". */
  number(name: string): string;
  unit(name: string): string;
  /** The address of a page of the guide, named by its path from the root. */
  page(path: string): string;
  /** The address of the methodology page, and of the calculator. */
  method: string;
  calculator: string;
}

export function wordsFrom(list: WordList): Words {
  const option = (question: string, id: string) => list.questions[question]!.options[id]!;
  const section = (id: string) => {
    const [title, address] = list.sections[id]!;
    return { title, address };
  };
  return {
    question: (id) => list.questions[id]!.short,
    answer: (question, id) => option(question, id).label,
    reason: (question, id) => option(question, id).reason,
    condition: (question, id) => option(question, id).condition,
    otherwise: (id) => list.questions[id]!.otherwise,
    because: (question, id, of) => {
      const found = option(question, id).because?.[of];
      return found && { text: found[0], ...section(found[1]) };
    },
    section,
    feature: (id) => list.features[id]!,
    criterion: (id) => list.criteria[id]!,
    number: (name) => list.numbers[name]![0],
    unit: (name) => list.numbers[name]![1],
    page: (path) => `${list.calculator.replace(/\/calculator\/$/, '')}${path}`,
    method: list.method,
    calculator: list.calculator,
  };
}
