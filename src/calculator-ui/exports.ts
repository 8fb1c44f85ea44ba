/** A result to keep: a decision record in Markdown, tables as CSV, and everything as JSON. */
import { featuresOf, effectiveOption } from '../calculator/answers.ts';
import { horizonLimit } from '../calculator/cost.ts';
import { alternatives } from '../calculator/model.ts';
import { bandMonths } from '../calculator/uncertainty.ts';
import { names, shareSentence, verdictName } from '../calculator/verdict-words.ts';
import { days, percent, points } from './figures.ts';
import type { Details, Result } from './result.ts';
import { heading, answersInWords } from './views.ts';
import type { Words } from './words.ts';

export interface Export {
  name: string;
  type: string;
  text: string;
}

/** A decision record, status "proposed", with the reasons against before those for. The reader adds the date. */
export function asRecord(result: Result, details: Details, words: Words, address: string): Export {
  const { estimate, verdict, reasons } = result;
  const month = Math.round(estimate.horizon);
  const said = (positive: boolean) =>
    reasons
      .filter((reason) => (positive ? reason.points >= 0.05 : reason.points <= -0.05))
      .map((reason) => {
        const question = estimate.model.questions.find(({ id }) => id === reason.of);
        const chosen = question && effectiveOption(question, estimate.answers);
        const what = !question
          ? words.criterion(reason.of)
          : chosen
            ? words.reason(reason.of, chosen)
            : `${words.question(reason.of)}: not answered`;
        return `- ${what}: ${points(reason.points)} for ${names[verdict.best]}`;
      });
  const options = estimate.ranking.map(
    (of) => `- ${of === 'both' ? 'Both: a Django core and at least one Flask service' : names[of]}`,
  );
  const cost = estimate.ranking.map((of) => {
    const { low, high } = details.range.atHorizon[of];
    return `- ${names[of]}: ${days(details.curves[of][month]!)} person-days (${days(low)} to ${days(high)})`;
  });
  const flips = details.flips.slice(0, 5).map((flip) => {
    const what = flip.kind === 'feature' ? words.feature(flip.of) : words.question(flip.of);
    const to =
      flip.kind === 'feature' ? (flip.to === 'drop' ? 'not needed' : 'needed at once') : words.answer(flip.of, flip.to);
    return `- ${what}: ${to} → ${names[flip.winner]} first`;
  });
  const block = (title: string, lines: readonly string[]) => [`## ${title}`, lines.join('\n') || 'None.'];
  const text = [
    '# Web framework: Flask, Django or both',
    'Date: (add the day of the decision)\n\nStatus: proposed',
    ...block(
      'Context',
      answersInWords(estimate.model, estimate.answers, words).map(({ question, answer }) => `- ${question}: ${answer}`),
    ),
    ...block('Options', options),
    ...block(
      'Decision drivers',
      estimate.model.criteria.map(({ id }) => `- ${words.criterion(id)}: ${percent(estimate.weights[id]!)}`),
    ),
    ...block('Outcome', [
      `${heading(result)}. ${shareSentence(verdict)} That describes the calculator and is not the probability of being right.`,
    ]),
    ...block('Reasons against', said(false)),
    ...block('Reasons for', said(true)),
    ...block(`Cost over ${month} months`, cost),
    ...block('What would change it', flips),
    ...block('Where this comes from', [
      `Nearly all numbers are editorial estimates. Made with model ${estimate.model.version}: ${address}`,
    ]),
  ].join('\n\n');
  return { name: 'web-framework-decision.md', type: 'text/markdown', text: `${text}\n` };
}

/**
 * One cell by RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers do not.
 */
export function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Scores and totals, then costs month by month. */
export function asCsv(result: Result, details: Details, words: Words, address: string): Export {
  const { estimate } = result;
  const round = (value: number, decimals = 1) => Number(value.toFixed(decimals));
  const rows: (string | number)[][] = [
    ['Verdict', heading(result)],
    ['Address', address],
    [],
    ['Criterion', 'Weight', 'Flask', 'Django', 'Both'],
    ...estimate.model.criteria.map(({ id }) => [
      words.criterion(id),
      round(estimate.weights[id]!, 4),
      ...alternatives.map((of) => round(estimate.scores[id]![of])),
    ]),
    ['Together', 1, ...alternatives.map((of) => round(estimate.totals[of], 2))],
    [],
    ['Month', ...alternatives.map((of) => `${names[of]}, person-days`)],
    ...Array.from({ length: horizonLimit + 1 }, (_, month) => [
      month,
      ...alternatives.map((of) => round(details.curves[of][month]!)),
    ]),
    [],
    ['Month', ...alternatives.flatMap((of) => [`${names[of]}, low`, `${names[of]}, high`])],
    ...bandMonths.map((month, at) => [
      month,
      ...alternatives.flatMap((of) => [
        round(details.range.bands[of][at]!.low),
        round(details.range.bands[of][at]!.high),
      ]),
    ]),
  ];
  return {
    name: 'flask-or-django.csv',
    type: 'text/csv',
    text: rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''),
  };
}

export function asJson(result: Result, details: Details, address: string): Export {
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
    verdict: { name: verdictName(verdict), ...verdict },
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
    flips: details.flips,
    valueOfInformation: details.valueOfInformation,
    crossChecks: details.checks,
  };
  return { name: 'flask-or-django.json', type: 'application/json', text: `${JSON.stringify(content, null, 2)}\n` };
}
