/** Whether the calculator's numbers are whole, and whether it says what the content says that it says. */
import { estimate, prepare, verdictOf } from '../../calculator/evaluate.ts';
import { modelFrom, type CalculatorContent } from '../../calculator/from-content.ts';
import { modelProblems, type Model } from '../../calculator/model.ts';
import { drawSamples, type Samples } from '../../calculator/uncertainty.ts';
import { hundredths, verdictName } from '../../calculator/verdict-words.ts';
import { inField, of, type Entry, type Problem } from '../entry.ts';

interface Answered {
  choices: Record<string, string>;
  first?: string[];
  later: string[];
  verdict?: string;
}

export function calculatorProblems(entries: readonly Entry[]): Problem[] {
  const parts = ['criteria', 'questions', 'features', 'assumptions'].map(
    (part) => [part, of(entries, `calculator-${part}`)] as const,
  );
  if (parts.every(([, found]) => found.length === 0)) return [];
  let model;
  try {
    model = modelFrom({ ...Object.fromEntries(parts), runs: of(entries, 'runs') } as unknown as CalculatorContent);
  } catch (error) {
    return [{ file: 'content/calculator/features', field: 'packages', reason: (error as Error).message }];
  }
  const wrong = modelProblems(model).map((reason) => ({ file: 'content/calculator', field: '', reason }));
  if (wrong.length > 0) return wrong;

  const samples = drawSamples(model);
  return [
    ...of(entries, 'use-cases').flatMap((entry) => answerProblems(model, samples, entry, ['calculator'])),
    ...of(entries, 'calculator-personas', 'calculator-trial').flatMap((entry) =>
      answerProblems(model, samples, entry, []),
    ),
  ];
}

/**
 * What is wrong with stated answers; the verdict is looked at once they are right.
 * @param above the fields above the answers
 */
function answerProblems(model: Model, samples: Samples, entry: Entry, above: string[]): Problem[] {
  const answered = above.reduce<unknown>((data, field) => (data as Record<string, unknown>)[field], entry.data);
  const { choices, first, later, verdict } = answered as Answered;
  const say = (field: string, reason: string) => inField(entry, [...above, field], reason);
  const feature = (field: string) => (id: string) =>
    model.features.some((known) => known.id === id) ? [] : [say(field, `"${id}" is no feature`)];
  const wrong = [
    ...Object.entries(choices).flatMap(([id, choice]) => {
      const question = model.questions.find((known) => known.id === id);
      if (!question) return [say('choices', `"${id}" is no question`)];
      const options = question.options.map((option) => option.id);
      return options.includes(choice)
        ? []
        : [say('choices', `"${choice}" is no answer to ${id}; its answers are ${options.join(', ')}`)];
    }),
    ...(first ?? []).flatMap(feature('first')),
    ...later.flatMap(feature('later')),
    ...later.filter((id) => first?.includes(id)).map((id) => say('later', `"${id}" is in the first release already`)),
  ];
  if (wrong.length > 0 || verdict === undefined) return wrong;
  const answers = { choices, ...(first && { first }), later };
  const found = verdictOf(estimate(prepare(model, answers), answers), samples);
  if (verdictName(found) === verdict) return [];
  return [
    say(
      'verdict',
      `it is stated as "${verdict}", but the calculator says "${verdictName(found)}" ` +
        `(first in ${hundredths(found.shares)[found.best]} of 100 variations)`,
    ),
  ];
}
