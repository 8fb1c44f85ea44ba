/** What the words of the site tell about a word that somebody types. Pure. */
import { isStopWord, stem } from './words.ts';

export interface Vocabulary {
  /** Whether the site has the very word. */
  has(word: string): boolean;
  /** Whether the very word stands in what is shown or indexed. */
  isWord(word: string): boolean;
  /** Whether the index has the word, in any of its forms or as the beginning of one. */
  isIndexed(word: string): boolean;
  /**
   * `word` where the site has the word or a form of it, `start` where it only has longer words that begin like it.
   * Nothing where no word does.
   */
  match(word: string): 'word' | 'start' | undefined;
  /** The first word of the site that begins so. */
  completed(start: string): string | undefined;
  /**
   * The nearest word of the site, where one is near enough.
   * @param begun whether the word may be the beginning of one
   */
  nearest(word: string, begun: boolean): string | undefined;
}

/**
 * @param words the words of the index, each as often as it occurs
 * @param others what the site knows beside them, words or stems: known, and so never repaired, but not offered
 */
export function vocabularyOf(words: Iterable<string>, others: Iterable<string> = []): Vocabulary {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.keys()].sort();
  const stems = new Set(sorted.map(stem));
  const known = new Set([...others].flatMap((word) => [word, stem(word)]));
  function indexed(word: string): 'word' | 'start' | undefined {
    if (counts.has(word) || stems.has(stem(word))) return 'word';
    let found: 'start' | undefined;
    for (let at = positionOf(sorted, word); sorted[at]?.startsWith(word); at += 1) {
      // One that is all but complete is being typed, or has lost its last letter.
      if (word.length > 4 && sorted[at]!.length - word.length <= 2) return 'word';
      found = 'start';
    }
    return found;
  }
  return {
    has: (word) => counts.has(word) || known.has(word) || known.has(stem(word)),
    isWord: (word) => counts.has(word),
    isIndexed: (word) => indexed(word) !== undefined,
    match: (word) => (known.has(word) || known.has(stem(word)) ? 'word' : indexed(word)),
    completed(start) {
      const word = sorted[positionOf(sorted, start)];
      return word?.startsWith(start) ? word : undefined;
    },
    nearest(word, begun) {
      const most = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
      if (most === 0) return undefined;
      let best: { candidate: string; rank: number[] } | undefined;
      for (const candidate of sorted) {
        const longer = candidate.length - word.length;
        if (longer < -most || (!begun && longer > most) || isStopWord(candidate)) continue;
        // Hardly anyone mistypes the first letter, but two at the start may change places.
        const swapped = candidate[0] === word[1] && candidate[1] === word[0];
        if (candidate[0] !== word[0] && !swapped) continue;
        const whole = editsBetween(word, candidate, most, false);
        const edits = whole > most && begun ? editsBetween(word, candidate, most, true) + 0.5 : whole;
        if (edits > most + (begun ? 0.5 : 0)) continue;
        const rank = [edits, -counts.get(candidate)!];
        if (!best || isBefore(rank, best.rank)) best = { candidate, rank };
      }
      return best?.candidate;
    },
  };
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && a[at]! < b[at]!;
}

/** Where a word stands, or would stand, in a sorted list. */
function positionOf(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many letters to add, drop, change or swap with their neighbour; more than `most` is as good as any.
 * @param begun whether `b` may go on behind
 */
function editsBetween(a: string, b: string, most: number, begun: boolean): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let edits = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, before[column - 2]! + 1);
      }
      line.push(edits);
    }
    if (Math.min(...line) > most) return most + 1;
    before = above;
    above = line;
  }
  return begun ? Math.min(...above) : above[b.length]!;
}
