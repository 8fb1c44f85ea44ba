/** The decisions of teams that stood where somebody stands now: compared by the answers that both gave. Pure. */
import { insideSentence } from '../formats.ts';

/** Question to answer, as far as it is known. */
export type GivenAnswers = Readonly<Record<string, string>>;

/** A decision as far as it can be compared. */
export interface Comparable {
  id: string;
  /** When it was decided, `YYYY` or longer; absent where the record shows no date. */
  date?: string | undefined;
  answers: GivenAnswers;
}

export interface Similar<Team extends Comparable> {
  team: Team;
  /** The questions that both answered alike, and those that they answered differently. */
  alike: string[];
  differing: string[];
  /** From 0, which nothing reaches, to 1; see `distanceOf`. */
  distance: number;
}

/** Two answers in common are chance; with three there is something to compare. */
export const fewestShared = 3;

/**
 * How far two sets of answers lie apart: the share of differing answers among the shared ones, as Laplace's rule of
 * succession estimates it, (differing + 1) / (shared + 2). So five answers of five alike are nearer than three of three.
 */
const distanceOf = (differing: number, shared: number): number => (differing + 1) / (shared + 2);

/**
 * The teams nearest to these answers, nearest first; of two equally near ones the later decision. A team that shares
 * fewer than three answers, or differs in more than it is alike, is not similar and is left out.
 * @param most at most so many
 */
export function similarTeams<Team extends Comparable>(
  given: GivenAnswers,
  teams: readonly Team[],
  most = 3,
): Similar<Team>[] {
  return teams
    .map((team) => compare(given, team))
    .filter(
      ({ alike, differing }) => alike.length + differing.length >= fewestShared && alike.length > differing.length,
    )
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        (b.team.date ?? '').localeCompare(a.team.date ?? '') ||
        a.team.id.localeCompare(b.team.id),
    )
    .slice(0, most);
}

function compare<Team extends Comparable>(given: GivenAnswers, team: Team): Similar<Team> {
  const shared = Object.keys(team.answers).filter((question) => given[question] !== undefined);
  const alike = shared.filter((question) => given[question] === team.answers[question]);
  const differing = shared.filter((question) => given[question] !== team.answers[question]);
  return { team, alike, differing, distance: distanceOf(differing.length, shared.length) };
}

/** What readers call the questions and answers that are compared. */
export interface AnswerWords {
  /** A question in a word or two. */
  question(id: string): string;
  /** An answer as something that a situation has: "A medium-sized first release". */
  reason(question: string, option: string): string;
}

/** How many answers are shared, which are the same, and what is different where the team stood. */
export function comparedInWords<Team extends Comparable>(
  { team, alike, differing }: Pick<Similar<Team>, 'team' | 'alike' | 'differing'>,
  words: AnswerWords,
): string {
  const same = alike.map((id) => insideSentence(words.question(id))).join(', ');
  const other = differing.map((id) => insideSentence(words.reason(id, team.answers[id]!))).join(', ');
  const count = differing.length === 0 ? 'all' : alike.length;
  return `${alike.length + differing.length} answers are shared, ${count} are the same: ${same}.${other && ` Different there: ${other}.`}`;
}
