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

/** So many of the best stand first, whatever they are: what answers best must not wait for the rest of another group. */
const mostBest = 3;

/** The best hits, and the others by kind, best first inside each; the group with the best of them comes first. */
export function grouped(hits: readonly Hit[]): Group[] {
  if (hits.length === 0) return [];
  const groups: Group[] = [{ name: 'Best matches', hits: hits.slice(0, mostBest) }];
  for (const hit of hits.slice(mostBest)) {
    const name = groupOf[hit.kind];
    const group = groups.find((other) => other.name === name);
    if (group) group.hits.push(hit);
    else groups.push({ name, hits: [hit] });
  }
  return groups;
}

/** A number with its noun, as in "1 result" and "2 results". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
