/**
 * Writes text whose vocabulary grows as that of real text does, from a seed. Each next word is either one that the text
 * does not have yet, or one drawn from what is already there, so that frequent words stay frequent (Simon's model).
 * How often a new word comes follows Heaps' law: a text of n words has about n to the power of 0.45 different ones,
 * the exponent that we measured on the questions of this guide (1,077 of 4,638 words, 1,458 of 9,100).
 */
import { seeded } from '../../src/calculator/random.ts';

const heaps = 0.45;

/** The words of running text, in lower case; no code, no addresses, no markup. */
export function proseWords(text: string): string[] {
  const prose = text
    .replace(/```.*?```/gs, ' ')
    .replace(/`[^`]*`|<[^>]*>|https?:\S+/g, ' ')
    .toLowerCase();
  return prose.match(/(?<![\w@/.-])[a-z]{2,20}(?![\w@/-]|\.\w)/g) ?? [];
}

export interface Writer {
  random(): number;
  /** One of a list. */
  oneOf<Item>(items: readonly Item[]): Item;
  /** Some of a list, each once, in its order. */
  someOf<Item>(items: readonly Item[], count: number): Item[];
  /** The next word of the text. */
  word(): string;
  /** A word that says something: a long one. */
  subject(): string;
}

/**
 * @param written the words of the text so far, as often as they occur
 * @param further words of the language that it may still come to
 */
export function writerFrom(seed: number, written: readonly string[], further: readonly string[]): Writer {
  const random = seeded(seed);
  const text = [...written];
  const known = new Set(written);
  const waiting = [...new Set(further)].filter((word) => !known.has(word)).reverse();
  const scale = known.size / text.length ** heaps;
  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;

  function word(): string {
    const due = scale * (text.length + 1) ** heaps > known.size;
    const next = due ? newWord() : oneOf(text);
    known.add(next);
    text.push(next);
    return next;
  }

  /** Real words first; then two of them in one, as names in code are. */
  function newWord(): string {
    return waiting.pop() ?? oneOf(text) + oneOf(text);
  }

  return {
    random,
    oneOf,
    someOf(items, count) {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, items.length)) chosen.add(Math.floor(random() * items.length));
      return [...chosen].sort((a, b) => a - b).map((index) => items[index]!);
    },
    word,
    subject() {
      for (;;) {
        const next = word();
        if (next.length >= 5) return next;
      }
    },
  };
}
