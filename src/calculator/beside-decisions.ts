/** The calculator beside real decisions: what it says of a team's situation, and what the team did. Pure. */
import { estimate, prepare, verdictOf } from './evaluate.ts';
import type { Alternative, Model } from './model.ts';
import type { Samples } from './uncertainty.ts';
import { verdictName, type VerdictName } from './verdict-words.ts';

/** A decision as far as the calculator can be told of it. */
export interface Situation {
  id: string;
  /** Question to option, by a reader who saw the situation only. */
  choices: Readonly<Record<string, string>>;
  /** What the team chose; a team that took neither is not compared. */
  chosen: Alternative;
  /** What became of the decision. */
  outcome: string;
}

/** Whether the calculator chose what the team chose, something else, or could not tell. */
export const agreements = ['agrees', 'too-close', 'differs'] as const;
export type Agreement = (typeof agreements)[number];

export interface Compared extends Situation {
  verdict: VerdictName;
  agreement: Agreement;
}

/** So many questions must have an answer, or the calculator has nothing to go by. */
export const enoughAnswers = 2;

/** The decisions of which enough is known, each with the calculator's verdict. */
export function besideDecisions(model: Model, samples: Samples, situations: readonly Situation[]): Compared[] {
  const prepared = prepare(model, { choices: {} });
  return situations
    .filter(({ choices }) => Object.keys(choices).length >= enoughAnswers)
    .map((situation) => {
      const verdict = verdictOf(estimate(prepared, { choices: situation.choices }), samples);
      const agreement =
        verdict.strength === 'close' ? 'too-close' : verdict.best === situation.chosen ? 'agrees' : 'differs';
      return { ...situation, verdict: verdictName(verdict), agreement };
    });
}
