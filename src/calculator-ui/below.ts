/**
 * What stands below the card, and the files that a reader takes away. Nobody needs it before there is a verdict, so
 * the page asks for this file then, while the worker computes.
 */
import { turnList } from './card.ts';
import { comparisonTable, differences, type Compared } from './comparison-view.ts';
import { costChart, costParts, costText, costTotals } from './cost-view.ts';
import type { Rate } from './figures.ts';
import { firmnessSentence, firmnessTable, otherCounts } from './firmness-view.ts';
import { reasonsSentence, reasonTable, scoreTable } from './reasons-view.ts';
import { asPreview, type DecisionRecord } from './record.ts';
import type { Details, Result } from './result.ts';
import type { Said } from './said.ts';
import type { Tree } from './tree.ts';
import type { Words } from './words.ts';

export { telling } from './assumptions-view.ts';
export { answersCsv, asJson, costsCsv, type Export } from './exports.ts';
export { asMarkdown, fileName, recordOf } from './record.ts';
export { similarView } from './similar-view.ts';

/** The content of places, by their names. */
export type Parts = Readonly<Record<string, readonly Tree[]>>;

/** All reasons, which need no long work. */
export const reasons = (result: Result, said: Said, words: Words): Parts => ({
  reasons: reasonsSentence(result, said),
  'reason-table': [reasonTable(result, said, words)],
  scores: [scoreTable(result, words)],
});

/** What takes longer to compute. */
export const details = (result: Result, found: Details, said: Said, words: Words, rate: Rate | undefined): Parts => ({
  turns: turnList(result, found, said, words),
  cost: costText(result, found, said, words, rate),
  'cost-chart': [costChart(result, found, said, rate)],
  'cost-totals': [costTotals(result, found, said, rate)],
  'cost-parts': costParts(result, found, said, words, rate),
  firmness: [firmnessSentence(result, found, said)],
  'firmness-table': [firmnessTable(result, found, said, words)],
  'other-counts': otherCounts(found, words),
});

export const record = (of: DecisionRecord): Parts => ({ record: asPreview(of) });

/** Two scenarios beside each other. */
export const comparison = (kept: Compared, now: Compared, words: Words, rate: Rate | undefined): Parts => ({
  versus: [comparisonTable(kept, now, rate)],
  differences: differences(kept, now, words),
});
