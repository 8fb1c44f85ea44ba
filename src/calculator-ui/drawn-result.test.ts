import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAddress } from '../calculator/address.ts';
import { answeredOf, rangesOf, type Answers } from '../calculator/answers.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { always, anyAnswers } from '../calculator/generators.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { limitsOf } from '../calculator/number-limits.ts';
import { telling } from './assumptions-view.ts';
import { reasonList, turnList, verdictView } from './card.ts';
import { comparisonTable, differences } from './comparison-view.ts';
import { costChart, costParts, costText, costTotals } from './cost-view.ts';
import { firmnessSentence, firmnessTable, otherCounts } from './firmness-view.ts';
import { reasonsSentence, reasonTable, scoreTable } from './reasons-view.ts';
import { asMarkdown, asPreview, recordOf } from './record.ts';
import { detailsOf } from './details-at-once.ts';
import { resultOf } from './result.ts';
import { stageOf } from '../calculator/verdict-words.ts';
import { say } from './said.ts';
import { strongest } from './sentences.ts';
import { toHtml } from './tree.ts';
import { words } from './words-for-tests.ts';

const model = publishedModel();
const samples = drawSamples(model, undefined, 200);

function drawn(query: string): string {
  const { answers, ignored } = readAddress(query, model);
  assert.deepEqual(ignored, []);
  return htmlOf(answers);
}

function htmlOf(answers: Answers): string {
  const result = resultOf(model, answers, samples);
  const details = detailsOf(result.estimate, samples);
  const said = say(result.verdict, stageOf(answeredOf(model, answers)));
  const now = { letter: 'B', name: '', result, said } as const;
  const record = recordOf(result, details, said, words, {
    ...{ project: '', date: '2026-11-30', address: 'https://guide.example/' },
    absolute: (path) => path,
  });
  return toHtml([
    ...verdictView(result, said, words),
    ...reasonList(result, said, words),
    ...turnList(result, details, said, words),
    ...costText(result, details, said, words),
    costChart(result, details, said),
    costTotals(result, details, said),
    ...costParts(result, details, said, words),
    firmnessSentence(result, details, said),
    firmnessTable(result, details, said, words),
    ...otherCounts(details, words),
    ...reasonsSentence(result, said),
    reasonTable(result, said, words),
    scoreTable(result, words),
    telling(result, details, words),
    comparisonTable({ ...now, letter: 'A' }, now),
    ...differences({ ...now, letter: 'A' }, now, words),
    ...asPreview(record),
    asMarkdown(record),
  ]);
}

/** Every number of the cost model at its least: nothing costs anything that can cost nothing. */
const nothing = Object.keys(rangesOf(model))
  .map((name) => `x.${name}=${Array(3).fill(limitsOf(name).least).join(',')}`)
  .join('&');

describe('where nothing costs anything', () => {
  const html = drawn(`m=${model.version}&size=tiny&first=&${nothing}`);

  it('charts hold numbers only', () => {
    assert.doesNotMatch(html, /NaN|Infinity|undefined/);
    assert.match(html, /class="line line-flask" d="M0\.00 300\.0L/);
  });

  it('neither is called the cheaper one', () => {
    assert.match(html, /and (Flask|Django) cost the same\./);
    assert.doesNotMatch(html, /cheaper/);
  });
});

it('whatever is answered, words and drawings hold no number that is none', () => {
  always([anyAnswers(model)], (answers) => assert.doesNotMatch(htmlOf(answers), /NaN|Infinity|undefined/));
});

it('a verdict that is called has reasons for the leader only, and none that nobody answered', () => {
  always([anyAnswers(model)], (answers) => {
    const result = resultOf(model, answers, samples);
    const said = say(result.verdict, 'full');
    for (const reason of strongest(result, said)) {
      if (said.called) assert.ok(reason.points > 0);
      assert.ok(reason.of === reason.criterion || answers.choices[reason.of] !== undefined, reason.of);
    }
  });
});
