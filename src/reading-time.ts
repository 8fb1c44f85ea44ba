/** Words that a reader gets through in a minute, a common figure for adults who read silently in English. */
const wordsPerMinute = 230;

/** How many minutes the texts take, from 1, code and components left out. */
export function readingMinutes(texts: readonly string[]): number {
  const words =
    texts
      .join(' ')
      .replace(/<[^>]*>/g, ' ')
      .match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
  return Math.max(1, Math.round(words.length / wordsPerMinute));
}
