/** Puts hits into the groups that readers see. Pure. */
import type { Hit, Kind } from '../query/answer.ts';

/** Where each kind of hit is shown. */
const groupOf: Record<Kind, string> = {
  section: 'Guide',
  page: 'Guide',
  question: 'Questions',
  'use-case': 'Use cases',
  term: 'Terms and comparison',
  capability: 'Terms and comparison',
};

/** Hits under one name. */
export interface Group {
  name: string;
  hits: Hit[];
}

/** The hits by group, best first inside each; the group with the best hit comes first. */
export function grouped(hits: readonly Hit[]): Group[] {
  const groups: Group[] = [];
  for (const hit of hits) {
    const name = groupOf[hit.kind];
    const group = groups.find((other) => other.name === name);
    if (group) group.hits.push(hit);
    else groups.push({ name, hits: [hit] });
  }
  return groups;
}

/** A number with its noun, as in "1 result" and "2 results". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
