/** Cuts texts and queries into words, the same way on both sides. Pure. */
import { stemmer } from 'stemmer';

/** Words that say nothing about what is sought. */
const stopWords = new Set(
  `a about again all also am an and another any are as at be been being but by can cant come comes could couldnt describe did
    didnt do does doesnt doing done dont each eg etc ever every explain for from get gets getting give go goes going
    good got had has have havent having he hello help her here hi his how i ie if im in instead into is isnt it its ive
    just let like look looks lot make many may me mean means might more most much must my need needed needs no of off
    oh on one only or other our out over please really s same say says shall she should so some such t take tell than
    thanks that the their them then there these they thing things think this those to too try trying up us usage use
    used using very via vs versus want wants was wasnt way we well were what when where whether which while who why
    will with without wont work works would yet you your`.split(/\s+/),
);

/** Whether a word says nothing about what is sought. A single letter or digit never does. */
export const isStopWord = (word: string): boolean => stopWords.has(word) || /^[a-z\d]$/.test(word);

/** What nearly every question here is about, and what readers do with it. */
const commonplaces = new Set(
  `add app application build built easy easier easiest simple simplest simpler quick quickest case change choice code company create different develop development example
  feature find framework happen idea keep know made new old part people project python question run
  set setup site software start system team time tool type web website write`
    .split(/\s+/)
    .map(stem),
);

/** Whether a word, in any of its forms, says little about what is sought. */
export const isCommonplace = (word: string): boolean => commonplaces.has(stem(word));

/** The frameworks between which the guide helps to choose. Nearly every question names them. */
export const isName = (word: string): boolean => word === 'flask' || word === 'django';

/** A text with its contractions written out: what is denied must not get lost. */
export const expanded = (text: string): string =>
  text
    .replace(/\b(?:can|won|shan)['’]?t\b/gi, 'not')
    .replace(/n['’]t\b/gi, ' not')
    .replace(/\b(do|does|did|is|are|was|has|have|should|would|could)nt\b/gi, '$1 not')
    .replace(/['’](?:s|re|t|ve|ll|d|m)\b/gi, '');

/** The words of a text, in lower case and without accents. What hyphens and points join becomes one word. */
export function wordsOf(text: string): string[] {
  return expanded(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .split(/[^\p{L}\p{N}+#.'’_-]+/u)
    .flatMap((token) => {
      const parts = token
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .map(withoutVersion);
      return parts.length > 1 ? [parts.join(''), ...parts] : parts;
    });
}

/** A name without the version that grew on to it, as in sqlite3, jinja2 and oauth2. */
const withoutVersion = (word: string): string => word.replace(/^(\p{L}{4,})\d$/u, '$1');

/** What the forms of a word share, as the Porter stemmer has it. */
export function stem(word: string): string {
  return word.length < 3 ? word : stemmer(word);
}
