import { readFileSync } from 'node:fs';
import { judgedQueries, relevance } from '../src/search/relevance/judging.ts';
import { expect, test } from './reader.ts';
import { ask } from './relevance.ts';

const queries = (name: string) => judgedQueries(readFileSync(`src/search/relevance/queries-${name}.jsonl`, 'utf8'));

test('people who type as people type get the right answer first', async ({ page, site }) => {
  const { s1, s3, empty } = relevance(await ask(page, site.url, queries('dev')));
  expect(s1).toBeGreaterThanOrEqual(0.9);
  expect(s3).toBeGreaterThanOrEqual(0.97);
  expect(empty).toBe(0);
});

test('what the guide does not treat gets no answer', async ({ page, site }) => {
  const { falseHits } = relevance(await ask(page, site.url, queries('noanswer')));
  expect(falseHits).toBeLessThanOrEqual(1);
});
