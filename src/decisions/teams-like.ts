/** The decisions whose situation is known, and those of them that stood where a use case stands. */
import { choicesOf } from '../calculator/beside-decisions.ts';
import { calculator, decisions, type Decision, type UseCase } from '../entries/queries.ts';
import { comparedInWords, similarTeams, type AnswerWords, type Comparable } from './similar.ts';

/** A decision with what is known of its situation, as answers to the calculator's questions. */
export interface ComparedDecision extends Comparable {
  decision: Decision;
}

export const comparableDecisions: ComparedDecision[] = decisions.flatMap((decision) => {
  const { id, data } = decision;
  return data.mapped ? [{ id, decision, date: data.date, answers: choicesOf(data.mapped) }] : [];
});

/** Above the decisions that were found for a use case. */
export const similarHeading = 'What teams in a similar situation decided';

/** How they were found. */
export const similarMethod =
  'Found by the calculator’s questions: of each, at least three answers are shared with this case. What a team decided proves nothing for another.';

const questions = new Map(calculator.questions.map(({ id, data }) => [id, data]));
const words: AnswerWords = {
  question: (id) => questions.get(id)!.short,
  reason: (id, option) => questions.get(id)!.options.find((each) => each.id === option)!.short,
};

/** Up to three decisions like a use case, the nearest first, each with how its answers compare in a sentence. */
export const teamsLike = ({ data }: UseCase): { decision: Decision; compared: string }[] =>
  similarTeams(data.calculator.choices, comparableDecisions).map((found) => ({
    decision: found.team.decision,
    compared: comparedInWords(found, words),
  }));
