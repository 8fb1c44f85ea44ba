/** Whether the calculator's numbers are whole, and whether it says what the content says that it says. */
import { estimate, prepare, verdictOf } from '../calculator/evaluate.ts';
import { modelFrom, type CalculatorContent } from '../calculator/from-content.ts';
import { modelProblems, type Model } from '../calculator/model.ts';
import { drawSamples, type Samples } from '../calculator/uncertainty.ts';
import { verdictName } from '../calculator/verdict-words.ts';
import type { Entry } from './rules.ts';

interface Answered {
  choices: Record<string, string>;
  first: string[];
  later: string[];
  verdict?: string;
}

export function calculatorProblems(entries: readonly Entry[]): string[] {
  const of = (collection: string) => entries.filter((entry) => entry.collection === collection);
  const parts = ['criteria', 'questions', 'features', 'assumptions'].map(
    (part) => [part, of(`calculator-${part}`)] as const,
  );
  if (parts.every(([, found]) => found.length === 0)) return [];
  const model = modelFrom(Object.fromEntries(parts) as unknown as CalculatorContent);
  const wrong = modelProblems(model).map((problem) => `content/calculator/${problem}`);
  if (wrong.length > 0) return wrong;

  const samples = drawSamples(model);
  return [
    ...of('use-cases').flatMap(({ file, data }) =>
      answerProblems(model, samples, `${file}: calculator`, data['calculator'] as Answered),
    ),
    ...['calculator-personas', 'calculator-trial'].flatMap((collection) =>
      of(collection).flatMap(({ file, data }) => answerProblems(model, samples, file, data as unknown as Answered)),
    ),
  ];
}

/** What is wrong with stated answers; the verdict is looked at once they are right. */
function answerProblems(
  model: Model,
  samples: Samples,
  where: string,
  { choices, first, later, verdict }: Answered,
): string[] {
  const feature = (field: string) => (id: string) =>
    model.features.some((known) => known.id === id) ? [] : [`${where}: ${field}: "${id}" is no feature`];
  const wrong = [
    ...Object.entries(choices).flatMap(([id, choice]) => {
      const question = model.questions.find((known) => known.id === id);
      if (!question) return [`${where}: choices: "${id}" is no question`];
      const options = question.options.map((option) => option.id);
      return options.includes(choice)
        ? []
        : [`${where}: choices: "${choice}" is no answer to ${id}; its answers are ${options.join(', ')}`];
    }),
    ...first.flatMap(feature('first')),
    ...later.flatMap(feature('later')),
    ...later.filter((id) => first.includes(id)).map((id) => `${where}: later: "${id}" is in the first release already`),
  ];
  if (wrong.length > 0 || verdict === undefined) return wrong;
  const answers = { choices, first, later };
  const found = verdictOf(estimate(prepare(model, answers), answers), samples);
  return verdictName(found) === verdict
    ? []
    : [
        `${where}: verdict: it is stated as "${verdict}", but the calculator says "${verdictName(found)}" ` +
          `(a gap of ${found.gap.toFixed(1)} points, first in ${Math.round(found.shares[found.best] * 100)} of 100 variations)`,
      ];
}
