/** Judges what the search shows against what readers should find. Pure. */

/** A query with the topics that answer it; none where the site has no answer. */
export interface JudgedQuery {
  id: string;
  q: string;
  /** Topics that answer the query. */
  grade2: string[];
  /** Topics that help. */
  grade1: string[];
}

/** What the page shows for a query. */
export interface Shown {
  /** The topics of each result, in the order in which they are shown. */
  results: string[][];
  /** How many results are shown as answers to the whole query. */
  answers: number;
}

export interface Relevance {
  queries: number;
  /** The share of queries whose first result has a topic that answers them. */
  s1: number;
  /** The same, for one of the first three. */
  s3: number;
  /** The mean of 1, 1/2, 1/3 … for the first result that answers. */
  mrr: number;
  /** How many queries show nothing. */
  empty: number;
  /** How many queries without an answer on the site show something as an answer to the whole query. */
  falseHits: number;
}

/** Where the first result that answers the query stands, from 1; undefined where none does. */
export function placeOfAnswer({ grade2 }: JudgedQuery, { results }: Shown): number | undefined {
  const at = results.findIndex((topics) => topics.some((topic) => grade2.includes(topic)));
  return at === -1 ? undefined : at + 1;
}

/** Reads a file with one judged query on each line. */
export function judgedQueries(text: string): JudgedQuery[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as JudgedQuery);
}

/** The figures over all queries. Shares are of the queries that have an answer. */
export function relevance(judged: readonly { query: JudgedQuery; shown: Shown }[]): Relevance {
  const answerable = judged.filter(({ query }) => query.grade2.length > 0);
  const places = answerable.map(({ query, shown }) => placeOfAnswer(query, shown) ?? Infinity);
  const mean = (values: number[]) =>
    values.length === 0 ? 0 : Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
  return {
    queries: judged.length,
    s1: mean(places.map((place) => (place === 1 ? 1 : 0))),
    s3: mean(places.map((place) => (place <= 3 ? 1 : 0))),
    mrr: mean(places.map((place) => 1 / place)),
    empty: answerable.filter(({ shown }) => shown.results.length === 0).length,
    falseHits: judged.filter(({ query, shown }) => query.grade2.length === 0 && shown.answers > 0).length,
  };
}
