/** A result as files for other programs: two tables as CSV, and everything as JSON. */
import { featuresOf } from '../calculator/answers.ts';
import { horizonLimit } from '../calculator/cost.ts';
import { alternatives } from '../calculator/model.ts';
import { names, verdictName } from '../calculator/verdict-words.ts';
import { answersInWords } from './answers-in-words.ts';
import type { Details, Result } from './result.ts';
import { type Said } from './said.ts';
import type { Words } from './words.ts';

export interface Export {
  name: string;
  type: string;
  text: string;
}

/**
 * One cell by RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not.
 */
export function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One table: a line of heads, and rows of as many cells. */
const table = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

const round = (value: number, decimals = 1) => Number(value.toFixed(decimals));

/** One row for each question: what was answered, and how it pulls. */
export function answersCsv(result: Result, words: Words, name: string): Export {
  const { model, answers } = result.estimate;
  const rows = answersInWords(model, answers, words).map(({ question, answer, answered }) => [
    question,
    answered ? answer : '',
  ]);
  return { name: `${name}.csv`, type: 'text/csv', text: table([['Question', 'Answer'], ...rows]) };
}

/** One row for each month: the person-days that each has cost by then. */
export function costsCsv(details: Details, name: string): Export {
  const heads = ['Month', ...alternatives.map((of) => names[of].replaceAll('\u00a0', ' '))];
  const rows = Array.from({ length: horizonLimit + 1 }, (_, month) => [
    month,
    ...alternatives.map((of) => round(details.curves[of][month]!)),
  ]);
  return { name: `${name}.csv`, type: 'text/csv', text: table([heads, ...rows]) };
}

/** Numbers as far as they mean something, however they came out of the sums. */
const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? round(value, 4) : value);

export function asJson(result: Result, details: Details, said: Said, address: string, name: string): Export {
  const { estimate, verdict, reasons } = result;
  const { first, later } = featuresOf(estimate.answers);
  const { choices, weights, ranges, scores } = estimate.answers;
  const content = {
    model: estimate.model.version,
    address,
    answers: {
      choices,
      first,
      later,
      ...(weights && { weights }),
      ...(ranges && { ranges }),
      ...(scores && { scores }),
    },
    verdict: {
      name: verdictName(verdict),
      title: said.title.replaceAll('\u00a0', ' '),
      ...verdict,
      ofHundred: said.shares,
    },
    weights: estimate.weights,
    fit: { scores: estimate.scores, totals: estimate.totals, setAside: estimate.exclusionRules },
    reasons,
    cost: {
      unit: 'person-days',
      horizon: estimate.horizon,
      parts: estimate.costs,
      byMonth: details.curves,
      bands: details.range.bands,
      changeOvers: details.changeOvers,
    },
    standings: details.standings,
    crossChecks: details.checks,
  };
  return { name: `${name}.json`, type: 'application/json', text: `${JSON.stringify(content, rounded, 2)}\n` };
}
