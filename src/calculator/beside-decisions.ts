/** The calculator beside real decisions: what it says of a team's situation, and what the team did. Pure. */
import { estimate, prepare, verdictOf } from './evaluate.ts';
import type { Alternative, Model } from './model.ts';
import type { Samples } from './uncertainty.ts';
import { fromVersion1 } from './version-1.ts';
import { verdictName, type VerdictName } from './verdict-words.ts';

/** What a reader who saw only a situation told of it: answers to the first version's questions, and further facts. */
export interface BlindAnswers {
  choices: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, string | undefined>>;
}

/** Questions are named as addresses are, facts as fields are. */
const questionOf = (fact: string) => fact.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** The same as answers to the questions of this version; what was asked as a fact of its own counts before the rest. */
export function choicesOf({ choices, facts }: BlindAnswers): Record<string, string> {
  const told = Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined);
  return {
    ...fromVersion1(choices).choices,
    ...Object.fromEntries(told.map(([fact, answer]) => [questionOf(fact), answer])),
  };
}

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
