/** Cuts the part of a text around the matches. Pure. */

export interface Run {
  text: string;
  hit: boolean;
}

/**
 * The part with most matches, in runs; nothing where no match lies in the text.
 * @param content the text of the record, whose words Pagefind counts
 * @param locations the positions of the words that match
 * @param from the first word that may be shown
 * @param length how many words to show
 */
export function excerptOf(content: string, locations: Iterable<number>, from: number, length = 24): Run[] {
  const words = content.split(/[^\S\uFEFF]+/).filter(Boolean);
  const hits = new Set([...locations].filter((at) => at >= from && at < words.length));
  if (hits.size === 0) return [];
  const ordered = [...hits].sort((a, b) => a - b);
  const inside = (start: number) => ordered.filter((at) => at >= start && at < start + length).length;
  const best = ordered.reduce((first, at) => (inside(at) > inside(first) ? at : first));
  // A few words in front of the first match say what it is about.
  const start = Math.max(from, Math.min(best - 5, words.length - length));
  const end = Math.min(start + length, words.length);
  const runs: Run[] = [];
  const add = (text: string, hit: boolean) => {
    const last = runs.at(-1);
    if (last && last.hit === hit) last.text += text;
    else runs.push({ text, hit });
  };
  if (start > from) add('… ', false);
  for (let at = start; at < end; at += 1) {
    if (at > start) add(' ', hits.has(at - 1) && hits.has(at));
    add(words[at]!, hits.has(at));
  }
  if (end < words.length) add(' …', false);
  return runs;
}
