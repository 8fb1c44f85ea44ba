/** The decisions of real teams with what is known of their situation, for the calculator to find those like the reader's. */
import type { Team } from '../../calculator-ui/similar-view.ts';
import { comparableDecisions } from '../../decisions/teams-like.ts';
import { nameOfDecision, pathOf } from '../../entries/queries.ts';
import { href } from '../../site.ts';
import { moves, outcomes } from '../../vocabulary.ts';

export const GET = () =>
  Response.json(
    comparableDecisions.map(({ decision, ...comparable }): Team => ({
      ...comparable,
      title: nameOfDecision(decision),
      move: moves[decision.data.move],
      why: decision.data.why,
      outcome: outcomes[decision.data.outcome.state],
      address: href(pathOf(decision)),
    })),
  );
