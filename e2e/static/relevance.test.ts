/** What the search of the built site finds, judged. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { ask } from '../../src/search/relevance/ask.ts';
import { expected, judgedQueries, relevance } from '../../src/search/relevance/judging.ts';
import { build } from '../builds.ts';

const asked = (name: string) =>
  ask(build.folder, judgedQueries(readFileSync(`src/search/relevance/${name}.jsonl`, 'utf8')));

it('people who type as people type get the right answer first', async () => {
  const { s1, s3, mrr, empty } = relevance(await asked('queries-dev'));
  assert.ok(s1 >= 0.95, `the first result answers ${s1} of the queries`);
  assert.ok(s3 >= 0.97, `one of the first three answers ${s3} of the queries`);
  assert.ok(mrr >= 0.97, `the mean reciprocal rank is ${mrr}`);
  assert.equal(empty, 0);
});

it('what the guide does not treat gets no answer', async () => {
  assert.equal(relevance(await asked('queries-noanswer')).falseHits, 0);
});

it('real questions, in words that nobody chose for us, get the right answer first', async () => {
  const judged = await asked('real-dev');
  const { s1, s3, empty } = relevance(judged);
  assert.ok(s1 >= 0.8, `the first result answers ${s1} of the questions`);
  assert.ok(s3 >= 0.93, `one of the first three answers ${s3} of the questions`);
  assert.equal(empty, 0);
});

it('real questions of two later collections do so too', async () => {
  const judged = [...(await asked('real-kept')), ...(await asked('fresh-dev'))];
  const { s1, s3, empty, languageUntold } = relevance(judged);
  assert.ok(s1 >= 0.8, `the first result answers ${s1} of the questions`);
  assert.ok(s3 >= 0.93, `one of the first three answers ${s3} of the questions`);
  assert.equal(empty, 0);
  assert.equal(languageUntold, 0);
});

it('questions in other languages get an answer, and are told that the guide is in English', async () => {
  const judged = await asked('real-dev');
  const others = judged.filter(({ query }) => expected(query) === 'other-language');
  const { s3 } = relevance(others);
  assert.ok(s3 >= 0.6, `one of the first three answers ${s3} of the questions in other languages`);
  assert.equal(relevance(judged).languageUntold, 0);
});

it('what the guide is not made for is seldom answered with confidence', async () => {
  const judged = (await asked('real-dev')).filter(({ query }) => expected(query) === 'out-of-scope');
  const { queries, falseHits } = relevance(judged);
  assert.ok(falseHits <= queries / 10, `${falseHits} of ${queries} are answered with confidence`);
});

it('few of the questions that the guide answers are doubted', async () => {
  const { answerable, doubted } = relevance(await asked('real-dev'));
  assert.ok(doubted <= answerable / 8, `${doubted} of ${answerable} are doubted`);
});
