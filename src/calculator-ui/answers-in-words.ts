/** Every question with its answer as readers see it; an open one says so. */
import { featuresOf, isAsked, type Answers } from '../calculator/answers.ts';
import type { Model } from '../calculator/model.ts';
import type { Words } from './words.ts';

export interface AnswerInWords {
  question: string;
  answer: string;
  answered: boolean;
}

export function answersInWords(model: Model, answers: Answers, words: Words): AnswerInWords[] {
  const { first, later } = featuresOf(answers);
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.map((id) => words.feature(id)).join(', '));
  const touched = answers.first !== undefined;
  return [
    ...model.questions
      .filter((question) => isAsked(question, answers))
      .map(({ id }) => {
        const chosen = answers.choices[id];
        return chosen === undefined
          ? { question: words.question(id), answer: 'not answered', answered: false }
          : { question: words.question(id), answer: words.answer(id, chosen), answered: true };
      }),
    { question: 'First release', answer: touched ? list(first) : 'not answered', answered: touched },
    ...(later.length > 0 ? [{ question: 'A year later', answer: list(later), answered: true }] : []),
  ];
}
