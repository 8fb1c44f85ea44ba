/**
 * Compares a question with the ways in which others asked for an entry: its title, its other names and what people
 * type. Words alone say little of a question; two that share most of what they say ask the same. Pure.
 */
import { isStopWord, stem, wordsOf } from './words.ts';

/** What a question says: the stems of its words, and which way a move goes. */
export function meaningOf(text: string): string[] {
  const words = wordsOf(text);
  const stems = words.filter((word) => !isStopWord(word)).map(stem);
  return [...new Set([...stems, ...movesIn(words), ...markersIn(text, words)])];
}

/** What a question asks beside its words. */
const markers = { both: '&', release: '#', meaning: '?' };
/** Whether something that a question says is no word but a marker or the direction of a move. */
export const isMarker = (one: string): boolean => /[>&#?]/.test(one);

/** "Flask with Django" asks for both in one system, "Flask 3" for a release, "what is Flask" for what a thing is. */
function markersIn(text: string, words: readonly string[]): string[] {
  const both = together.test(text) && !words.some((word) => comparing.test(word));
  const release = words.some((word, at) => released.has(word) && /^\d{1,3}$/.test(words[at + 1] ?? ''));
  return [
    ...(both ? [markers.both] : []),
    ...(release ? [markers.release] : []),
    ...(meaning.test(text.trim()) ? [markers.meaning] : []),
  ];
}

const together =
  /\b(flask|django)(?: ?[+&] ?| (?:with|inside|within|alongside|beside|next to|together with)(?: an?| the| my)? )(?!\1)(?:flask|django)\b/i;
const comparing = /^(?:compar|versus|vs|replac|better|differ)/;
const released = new Set(['flask', 'django', 'python', 'werkzeug', 'sqlalchemy']);
const meaning =
  /^(?:what(?:['’]s| is| are)|¿?qu[eé] es|qu['’]est-ce que|was ist|o que [eé]) (?:an? |the |un |une |ein |eine |um )?\S+(?: \S+)?\s*\?*$/i;

const frameworks = new Set(['flask', 'django', 'fastapi', 'quart', 'wordpress', 'laravel', 'rails', 'bottle']);
const moving = new Set(
  'abandon chang convert ditch drop leav migrat move port rebuild rebuilt redo refactor remak replac restart rewrit rewritten switch transit'.split(
    ' ',
  ),
);

/**
 * A move from one framework to another, as in `flask>` and `>django`: the same words ask for the way back. Without
 * "from" or "to" before them, the first one is left and the second one wanted.
 */
function movesIn(words: readonly string[]): string[] {
  const named = words.flatMap((word, at) => (frameworks.has(word) ? [{ word, before: words[at - 1] ?? '' }] : []));
  const isMove = words.some((word) => moving.has(stem(word)));
  const left = named.find(({ before }) => before === 'from');
  const wanted = named.findLast(({ before }) => /^(?:to|into|in|with|towards)$/.test(before));
  if (!isMove && !(wanted?.before === 'to' && named.length > 1)) return [];
  const from = left ?? (wanted ? named.find((other) => other !== wanted) : named.length > 1 ? named[0] : undefined);
  const to = wanted ?? (named.length > 1 ? named.find((other) => other !== from) : undefined);
  return [...(from ? [`${from.word}>`] : []), ...(to && to !== from ? [`>${to.word}`] : [])];
}

/** A way of asking of the entry at a place. */
export interface Way {
  place: number;
  stems: readonly string[];
}

/** How alike a question is to ways of asking for each entry, from 0 to 1, by the place of the entry. */
export interface Likenesses {
  /** To the nearest way. */
  nearest: ReadonlyMap<number, number>;
  /** To several ways at once: what many ways share with the question is what the entry is about, and no chance. */
  several: ReadonlyMap<number, number>;
}

/** A way of asking that stands whole in the question is at least so like it. */
const standsWhole = 0.6;
/** How much a way of asking must say to win where it stands whole in a question. */
const leastWhole = 0.7;
/** How much it counts that a second way of asking is like the question too. */
const support = 0.25;
/** So many ways are several. */
const severalWays = 5;
/** What is less like says nothing. */
const leastLike = 0.2;

/**
 * Compares questions with ways of asking: likeness is the share of what both say of what either says.
 * @param weightOf how much a stem says
 * @returns for what a question says, each stem with how surely (from 0 to 1), and for how much of it nothing here knows
 */
export function likenessTo(
  ways: readonly Way[],
  weightOf: (stem: string) => number,
): (said: ReadonlyMap<string, number>, unknown: number) => Likenesses {
  const wholes = ways.map(({ stems }) => stems.reduce((sum, one) => sum + weightOf(one), 0));
  const byStem = new Map<string, number[]>();
  ways.forEach(({ stems }, at) =>
    stems.forEach((one) => (byStem.has(one) ? byStem.get(one)!.push(at) : byStem.set(one, [at]))),
  );
  return (said, unknown) => {
    const shared = new Map<number, { weight: number; surely: number }>();
    let sought = unknown;
    for (const [one, sureness] of said) {
      const weight = weightOf(one);
      if (sureness === 1) sought += weight;
      for (const at of byStem.get(one) ?? []) {
        const before = shared.get(at) ?? { weight: 0, surely: 0 };
        before.weight += weight * sureness;
        if (sureness === 1) before.surely += weight;
        shared.set(at, before);
      }
    }
    const best = new Map<number, number>();
    const others = new Map<number, number>();
    const all = new Map<number, number[]>();
    for (const [at, { weight, surely }] of shared) {
      const whole = wholes[at]!;
      const alike = (2 * weight) / (whole + Math.max(sought, weight));
      const isWhole = whole >= leastWhole && surely > whole - 0.001;
      const likeness = isWhole ? standsWhole + (1 - standsWhole) * alike : alike;
      const { place } = ways[at]!;
      if (all.has(place)) all.get(place)!.push(alike);
      else all.set(place, [alike]);
      if (likeness <= leastLike) continue;
      const before = best.get(place) ?? 0;
      best.set(place, Math.max(before, likeness));
      others.set(place, Math.max(others.get(place) ?? 0, Math.min(before, likeness)));
    }
    for (const [place, likeness] of best) best.set(place, likeness * (1 - support) + others.get(place)! * support);
    const several = new Map<number, number>();
    for (const [place, each] of all)
      if (each.length >= severalWays) several.set(place, each.sort((a, b) => b - a)[severalWays - 1]!);
    return { nearest: best, several };
  };
}
