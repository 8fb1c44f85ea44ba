/** What the search of the built site finds, judged. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { ask } from '../../src/search/relevance/ask.ts';
import { judgedQueries, relevance } from '../../src/search/relevance/judging.ts';
import { build } from '../builds.ts';

const asked = (name: string) =>
  ask(build.folder, judgedQueries(readFileSync(`src/search/relevance/queries-${name}.jsonl`, 'utf8')));

it('people who type as people type get the right answer first', async () => {
  const { s1, s3, mrr, empty } = relevance(await asked('dev'));
  assert.ok(s1 >= 0.95, `the first result answers ${s1} of the queries`);
  assert.ok(s3 >= 0.97, `one of the first three answers ${s3} of the queries`);
  assert.ok(mrr >= 0.97, `the mean reciprocal rank is ${mrr}`);
  assert.equal(empty, 0);
});

it('what the guide does not treat gets no answer', async () => {
  assert.equal(relevance(await asked('noanswer')).falseHits, 0);
});
