/** How surely each entry treats a word, as far as the guide itself tells: its title, names, answer and ways of asking. Pure. */
import { stem } from './words.ts';

/** What the guide has of an entry, as stems. */
export interface Treated {
  /** Its title, and what else it is called. */
  name: readonly string[];
  answer: readonly string[];
  /** Each way in which people ask for it, its title and names among them. */
  ways: readonly (readonly string[])[];
}

/** How surely an entry treats a word of its answer or its text; one of its name counts 1. */
export const inText = 0.6;
/** How much a word counts that stands in a way of asking only. */
const inWay = 0.6;
/** In so many more ways of asking, a word counts like one of the name. */
const oftenAsked = 5;

export interface Postings {
  /** How surely each entry treats a word, from 0 to 1, by its place; also where the word is only the beginning of one. */
  of(word: string): ReadonlyMap<number, number>;
}

/** @param entries in their order */
export function postingsOf(entries: readonly Treated[]): Postings {
  const byStem = new Map<string, Map<number, number>>();
  const add = (one: string, place: number, strength: number) => {
    const places = byStem.get(one) ?? new Map<number, number>();
    byStem.set(one, places.set(place, Math.max(places.get(place) ?? 0, strength)));
  };
  entries.forEach(({ name, answer, ways }, place) => {
    const counts = new Map<string, number>();
    for (const one of ways.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
    for (const [one, count] of counts) add(one, place, inWay + (1 - inWay) * Math.min(1, (count - 1) / oftenAsked));
    for (const one of answer) add(one, place, inText);
    for (const one of name) add(one, place, 1);
  });
  return {
    of(word) {
      const exact = byStem.get(stem(word));
      if (exact) return exact;
      const found = new Map<number, number>();
      for (const [one, places] of byStem) {
        if (!one.startsWith(word)) continue;
        for (const [place, strength] of places) found.set(place, Math.max(found.get(place) ?? 0, strength));
      }
      return found;
    },
  };
}
