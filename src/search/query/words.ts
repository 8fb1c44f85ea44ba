/** Cuts texts and queries into words, the same way on both sides. Pure. */

/** Words that say nothing about what is sought. */
const stopWords = new Set(
  `a about again all also am an and another any are as at be been being but by can come comes could did do does
    doing done each every explain for from get gets getting give go goes going good got had has have having he help
    her here his how i if in into is it its just let like look looks lot make many may me mean means might more most
    much must my need needed needs no of off on one only or other our out over please really s same say says shall
    she should so some such t take tell than that the their them then there these they thing things think this those
    to too try up us usage use used using very via want wants was way we well were what when where whether which
    while who why will with without work works would yet you your`.split(/\s+/),
);

export const isStopWord = (word: string): boolean => stopWords.has(word);

/** What nearly every question here is about, and what readers do with it, by the starts of the words. */
const commonplaces = new Set(
  `add app application build built case change choice code company create different develop development django example
  feature find flask framework happen idea job keep know made new old part people product project python question run
  set setup site software start system team time tool type web website write`
    .split(/\s+/)
    .map(stem),
);

/** Whether a word, in any of its forms, says little about what is sought. */
export const isCommonplace = (word: string): boolean => commonplaces.has(stem(word));

/** The words of a text, in lower case and without accents. What hyphens and points join becomes one word. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#.'’_-]+/u)
    .flatMap((token) => {
      const parts = token
        .replace(/['’](s|re|t)?\b/g, '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      return parts.length > 1 ? [parts.join(''), ...parts] : parts;
    });
}

/** The start that the forms of a word share. Cuts no more than Pagefind's own stemmer does. */
export function stem(word: string): string {
  const ending = /(?:ies|ing|ed|es|s|y|e)$/.exec(word)?.[0] ?? '';
  const start = word.slice(0, word.length - ending.length);
  if (start.length < 3) return word;
  return /^(?:ing|ed)$/.test(ending) ? start.replace(/(?<=..)([bdfgmnprt])\1$/, '$1') : start;
}
