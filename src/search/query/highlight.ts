/** Finds the words of a query in a text, for highlighting. Pure: text in, runs of text out. */

import { stem } from './words.ts';

/** A run of text, and whether it answers to the query. */
export interface Run {
  text: string;
  hit: boolean;
}

const word = /[\p{L}\p{N}]+/gu;
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Cuts a text into runs so that each word which begins like a word of the query stands alone. */
export function highlighted(text: string, query: string): Run[] {
  const sought = [...folded(query).matchAll(word)].map(([found]) => found).filter((found) => found.length > 1);
  const stems = new Set(sought.map(stem));
  const isHit = (found: string) => stems.has(stem(found)) || sought.some((start) => found.startsWith(start));
  const runs: Run[] = [];
  const add = (piece: string, hit: boolean) => {
    const last = runs.at(-1);
    if (last && last.hit === hit) last.text += piece;
    else if (piece) runs.push({ text: piece, hit });
  };
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    add(text.slice(end, index), false);
    add(found, isHit(folded(found)));
    end = index + found.length;
  }
  add(text.slice(end), false);
  return runs;
}
