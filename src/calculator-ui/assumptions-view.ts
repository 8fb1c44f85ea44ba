/** The eight numbers that move the result most, each with the days that it moves. */
import type { Answers } from '../calculator/answers.ts';
import { names } from '../calculator/verdict-words.ts';
import { type Said } from './said.ts';
import { changedCount, numberRow, numberTable, addressOf, valuesOf } from './number-rows.ts';
import type { Details, Result } from './result.ts';
import { h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

const tidy = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(Math.round(value))}`;

export function telling({ estimate }: Result, { tornado }: Details, words: Words): Branch {
  const { model, answers, points } = estimate;
  const ends = tornado.flatMap(({ low, high }) => [low, high]);
  const from = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - from || 1;
  const x = (value: number) => ((value - from) / span) * 100;
  const swing = (low: number, high: number): Branch => {
    const [left, right] = [Math.min(low, high), Math.max(low, high)];
    return h(
      'td',
      { class: 'swing' },
      h(
        'svg',
        { height: 12, 'aria-hidden': 'true' },
        h('line', { class: 'grid', x1: 0, x2: '100%', y1: 6, y2: 6 }),
        h('rect', { class: 'swing-bar', x: `${x(left)}%`, width: `${x(right) - x(left)}%`, y: 1, height: 10 }),
        h('line', { class: 'axis', x1: `${x(0)}%`, x2: `${x(0)}%`, y1: -2, y2: 14 }),
      ),
      h('small', {}, `${tidy(left)} to ${tidy(right)}`),
    );
  };
  return numberTable(
    'The eight assumptions that move your result most',
    'range',
    'Days Django saves',
    tornado.map(({ name, low, high }) =>
      numberRow(
        'range',
        name,
        { title: words.number(name), unit: words.unit(name), address: addressOf(words.method, name) },
        valuesOf('range', name, model, answers, points),
        swing(low, high),
        'telling',
      ),
    ),
  );
}

/** What the reader changed, and what came of it. */
export function changesView(answers: Answers, faults: number, before: Said, now: Said): Tree[] {
  const count = changedCount(answers);
  if (count === 0 && faults === 0)
    return [h('p', { class: 'meta' }, 'None. All numbers are ours, and most of them editorial estimates.')];
  const yours = count === 1 ? 'One number is yours' : `${count} numbers are yours`;
  const invalid = faults === 0 ? '' : `, ${faults === 1 ? 'one is' : `${faults} are`} not valid yet`;
  const line = (label: string, { best, share }: Said) =>
    h('p', {}, h('span', { class: 'meta' }, label), ' ', h('b', {}, `${names[best]} ${share}`), ' of 100');
  return [
    h('p', { class: 'meta' }, `${yours}${invalid}.`),
    h('div', { class: 'effect' }, line('Before', before), line('Now', now)),
    h('p', {}, h('button', { type: 'button', class: 'button', 'data-action': 'usual-numbers' }, 'Reset all')),
  ];
}
