/** Where the verdict would stand with one other answer: what flips it, and how firm it is. */
import { featuresOf, isAsked, type Answers } from './answers.ts';
import { estimate, verdictOf, type Estimate } from './evaluate.ts';
import type { PerAlternative } from './model.ts';
import type { Samples } from './uncertainty.ts';

export interface Standing {
  /** The question or the feature that is changed. */
  of: string;
  kind: 'question' | 'feature';
  /** The option; of a feature, `add` to the first release or `drop` from it. */
  to: string;
  /** How many options away from the answer; 1 where there is none. */
  steps: number;
  /** In how many of 100 variations each would come first. Not rounded. */
  shares: PerAlternative<number>;
}

/**
 * Every single change, one after the other: each takes as long as a verdict, so that whoever asks can pause between
 * them. Wishes are left out, questions that are not asked, and features while nobody has touched the list.
 */
export function* standings(of: Estimate, samples: Samples): Generator<Standing> {
  const { model, answers } = of;
  const sharesOf = (changed: Answers) => {
    const { flask, django, both } = verdictOf(estimate(of, changed), samples).shares;
    return { flask: flask * 100, django: django * 100, both: both * 100 };
  };
  for (const question of model.questions.filter((one) => !one.preference && isAsked(one, answers))) {
    const now = answers.choices[question.id];
    const place = question.options.findIndex(({ id }) => id === now);
    for (const [at, { id }] of question.options.entries()) {
      if (id === now) continue;
      const shares = sharesOf({ ...answers, choices: { ...answers.choices, [question.id]: id } });
      yield { of: question.id, kind: 'question', to: id, steps: place < 0 ? 1 : Math.abs(at - place), shares };
    }
  }
  if (!answers.first) return;
  const { first, later } = featuresOf(answers);
  for (const { id } of model.features) {
    const dropped = first.includes(id);
    const shares = sharesOf({
      ...answers,
      first: dropped ? first.filter((other) => other !== id) : [...first, id],
      later: later.filter((other) => other !== id),
    });
    yield { of: id, kind: 'feature', to: dropped ? 'drop' : 'add', steps: 1, shares };
  }
}
