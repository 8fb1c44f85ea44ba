import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgedQueries, relevance, type JudgedQuery, type Shown } from './judging.ts';

const query = (...grade2: string[]): JudgedQuery => ({ id: 'x', q: 'words', grade2, grade1: [] });
const shown = (...results: string[][]): Shown => ({ results, answers: results.length });

describe('relevance', () => {
  it('tells first results from those among the first three', () => {
    const judged = [
      { query: query('a'), shown: shown(['a'], ['b']) },
      { query: query('a'), shown: shown(['b'], ['c', 'a']) },
      { query: query('a'), shown: shown(['b'], ['b'], ['b'], ['a']) },
      { query: query('a'), shown: shown() },
    ];
    assert.deepEqual(relevance(judged), { queries: 4, s1: 0.25, s3: 0.5, mrr: 0.4375, empty: 1, falseHits: 0 });
  });

  it('counts what is shown as an answer where the site has none', () => {
    const part: Shown = { results: [['a']], answers: 0 };
    const { falseHits, empty } = relevance([
      { query: query(), shown: shown(['a']) },
      { query: query(), shown: part },
      { query: query(), shown: shown() },
    ]);
    assert.deepEqual({ falseHits, empty }, { falseHits: 1, empty: 0 });
  });

  it('reads one query from each line', () => {
    assert.deepEqual(
      judgedQueries('{"q":"one"}\n\n{"q":"two"}\n').map(({ q }) => q),
      ['one', 'two'],
    );
  });
});
