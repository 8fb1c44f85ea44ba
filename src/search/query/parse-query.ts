/**
 * Reads what somebody types against the words of the site. Pure. Pagefind alone wants every word, forgives no typo, and
 * answers to a word that it does not know with words that begin like it.
 */
import { isFramework } from './scope.ts';
import { synonymsOf, wordsOfReaders } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { expanded, isStopWord, stem, wordsOf } from './words.ts';

/** How to read a query. */
export interface Reading {
  /** Take the words as they were typed, without repair and without synonyms. */
  literal?: boolean;
  /** The reader is still typing: the last word may be the beginning of one. */
  typing?: boolean;
  /** The words come from another language: what is unknown is hardly a typo. */
  foreign?: boolean;
}

/** A query, parsed. */
export interface ParsedQuery {
  /** What is searched. */
  terms: Term[];
  /** What was searched in place of what was typed. */
  changes: { typed: string; used: string }[];
  /** Words that nothing on the site begins with. */
  ignored: string[];
  /** Whole words of the query with which only longer words of the site begin. */
  begun: string[];
}

/** A word of the query. */
export interface Term {
  word: string;
  /** What else finds it. */
  also: readonly string[];
  /** The word of the reader that it stands for. */
  typed: string;
}

/** More words than anyone asks with; what comes behind them is a text that was pasted. */
const mostTerms = 12;
const longestQuery = 1_000;
const longestWord = 40;

export function parseQuery(query: string, vocabulary: Vocabulary, reading: Reading = {}): ParsedQuery {
  const terms = new Map<string, Term>();
  const parsed: ParsedQuery = { terms: [], changes: [], ignored: [], begun: [] };
  const typedWords = wordsAsTyped(query.slice(0, longestQuery), vocabulary);
  const tokens = reading.literal
    ? typedWords.map((word) => ({ word }))
    : tokensOf(withoutDenials(typedWords), vocabulary);
  const last = reading.typing && !/[\s.,;:!?]$/.test(query) ? tokens.at(-1) : undefined;
  for (const token of meaningful(tokens).slice(0, mostTerms)) {
    const typed = token.apart ?? token.word;
    const unfinished = token === last;
    const term = reading.literal
      ? { word: typed, also: [], typed }
      : resolved(token, vocabulary, unfinished, reading.foreign);
    const match = matchOf(term.word, vocabulary);
    if (!match) {
      // A number that the site does not have is a year, a version or a quantity.
      if (!/^\d/.test(typed) && !parsed.ignored.includes(typed)) parsed.ignored.push(typed);
      continue;
    }
    if (terms.has(term.word)) continue;
    terms.set(term.word, term);
    if (term.word !== typed) parsed.changes.push({ typed, used: term.word });
    if (match === 'start' && synonymsOf(token.word).length === 0 && !unfinished) parsed.begun.push(typed);
  }
  return { ...parsed, terms: [...terms.values()] };
}

/** A word as it was typed. */
interface Token {
  word: string;
  /** The words with spaces between, where the site writes as one what the reader wrote as two. */
  apart?: string;
}

/** The words of a query. What a hyphen parts is one word where the site has it so. */
function wordsAsTyped(query: string, vocabulary: Vocabulary): string[] {
  return expanded(query)
    .split(/[\s/,;:()"“”]+/u)
    .map(wordsOf)
    .flatMap(([whole, ...parts]) =>
      whole === undefined ? [] : parts.length === 0 || vocabulary.match(whole) ? [whole] : parts,
    )
    .map((word) => word.slice(0, longestWord));
}

const denying = new Set(['not', 'never', 'no', 'dont', 'shouldnt', 'isnt', 'against']);
const praising = new Set(
  'good right fit suit suitabl ideal us choos pick recommend worth best great enough like want adopt need'.split(' '),
);

/** What is denied: "not a good fit" asks when it is a poor choice, and so does "why not Django". */
function withoutDenials(words: readonly string[]): string[] {
  const at = words.findIndex((word, place) => denying.has(word) && place < words.length - 1);
  if (at === -1) return [...words];
  const after = words.slice(at + 1, at + 5);
  const praised = after.findIndex((word) => praising.has(stem(word)));
  if (praised !== -1)
    return [...words.slice(0, at), 'poor', ...words.filter((_, place) => place > at && place !== at + 1 + praised)];
  if (words[at - 1] === 'why') return [...words.slice(0, at), 'poor', ...words.slice(at + 1)];
  return [...words];
}

/** What ends words such as sign-in and start-up, and says nothing alone. */
const particles = new Set(['in', 'up']);

/** The words, with two of them made one where the site or readers have them so, as in "micro services". */
function tokensOf(words: readonly string[], vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word, next = ''] = [words[at]!, words[at + 1]];
    const joined = word + next;
    const mayJoin =
      next !== '' && (!isStopWord(word) || /^\d$/.test(word)) && (!isStopWord(next) || particles.has(next));
    const known = mayJoin && !isStopWord(joined) && (vocabulary.has(joined) || synonymsOf(joined).length > 0);
    if (known) tokens.push({ word: joined, apart: `${word} ${next}` });
    else tokens.push(...partsOf(word, vocabulary).map((part) => ({ word: part })));
    if (known) at += 1;
  }
  return tokens;
}

/** The two words that were written as one, as in "bruteforce" and "webapi"; the word itself where it is known or no such. */
function partsOf(word: string, vocabulary: Vocabulary): string[] {
  if (word.length < 6 || vocabulary.match(word) || synonymsOf(word).length > 0) return [word];
  if (vocabulary.nearest(word, false)) return [word];
  for (let at = 3; at <= word.length - 3; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => vocabulary.isWord(part) && !isStopWord(part))) return parts;
  }
  return [word];
}

/** The words that say something; all of them where none does. */
function meaningful(tokens: readonly Token[]): Token[] {
  const kept = tokens.filter(({ word }) => !isStopWord(word));
  return kept.length > 0 ? kept : [...tokens];
}

/** The weakest match among the words of a phrase. */
function matchOf(phrase: string, vocabulary: Vocabulary): 'word' | 'start' | undefined {
  const matches = wordsOf(phrase).map((word) => vocabulary.match(word));
  if (matches.length === 0 || matches.includes(undefined)) return undefined;
  return matches.includes('start') ? 'start' : 'word';
}

/** The word that is searched in place of what was typed, and what else may stand for it. */
function resolved({ word, apart }: Token, vocabulary: Vocabulary, unfinished: boolean, foreign = false): Term {
  const others = [...synonymsOf(word), ...(apart ? [apart] : [])];
  const typed = apart ?? word;
  if (vocabulary.match(word)) {
    // Pagefind cuts endings, also from the beginning of a word: of "hiri" it would find nothing of "hiring".
    const whole = vocabulary.has(word) ? undefined : vocabulary.completed(word);
    return { word, also: whole ? [...others, whole] : others, typed };
  }
  if (others.length > 0) return { word: others[0]!, also: others.slice(1), typed };
  // The name of another tool is no slip, however like a word of the guide it is.
  if (isFramework(word)) return { word, also: [], typed };
  // Three letters are enough to tell what a reader is about to type.
  const meant = unfinished && word.length > 2 ? wordsOfReaders.completed(word) : undefined;
  const repaired = meant ? undefined : vocabulary.nearest(word, unfinished);
  if (repaired) return { word: repaired, also: synonymsOf(repaired), typed };
  const mistyped = foreign ? undefined : wordsOfReaders.nearest(word, unfinished);
  const [first = word, ...also] = synonymsOf(meant ?? mistyped ?? '');
  return { word: first, also, typed };
}
