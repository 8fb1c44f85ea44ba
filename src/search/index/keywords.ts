/** Chooses the words of a text that are worth a place in the index, by TF-IDF. Pure. */
import { isStopWord, wordsOf } from '../query/words.ts';

/** An entry's text, and what is indexed of the entry anyway. */
export interface Text {
  text: string;
  indexed: string;
}

/**
 * The words that tell each entry from the others: often in its text, seldom in the rest, and not indexed anyway.
 * @param most how many words of an entry
 */
export function keywordsOf(texts: readonly Text[], most: number): string[][] {
  const counts = texts.map(({ text }) => countsOf(wordsOf(text)));
  const entries = countsOf(counts.flatMap((words) => [...words.keys()]));
  const weight = (word: string, count: number) => (1 + Math.log(count)) * Math.log(texts.length / entries.get(word)!);
  return texts.map(({ indexed }, at) => {
    const known = new Set(wordsOf(indexed));
    return (
      [...counts[at]!]
        // A word that stands in one entry only, and there once, was said in passing.
        .filter(([word, count]) => count > 1 || entries.get(word)! > 1)
        .filter(([word]) => word.length > 2 && !/^\d/.test(word) && !known.has(word) && !isStopWord(word))
        .map(([word, count]) => ({ word, weight: weight(word, count) }))
        .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
        .slice(0, most)
        .map(({ word }) => word)
    );
  });
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
