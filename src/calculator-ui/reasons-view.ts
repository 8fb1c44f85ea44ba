/** Every reason with its points, and the scores that they come from. */
import { openQuestions } from '../calculator/answers.ts';
import { yearlyUpkeep } from '../calculator/cost.ts';
import type { Reason } from '../calculator/fit.ts';
import { numeral } from './card.ts';
import { days, percent } from './figures.ts';
import { pointsTag } from './pictures.ts';
import type { Result } from './result.ts';
import { names } from '../calculator/verdict-words.ts';
import { type Said } from './said.ts';
import { isComputed, realReasons, sideOf } from './sentences.ts';
import { dataTable, h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

const leftToRight = ['flask', 'both', 'django'] as const;

/** What the reasons add up to, in a sentence. */
export function reasonsSentence(result: Result, said: Said): Tree[] {
  const sum = result.reasons.reduce((total, { points }) => total + points, 0);
  const leader = sum >= 0 ? said.best : said.second;
  return [
    'Points by which each answer pulls, the strongest first. They add up to ',
    h('b', {}, `${names[leader]} +${Math.abs(sum).toFixed(1)}`),
    ' of 100.',
  ];
}

/** Labels at the left, bars on one axis, points at the right; what is open is one grey row. */
export function reasonTable(result: Result, said: Said, words: Words): Branch {
  const { reasons } = result;
  const real = realReasons(reasons);
  const open = reasons.filter((reason) => !real.includes(reason));
  const computed = real.filter(isComputed);
  const answered = real.filter((reason) => !computed.includes(reason));
  const openPoints = open.reduce((sum, { points }) => sum + points, 0);
  const unanswered = openQuestions(result.estimate.model, result.estimate.answers).length;
  const [left, right] = leftToRight.filter((of) => of === said.best || of === said.second) as [
    (typeof leftToRight)[number],
    (typeof leftToRight)[number],
  ];
  /** Negative to the left. */
  const toRight = (points: number) => (said.best === right ? points : -points);
  const values = [...real.map(({ points }) => toRight(points)), toRight(openPoints)];
  const span = Math.max(1, ...values) - Math.min(0, ...values);
  const axis = Math.min(95, Math.max(5, (-Math.min(0, ...values) / span) * 94 + 3));
  const unit = Math.min((axis - 1) / Math.max(0.01, -Math.min(0, ...values)), (99 - axis) / Math.max(0.01, ...values));
  const bar = (points: number, grey: boolean): Branch => {
    const value = toRight(points);
    const width = Math.abs(value) * unit;
    return h(
      'td',
      { class: 'bars' },
      h(
        'svg',
        { height: 18, 'aria-hidden': 'true' },
        h('line', { class: 'axis', x1: `${axis}%`, x2: `${axis}%`, y1: -9, y2: 27 }),
        Math.abs(points) < 0.05
          ? []
          : [
              h('rect', {
                class: grey ? 'bar-open' : `bar-${value < 0 ? left : right}`,
                x: `${value < 0 ? axis - width : axis}%`,
                y: 2,
                width: `${width}%`,
                height: 14,
              }),
            ],
      ),
    );
  };
  const row = (reason: Reason): Branch => {
    const [label, detail] = labelOf(reason, result, words);
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, label, h('small', {}, detail)),
      bar(reason.points, false),
      h(
        'td',
        { class: 'number' },
        Math.abs(reason.points) < 0.05 ? '0.0' : pointsTag(sideOf(reason, said), reason.points),
      ),
    );
  };
  const group = (title: string, rows: readonly Branch[]): Branch[] =>
    rows.length === 0
      ? []
      : [h('tbody', {}, h('tr', { class: 'group' }, h('th', { colspan: 3, scope: 'rowgroup' }, title)), rows)];
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  return h(
    'table',
    { class: 'signed' },
    h('caption', { class: 'visually-hidden' }, `What pulls to ${names[left]} and what to ${names[right]}, in points`),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Answer'),
        h(
          'th',
          { scope: 'col', class: 'bars' },
          h('span', { class: 'sides' }, h('span', {}, `← ${names[left]}`), h('span', {}, `${names[right]} →`)),
        ),
        h('th', { scope: 'col', class: 'number' }, 'Points'),
      ),
    ),
    group('Your answers', answered.map(row)),
    group('Computed from cost', computed.map(row)),
    group(
      'Not answered',
      unanswered === 0
        ? []
        : [
            h(
              'tr',
              { class: 'open' },
              h(
                'th',
                { scope: 'row' },
                unanswered === 1 ? 'One question' : `${numeral(unanswered)} questions`,
                h('small', {}, 'each answer counts as likely as the others make it'),
              ),
              bar(openPoints, true),
              h('td', { class: 'number' }, pointsTag(openPoints >= 0 ? said.best : said.second, openPoints)),
            ),
          ],
    ),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, 'Sum'),
        h('td', { class: 'bars' }),
        h('td', { class: 'number' }, pointsTag(sum >= 0 ? said.best : said.second, sum)),
      ),
    ),
  );
}

function labelOf(reason: Reason, { estimate }: Result, words: Words): [string, string] {
  if (!isComputed(reason))
    return [words.question(reason.of), words.answer(reason.of, estimate.answers.choices[reason.of]!)];
  const amounts =
    reason.of === 'speed'
      ? `${days(estimate.costs.flask.first)} person-days with Flask, ${days(estimate.costs.django.first)} with Django`
      : `${days(yearlyUpkeep(estimate.costs.flask, estimate.horizon))} a year with Flask, ${days(yearlyUpkeep(estimate.costs.django, estimate.horizon))} with Django`;
  return [words.criterion(reason.of), amounts];
}

/** Totals and scores on each criterion. */
export function scoreTable({ estimate: { scores, totals, weights, model, ranking } }: Result, words: Words): Branch {
  return dataTable(
    'Fit: scores from 0 to 100 and their weights',
    ['Criterion', 'Weight', 'Flask', 'Django', names.both],
    [
      ...model.criteria.map(({ id }) => [
        words.criterion(id),
        percent(weights[id]!),
        ...(['flask', 'django', 'both'] as const).map((of) => String(Math.round(scores[id]![of]))),
      ]),
      [
        'Together',
        '100 %',
        totals.flask.toFixed(1),
        totals.django.toFixed(1),
        `${totals.both.toFixed(1)}${ranking.includes('both') ? '' : ' (ruled out)'}`,
      ],
    ],
  );
}
