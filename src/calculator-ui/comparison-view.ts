/** Two scenarios one above the other: their names, verdicts, places on the scale, and what differs. */
import { answersInWords } from './answers-in-words.ts';
import { lifeOf } from './cost-view.ts';
import { amount, days, unit, type Rate } from './figures.ts';
import { axisHead, spot, tag } from './pictures.ts';
import { monthsTo } from '../calculator/evaluate.ts';
import { costUntil } from '../calculator/cost.ts';
import type { Result } from './result.ts';
import { names } from '../calculator/verdict-words.ts';
import { calledFrom, placeOf, type Said } from './said.ts';
import { longestName } from './page-address.ts';
import { h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

export interface Compared {
  letter: 'A' | 'B';
  name: string;
  result: Result;
  said: Said;
}

function costAtEnd({ estimate: { costs, estimates } }: Result, of: Said['best'], month: number): number {
  return costUntil(month, costs[of], estimates.value(estimates.means, 'discount'));
}

/** The table of the two. Both are looked at over the life that the edited one is given. */
export function comparisonTable(kept: Compared, now: Compared, rate?: Rate): Branch {
  const { month } = lifeOf(now.result);
  const pair = kept.said.pair && now.said.pair;
  const row = ({ letter, name, result, said }: Compared): Branch => {
    const place = pair ? placeOf(said) : said.share;
    const zone = pair ? { from: 100 - calledFrom, to: calledFrom } : { from: 0, to: calledFrom };
    const id = `scenario-${letter}`;
    return h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        h('b', { class: 'letter' }, letter),
        h(
          'span',
          { class: 'who' },
          h('label', { class: 'visually-hidden', for: id }, `Name of scenario ${letter}`),
          h('input', {
            type: 'text',
            id,
            'data-scenario': letter,
            value: name,
            maxlength: longestName,
            placeholder: `Scenario ${letter}`,
            autocomplete: 'off',
          }),
          h('small', {}, letter === 'A' ? 'kept' : 'the form edits this one'),
        ),
      ),
      h('td', { 'data-lean': said.lean }, h('b', { class: 'verdict-words' }, said.title)),
      h(
        'td',
        { class: 'line' },
        h(
          'svg',
          { height: 30, 'aria-hidden': 'true', 'data-lean': said.lean },
          h('rect', { class: 'middle', x: `${zone.from}%`, width: `${zone.to - zone.from}%`, height: 30 }),
          h('line', { class: 'grid', x1: 0, x2: '100%', y1: 15, y2: 15 }),
          h('line', { class: 'run', x1: pair ? '50%' : 0, x2: `${place}%`, y1: 15, y2: 15 }),
          spot(said.best, place, 15, 8),
        ),
      ),
      h('td', { class: 'number' }, tag(said.best, ` ${said.share}`)),
      h(
        'td',
        { class: 'number', 'data-label': 'First release' },
        `${days(monthsTo(result.estimate, said.best))} months`,
      ),
      h(
        'td',
        { class: 'number', 'data-label': `Over ${month} months` },
        `${amount(costAtEnd(result, said.best, month), rate)} ${rate ? unit(rate) : 'days'}`,
      ),
    );
  };
  return h(
    'table',
    { class: 'versus-table' },
    h('caption', { class: 'visually-hidden' }, 'The verdicts of the two scenarios'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Scenario'),
        h('th', { scope: 'col' }, 'Verdict'),
        h(
          'th',
          { scope: 'col', class: 'line' },
          pair
            ? axisHead()
            : h(
                'span',
                { class: 'poles' },
                h('span', {}, '0'),
                h('span', { class: 'zone' }, 'too close'),
                h('span', {}, '100'),
              ),
        ),
        h('th', { scope: 'col', class: 'number' }, 'Of 100'),
        h('th', { scope: 'col', class: 'number' }, 'First release'),
        h('th', { scope: 'col', class: 'number' }, `Over ${month} months`),
      ),
    ),
    h('tbody', {}, row(kept), row(now)),
  );
}

/** What differs between the two, and what it moves, in a sentence. */
export function differences(kept: Compared, now: Compared, words: Words): Tree[] {
  const inWords = ({ result: { estimate } }: Compared) => {
    const all = answersInWords(estimate.model, estimate.answers, words);
    return new Map(all.map(({ question, answer }) => [question, answer]));
  };
  const [a, b] = [inWords(kept), inWords(now)];
  const differing = [...new Set([...a.keys(), ...b.keys()])].filter((question) => a.get(question) !== b.get(question));
  if (differing.length === 0) return ['The answers are the same. Change one in the form: it edits B.'];
  const count = differing.length === 1 ? 'One answer differs: ' : `${differing.length} answers differ: `;
  const listed = differing
    .slice(0, 4)
    .flatMap((question, at): Tree[] => [
      at > 0 ? '; ' : '',
      h('b', {}, question),
      `, ${a.get(question) ?? 'none'} in A, ${b.get(question) ?? 'none'} in B`,
    ]);
  const more = differing.length > 4 ? `; and ${differing.length - 4} more` : '';
  const moved = now.said.shares[now.said.best] - kept.said.shares[now.said.best];
  const effect =
    moved === 0
      ? ` ${names[now.said.best]} comes first as often in both.`
      : ` From A to B ${names[now.said.best]} ${moved > 0 ? 'gains' : 'loses'} ${Math.abs(moved)} of 100.`;
  return [count, ...listed, `${more}.`, effect];
}
