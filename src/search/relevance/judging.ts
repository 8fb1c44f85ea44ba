/** Judges what the search shows against what readers should find. Pure. */

/** What a question asks for, seen from the guide. */
export type Expected = 'answerable' | 'other-language' | 'out-of-scope' | 'gap';

/** A question with what answers it: topics, or paths such as `/faq/which-is-faster/`. */
export interface JudgedQuery {
  q: string;
  /** Without it: `answerable` where something answers the question, else `out-of-scope`. */
  expect?: Expected;
  /** The language in which it is asked, as in `de`; English without it. */
  lang?: string;
  /** What answers the question; nothing where the guide has no answer. */
  grade2: string[];
  /** What helps. */
  grade1: string[];
  /** What a second reading of the question found, made without sight of the first. */
  second?: Pick<JudgedQuery, 'expect' | 'grade2'>;
}

/** What the page shows for a question. */
export interface Shown {
  /** What each result goes by, its path and its topics, in the order in which they are shown. */
  results: string[][];
  /** Whether the results are shown as answers to the whole question, and nothing is said against that. */
  confident: boolean;
  /** Whether it is said that the guide is in English. */
  languageTold: boolean;
}

export interface Judged {
  query: JudgedQuery;
  shown: Shown;
}

/** How well a list of questions is answered. */
export interface Relevance {
  /** How many questions. */
  queries: number;
  /** How many of them the guide answers. The four figures that follow are of these. */
  answerable: number;
  /** The share whose first result answers. */
  s1: number;
  /** The same, for one of the first three. */
  s3: number;
  /** The mean of 1, 1/2, 1/3 … for the first result that answers. */
  mrr: number;
  /** How many show nothing. */
  empty: number;
  /** How many that the guide answers are shown as if it might not. */
  doubted: number;
  /** How many that the guide does not answer are answered with confidence. */
  falseHits: number;
  /** How many in another language are answered without a word about it. */
  languageUntold: number;
}

export const expected = ({ expect, grade2 }: Pick<JudgedQuery, 'expect' | 'grade2'>): Expected =>
  expect ?? (grade2.length > 0 ? 'answerable' : 'out-of-scope');

const isAnswerable = (query: JudgedQuery) =>
  expected(query) === 'answerable' || (expected(query) === 'other-language' && query.grade2.length > 0);

const inEnglish = (query: JudgedQuery) => (query.lang ?? 'en') === 'en' && expected(query) !== 'other-language';

/** Where the first result that answers the question stands, from 1; undefined where none does. */
export function placeOfAnswer({ grade2 }: JudgedQuery, { results }: Shown): number | undefined {
  const at = results.findIndex((names) => names.some((name) => grade2.includes(name)));
  return at === -1 ? undefined : at + 1;
}

/** What is wrong with what is shown, in a few words; nothing where it is as it should be. */
export function faultOf({ query, shown }: Judged): string | undefined {
  const place = placeOfAnswer(query, shown);
  if (isAnswerable(query) && place !== 1) return `answer at ${place ?? 'no place'}`;
  if (!isAnswerable(query) && shown.confident) return 'answered with confidence';
  if (!inEnglish(query) && !shown.languageTold) return 'no word about the language';
  return undefined;
}

/** Reads a file with one judged question on each line. */
export function judgedQueries(text: string): JudgedQuery[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as JudgedQuery);
}

/** The figures over a list of questions. */
export function relevance(judged: readonly Judged[]): Relevance {
  const answerable = judged.filter(({ query }) => isAnswerable(query));
  const places = answerable.map(({ query, shown }) => placeOfAnswer(query, shown) ?? Infinity);
  const mean = (values: number[]) =>
    values.length === 0 ? 0 : Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
  const count = (isCounted: (each: Judged) => boolean) => judged.filter(isCounted).length;
  return {
    queries: judged.length,
    answerable: answerable.length,
    s1: mean(places.map((place) => (place === 1 ? 1 : 0))),
    s3: mean(places.map((place) => (place <= 3 ? 1 : 0))),
    mrr: mean(places.map((place) => 1 / place)),
    empty: answerable.filter(({ shown }) => shown.results.length === 0).length,
    doubted: answerable.filter(({ shown }) => !shown.confident).length,
    falseHits: count(({ query, shown }) => !isAnswerable(query) && shown.confident),
    languageUntold: count(({ query, shown }) => !inEnglish(query) && !shown.languageTold),
  };
}

/** The questions in groups that a report tells apart: by what they ask for, by language, by length. */
export function groupsOf(judged: readonly Judged[]): { name: string; judged: Judged[] }[] {
  const by = (nameOf: (query: JudgedQuery) => string, of = judged) => {
    const names = [...new Set(of.map(({ query }) => nameOf(query)))].sort();
    return names.map((name) => ({ name, judged: of.filter(({ query }) => nameOf(query) === name) }));
  };
  const answerable = judged.filter(({ query }) => isAnswerable(query));
  return [
    { name: 'all', judged: [...judged] },
    ...by(expected),
    ...by(({ lang = 'en' }) => `in ${lang}`, answerable),
    ...by(
      ({ q }) => lengthOf(q),
      answerable.filter(({ query }) => inEnglish(query)),
    ),
  ];
}

function lengthOf(question: string): string {
  const words = question.trim().split(/\s+/).length;
  return words <= 3 ? '1 to 3 words' : words <= 7 ? '4 to 7 words' : '8 words or more';
}
