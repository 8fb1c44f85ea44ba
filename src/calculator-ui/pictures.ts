/** The drawings of the card and of the tables below it. All of them take the shares that the words take. */
import type { Alternative } from '../calculator/model.ts';
import { names } from '../calculator/verdict-words.ts';
import { calledFrom, placeOf, type Said } from './said.ts';
import { h, type Branch, type Tree } from './tree.ts';

/** An alternative with its mark. */
export const tag = (of: Alternative, after = ''): Branch =>
  h('span', { class: 'framework-name', 'data-lean': of }, `${names[of]}${after}`);

/** Points with the mark of the side that they pull to. */
export const pointsTag = (of: Alternative, value: number): Branch =>
  h(
    'b',
    { class: 'framework-name points', 'data-lean': of },
    Math.abs(value).toFixed(1),
    h('span', { class: 'visually-hidden' }, ` for ${names[of]}`),
  );

const start = 10;
const length = 380;
const at = (place: number) => start + (length * place) / 100;
/** Degrees by which the plank tips at an end of the scale. */
const steepest = 4.5;

/** The plank on its pivot: the mark stands at the leader's share, and the grey middle is too close to call. */
export function beam(said: Said | undefined, ghost?: Said): Branch {
  const place = said && placeOf(said);
  const tilt = place === undefined ? 0 : ((place - 50) / 50) * steepest;
  const low = 100 - calledFrom;
  const ends = (of: Alternative) => tag(of, said ? ` ${said.shares[of]}` : '');
  return h(
    'div',
    { class: 'scale', 'aria-hidden': 'true', 'data-first': said?.stage === 'first' },
    h('p', { class: 'poles' }, ends('flask'), h('span', { class: 'zone' }, 'too close'), ends('django')),
    h(
      'svg',
      { viewBox: '0 0 400 50' },
      h('path', { class: 'pivot', d: 'M200 25l11 23h-22z' }),
      h(
        'g',
        { class: 'plank', transform: `rotate(${tilt.toFixed(2)} 200 16)`, 'data-tilt': tilt.toFixed(2) },
        h('rect', { class: 'middle', x: at(low), y: 6, width: at(calledFrom) - at(low), height: 20 }),
        h('path', { class: 'ruler', d: `M10 16H390M10 11v10M86 11v10M314 11v10M390 11v10` }),
        h('path', { class: 'border', d: `M${at(low)} 6v20M${at(calledFrom)} 6v20` }),
        ...(place === undefined
          ? []
          : [h('path', { class: 'run', d: `M${at(50)} 16H${at(place)}` }), ...mark(said!.best, at(place), 16, 9)]),
        ...(ghost ? ghostMark(at(placeOf(ghost)), 16) : []),
      ),
    ),
  );
}

/** Ring, block or the two linked, centred on a point. */
function mark(of: Alternative, x: number, y: number, radius: number): Tree[] {
  if (of === 'flask') return [h('circle', { class: 'ring', cx: x, cy: y, r: radius - 2 })];
  return [h('rect', { class: 'block', x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 })];
}

const ghostMark = (x: number, y: number): Tree[] => [
  h('rect', { class: 'ghost', x: x - 9, y: y - 9, width: 18, height: 18 }),
  h('text', { class: 'ghost-letter', x, y: y + 4, 'text-anchor': 'middle' }, 'A'),
];

/** Where "both" competes: three bars, the longest first, and the line from which one is called. */
export function ranked({ best, second, third, shares }: Said): Branch {
  return h(
    'div',
    { class: 'ranked', 'aria-hidden': 'true' },
    [best, second, third].map((of) =>
      h(
        'p',
        {},
        tag(of, ` ${shares[of]}`),
        h(
          'svg',
          { height: 18, 'data-lean': of },
          h('rect', { class: 'middle', width: `${calledFrom}%`, height: 18 }),
          h('rect', { class: `bar-${of}`, y: 1, width: `${shares[of]}%`, height: 16 }),
          h('line', { class: 'border', x1: `${calledFrom}%`, x2: `${calledFrom}%`, y1: -3, y2: 21 }),
        ),
      ),
    ),
    h('p', { class: 'zone' }, h('span', {}), h('span', {}, 'too close below 65')),
  );
}

export const picture = (said: Said, ghost?: Said): Branch =>
  said.pair && (!ghost || ghost.pair) ? beam(said, ghost) : ranked(said);

/** A mark on a line of a table, at hundredths of its width. */
export function spot(of: Alternative | 'close', x: number, y: number, size = 6): Tree[] {
  const place = `${x}%`;
  switch (of) {
    case 'flask':
      return [h('circle', { class: 'spot-flask', cx: place, cy: y, r: size - 1 })];
    case 'django':
      return [
        h('rect', {
          class: 'spot-django',
          x: place,
          y: y - size,
          width: size * 2,
          height: size * 2,
          transform: `translate(${-size} 0)`,
        }),
      ];
    case 'both':
      return [
        h('circle', {
          class: 'spot-both hollow',
          cx: place,
          cy: y,
          r: size - 2,
          transform: `translate(${-size + 1} 0)`,
        }),
        h('rect', { class: 'spot-both', x: place, y: y - size + 2, width: size * 2 - 4, height: size * 2 - 4 }),
      ];
    case 'close':
      return [
        h('rect', { class: 'spot-close', x: place, y: y - 8, width: 4, height: 16, transform: 'translate(-2 0)' }),
      ];
  }
}

/** The heads of the scale above a column. */
export const axisHead = (): Branch =>
  h('span', { class: 'poles' }, tag('flask'), h('span', { class: 'zone' }, 'too close'), tag('django'));
