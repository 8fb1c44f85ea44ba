import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultOf, groupsOf, judgedQueries, relevance, type JudgedQuery, type Shown } from './judging.ts';

const query = (...grade2: string[]): JudgedQuery => ({ q: 'some words', grade2, grade1: [] });
const shown = (...results: string[][]): Shown => ({ results, confident: results.length > 0, languageTold: false });

describe('relevance', () => {
  it('tells first results from those among the first three', () => {
    const { queries, answerable, s1, s3, mrr, empty } = relevance([
      { query: query('a'), shown: shown(['a'], ['b']) },
      { query: query('a'), shown: shown(['b'], ['c', 'a']) },
      { query: query('a'), shown: shown(['b'], ['b'], ['b'], ['a']) },
      { query: query('a'), shown: shown() },
    ]);
    assert.deepEqual([queries, answerable, s1, s3, mrr, empty], [4, 4, 0.25, 0.5, 0.4375, 1]);
  });

  it('counts what is shown as an answer where the guide has none', () => {
    const gap: JudgedQuery = { ...query(), expect: 'gap' };
    const { falseHits, empty, answerable } = relevance([
      { query: query(), shown: shown(['a']) },
      { query: gap, shown: shown(['a']) },
      { query: query(), shown: { ...shown(['a']), confident: false } },
      { query: query(), shown: shown() },
    ]);
    assert.deepEqual({ falseHits, empty, answerable }, { falseHits: 2, empty: 0, answerable: 0 });
  });

  it('counts what is asked in another language and answered without a word about it', () => {
    const german: JudgedQuery = { ...query('a'), lang: 'de' };
    const marked: JudgedQuery = { ...query('a'), expect: 'other-language' };
    const told: Shown = { ...shown(['a']), languageTold: true };
    assert.equal(relevance([german, marked].map((query) => ({ query, shown: shown(['a']) }))).languageUntold, 2);
    assert.equal(relevance([german, marked].map((query) => ({ query, shown: told }))).languageUntold, 0);
    assert.equal(faultOf({ query: german, shown: shown(['a']) }), 'no word about the language');
    assert.equal(faultOf({ query: german, shown: told }), undefined);
  });

  it('is told apart by what is asked for, language and length', () => {
    const groups = groupsOf([
      { query: { ...query('a'), q: 'one two three four' }, shown: shown() },
      { query: { ...query('a'), q: 'eins', lang: 'de' }, shown: shown() },
      { query: query(), shown: shown() },
    ]);
    assert.deepEqual(
      groups.map(({ name, judged }) => [name, judged.length]),
      [
        ['all', 3],
        ['answerable', 2],
        ['out-of-scope', 1],
        ['in de', 1],
        ['in en', 1],
        ['4 to 7 words', 1],
      ],
    );
  });

  it('reads one question from each line', () => {
    assert.deepEqual(
      judgedQueries('{"q":"one"}\n\n{"q":"two"}\n').map(({ q }) => q),
      ['one', 'two'],
    );
  });
});
