/** The decisions of real teams with what is known of their situation, for the calculator to find those like the reader's. */
import { choicesOf } from '../../calculator/beside-decisions.ts';
import type { Team } from '../../calculator-ui/similar-view.ts';
import { decisions, nameOfDecision, pathOf } from '../../entries/queries.ts';
import { href } from '../../site.ts';
import { moves, outcomes } from '../../vocabulary.ts';

export const GET = () =>
  Response.json(
    decisions.flatMap((decision): Team[] => {
      const { id, data } = decision;
      if (!data.mapped) return [];
      return [
        {
          id,
          date: data.date,
          answers: choicesOf(data.mapped),
          title: nameOfDecision(decision),
          move: moves[data.move],
          why: data.why,
          outcome: outcomes[data.outcome.state],
          address: href(pathOf(decision)),
        },
      ];
    }),
  );
