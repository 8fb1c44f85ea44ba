/** Finds topics whose names are like a word that the site does not know. Pure. */
import { isStopWord, wordsOf } from './words.ts';

/** How much of two words must be the same, from 0 to 1. */
const alike = 0.5;

/** The topics with a word that is like one of the query, the most alike first. */
export function suggestTopics<Topic extends { label: string }>(query: string, topics: readonly Topic[]): Topic[] {
  const sought = meaningful(query);
  return topics
    .map((topic) => ({
      topic,
      likeness: Math.max(0, ...meaningful(topic.label).flatMap((word) => sought.map((other) => likeness(word, other)))),
    }))
    .filter(({ likeness }) => likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ topic }) => topic);
}

const meaningful = (text: string) => wordsOf(text.slice(0, 200)).filter((word) => word.length > 3 && !isStopWord(word));

/** The share of pairs of letters that two words have in common. */
function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}

const pairsOf = (word: string) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
