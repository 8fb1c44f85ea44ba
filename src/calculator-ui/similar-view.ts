/** What real teams decided whose answers are nearest to the reader's. */
import { comparedInWords, similarTeams, type AnswerWords, type Comparable } from '../decisions/similar.ts';
import { h, type Branch, type Tree } from './tree.ts';

/** A decision as `/calculator/teams.json` has it. */
export interface Team extends Comparable {
  title: string;
  /** What the team did: "Chose Flask". */
  move: string;
  why: string;
  /** What became of it: "Held". */
  outcome: string;
  /** The decision in the guide. */
  address: string;
}

/** The three nearest; nothing where none is near. */
export function similarView(
  choices: Readonly<Record<string, string>>,
  teams: readonly Team[],
  words: AnswerWords,
): Tree[] {
  return similarTeams(choices, teams).map((found): Branch => {
    const { team } = found;
    return h(
      'article',
      { class: 'team' },
      h('h3', {}, h('a', { href: team.address }, team.title)),
      h('p', {}, h('b', {}, team.move), ` · ${team.outcome}`),
      h('p', {}, team.why),
      h('p', { class: 'meta' }, comparedInWords(found, words)),
    );
  });
}
