/** Two sets of answers side by side: what differs, and what comes of it. */
import { days } from './figures.ts';
import type { Result } from './result.ts';
import { h, type Branch } from './tree.ts';
import { answersInWords, heading } from './views.ts';
import type { Words } from './words.ts';

export function comparison(kept: Result, now: Result, words: Words): Branch {
  const inWords = ({ estimate: { model, answers } }: Result) => answersInWords(model, answers, words);
  const before = inWords(kept);
  const differing = inWords(now)
    .map(({ question, answer }, at) => [question, before[at]!.answer, answer] as const)
    .filter(([, a, b]) => a !== b);
  const totals = ({ estimate: { totals } }: Result) =>
    `Flask ${totals.flask.toFixed(1)}, Django ${totals.django.toFixed(1)}, both ${totals.both.toFixed(1)}`;
  const first = ({ estimate: { costs } }: Result) =>
    `Flask ${days(costs.flask.first)}, Django ${days(costs.django.first)}, both ${days(costs.both.first)}`;
  const rows: (readonly [string, string, string])[] = [
    ['Verdict', heading(kept), heading(now)],
    ...differing,
    ['Fit', totals(kept), totals(now)],
    ['Person-days to the first release', first(kept), first(now)],
  ];
  return h(
    'table',
    {},
    h('caption', {}, differing.length === 0 ? 'The answers are the same.' : 'Only the answers that differ are shown.'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Question'),
        h('th', { scope: 'col' }, 'A, kept'),
        h('th', { scope: 'col' }, 'B, now'),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([question, a, b]) => h('tr', {}, h('th', { scope: 'row' }, question), h('td', {}, a), h('td', {}, b))),
    ),
  );
}
