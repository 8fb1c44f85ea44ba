/** For tests: everything that the page shows of a result, as one text of HTML. */
import { answeredOf, type Answers } from '../calculator/answers.ts';
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
import { toHtml } from './tree.ts';
import { words } from './words-for-tests.ts';
import type { Model } from '../calculator/model.ts';
import type { Samples } from '../calculator/uncertainty.ts';

/** @param samples the draws of the model's numbers, which the costs are computed from */
export function htmlOf(model: Model, answers: Answers, samples: Samples): string {
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
