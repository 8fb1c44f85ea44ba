/**
 * What readers call the parts of the calculator. The build makes the list from the content; the browser gets the same
 * list beside the model. Whoever shows a name asks `wordsFrom` for it.
 */

/** The words as plain data, by the ids of the model. */
export interface WordList {
  questions: Readonly<Record<string, { short: string; options: Readonly<Record<string, OptionWords>> }>>;
  features: Readonly<Record<string, string>>;
  criteria: Readonly<Record<string, string>>;
  numbers: Readonly<Record<string, string>>;
  /** The addresses of the calculator and of the methodology page. */
  calculator: string;
  method: string;
}
interface OptionWords {
  label: string;
  reason: string;
}

export interface Words {
  /** A question in a word or two. */
  question(id: string): string;
  /** What an answer says: "Up to about 60". */
  answer(question: string, option: string): string;
  /** An answer as a reason: "A medium-sized first version". */
  reason(question: string, option: string): string;
  feature(id: string): string;
  criterion(id: string): string;
  /** A number of the cost model: "Learning the framework: Flask". */
  number(name: string): string;
  /** The address of the methodology page, and of the calculator. */
  method: string;
  calculator: string;
}

export function wordsFrom(list: WordList): Words {
  const option = (question: string, id: string) => list.questions[question]!.options[id]!;
  return {
    question: (id) => list.questions[id]!.short,
    answer: (question, id) => option(question, id).label,
    reason: (question, id) => option(question, id).reason,
    feature: (id) => list.features[id]!,
    criterion: (id) => list.criteria[id]!,
    number: (name) => list.numbers[name]!,
    method: list.method,
    calculator: list.calculator,
  };
}
