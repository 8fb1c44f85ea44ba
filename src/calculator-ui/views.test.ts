import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAddress } from '../calculator/address.ts';
import { rangesOf, type Answers } from '../calculator/answers.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { always, anyAnswers } from '../calculator/generators.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { limitsOf } from '../calculator/number-limits.ts';
import { detailsOf, resultOf } from './result.ts';
import { toHtml } from './tree.ts';
import * as views from './views.ts';
import type { Words } from './words.ts';

const model = publishedModel();
const samples = drawSamples(model);
const words: Words = {
  question: (id) => id,
  answer: (_, option) => option,
  reason: (question, option) => `${question}: ${option}`,
  feature: (id) => id,
  criterion: (id) => id,
  number: (name) => name,
  calculator: '/calculator/',
  method: '/calculator/method/',
};

function drawn(query: string): string {
  const { answers, ignored } = readAddress(query, model);
  assert.deepEqual(ignored, []);
  return htmlOf(answers);
}

function htmlOf(answers: Answers): string {
  const result = resultOf(model, answers, samples);
  const details = detailsOf(result.estimate);
  return toHtml([
    ...views.verdictText(result, words),
    ...views.reasonChart(result, words),
    ...views.changes(result, details, words),
    ...views.costText(result, details, words),
    ...views.costChart(result, details),
    ...views.costParts(result, details, words),
    ...views.robustness(result, details, words),
    views.scoreTable(result, words),
  ]);
}
/** Every number of the cost model at its least: nothing costs anything that can cost nothing. */
const nothing = Object.keys(rangesOf(model))
  .map((name) => `x.${name}=${Array(3).fill(limitsOf(name).least).join(',')}`)
  .join('&');

describe('where nothing costs anything', () => {
  const html = drawn(`m=1&size=tiny&first=&${nothing}`);

  it('charts hold numbers only', () => {
    assert.doesNotMatch(html, /NaN|Infinity|undefined/);
    assert.match(html, /class="line line-flask" d="M0\.00 300\.0L/);
  });

  it('neither is called the cheaper one', () => {
    assert.match(html, /Flask and Django cost the same\. They do so throughout the 60 months\./);
    assert.doesNotMatch(html, /cheaper/);
  });
});

it('whatever is answered, words and drawings hold no number that is none', () => {
  always([anyAnswers(model)], (answers) => assert.doesNotMatch(htmlOf(answers), /NaN|Infinity|undefined/));
});

it('who is cheaper throughout is told from the month in which the two differ', () => {
  // The same at the release, more for Flask with every year.
  const html = drawn(`m=1&size=tiny&first=&${nothing.replace('x.upgrades.flask=0,0,0', 'x.upgrades.flask=1,2,3')}`);
  assert.match(html, /Django is the cheaper of the two throughout/);
});
