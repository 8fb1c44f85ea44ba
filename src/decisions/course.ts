/** Where a team stood, where it went, and where it was when last seen. Pure. */
import type { Framework, Move, outcomes } from '../vocabulary.ts';

/** A place in a team's course. `neither` is a fresh start before the decision, and a third way after it. */
export type Place = Framework | 'both' | 'neither';

export interface Decided {
  move: Move;
  /** Only for those who run both or took neither. */
  from?: Place | undefined;
  outcome: { state: keyof typeof outcomes; to?: Framework | undefined };
}

export interface Course {
  before: Place;
  chosen: Place;
  /** Nothing where nobody could tell what became of it. */
  seen: Place | undefined;
}

const ends: Record<Exclude<Move, 'both' | 'neither'>, [before: Place, chosen: Framework]> = {
  'chose-flask': ['neither', 'flask'],
  'chose-django': ['neither', 'django'],
  'flask-to-django': ['flask', 'django'],
  'django-to-flask': ['django', 'flask'],
  'stayed-flask': ['flask', 'flask'],
  'stayed-django': ['django', 'django'],
};

/** The course of a decision, from its move and its outcome. */
export function courseOf({ move, from = 'neither', outcome }: Decided): Course {
  const [before, chosen] = move === 'both' || move === 'neither' ? [from, move] : ends[move];
  return { before, chosen, seen: seenAt(chosen, outcome) };
}

function seenAt(chosen: Place, { state, to }: Decided['outcome']): Place | undefined {
  switch (state) {
    case 'held':
      return chosen;
    case 'reversed':
      return to ?? (chosen === 'flask' ? 'django' : 'flask');
    case 'given-up':
      return 'neither';
    case 'not-known':
      return undefined;
  }
}
