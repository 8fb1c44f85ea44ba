/** Cuts the part of a text in which most words of a query stand. Pure. */
import { highlighted, type Run } from './highlight.ts';

/**
 * The part with most of the words, in runs; nothing where the text has none of them.
 * @param length how many words to show
 */
export function excerptOf(text: string, query: string, length = 26): Run[] {
  const words = text.split(/\s+/).map((word) => highlighted(word, query));
  const hits = words.flatMap((runs, at) => (runs.some(({ hit }) => hit) ? [at] : []));
  if (hits.length === 0) return [];
  // Counts a repeated word once: two words of the query side by side tell more than one of them twice.
  const inside = (start: number) =>
    new Set(hits.filter((at) => at >= start && at < start + length).flatMap((at) => hitsIn(words[at]!))).size;
  const best = hits.reduce((first, at) => (inside(at) > inside(first) ? at : first));
  // A few words in front of the first match say what it is about, and leave it in sight on a narrow screen.
  const start = Math.max(0, Math.min(best - 3, words.length - Math.ceil(length / 2)));
  const end = Math.min(start + length, words.length);
  const shown = words.slice(start, end).flatMap((runs, at) => (at > 0 ? [{ text: ' ', hit: false }, ...runs] : runs));
  return joined([
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(end < words.length ? [{ text: ' …', hit: false }] : []),
  ]);
}

const hitsIn = (runs: readonly Run[]): string[] =>
  runs.filter(({ hit }) => hit).map(({ text }) => text.slice(0, 4).toLowerCase());

/** Runs of the same kind become one. */
function joined(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const { text, hit } of runs) {
    const last = made.at(-1);
    if (last && last.hit === hit) last.text += text;
    else made.push({ text, hit });
  }
  return made;
}
