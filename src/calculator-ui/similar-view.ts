/** What real teams decided whose answers are nearest to the reader's. */
import { similarTeams, type Comparable } from '../decisions/similar.ts';
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
export function similarView(choices: Readonly<Record<string, string>>, teams: readonly Team[]): Tree[] {
  return similarTeams(choices, teams).map(({ team, alike, differing }): Branch => {
    const shared = alike.length + differing.length;
    return h(
      'article',
      { class: 'team' },
      h('h3', {}, h('a', { href: team.address }, team.title)),
      h('p', {}, h('b', {}, team.move), ` · ${team.outcome}`),
      h('p', {}, team.why),
      h('p', { class: 'meta' }, `Gave ${alike.length} of ${shared} answers as you did.`),
    );
  });
}
