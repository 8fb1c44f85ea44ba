/** How firm the verdict is: where it would stand with each other answer, with other weights, counted in other ways. */
import type { Alternative } from '../calculator/model.ts';
import type { CrossCheck } from '../calculator/sensitivity.ts';
import type { Standing } from '../calculator/standings.ts';
import { percent } from './figures.ts';
import { numeral } from './card.ts';
import { axisHead, spot, tag } from './pictures.ts';
import type { Details, Result } from './result.ts';
import { names } from '../calculator/verdict-words.ts';
import { byShare, calledFrom, placeOf, type Said } from './said.ts';
import { outcomeOf } from './sentences.ts';
import { h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

const checkWords: Readonly<Record<CrossCheck['id'], string>> = {
  'equal-weights': 'All weights equal',
  'rank-order': 'Weights by rank only',
  'without-cost': 'Cost left out',
  'without-friction': 'Without friction',
};

interface Row {
  question: string;
  standings: readonly Standing[];
  turning: readonly Standing[];
}

/** A place on the scale from Flask at 0 to Django at 100; where both lead there is none. */
function placeIn(standing: Standing, pair: boolean): number | undefined {
  if (!pair) return standing.shares.both;
  const [best] = byShare(standing.shares);
  return best === 'both' ? undefined : placeOf({ best: best!, share: standing.shares[best!] });
}

const turns = (standing: Standing, said: Said): boolean => {
  const { leader, called } = outcomeOf(standing);
  return said.called ? !called || leader !== said.best : called;
};

/** One row for each answer, and for each open question of those asked at once; the widest first. */
function rowsOf(result: Result, { standings }: Details, said: Said): Row[] {
  const { answers } = result.estimate;
  const now = said.pair ? placeOf(said) : said.shares.both;
  const span = (of: readonly Standing[]) => {
    const places = of.map((standing) => placeIn(standing, said.pair));
    const known = [now, ...places.filter((place) => place !== undefined)];
    return Math.max(...known) - Math.min(...known) + (places.includes(undefined) ? 60 : 0);
  };
  return result.estimate.model.questions
    .filter(({ id, core }) => core || answers.choices[id] !== undefined)
    .map(({ id }) => standings.filter((standing) => standing.kind === 'question' && standing.of === id))
    .filter((own) => own.length > 0)
    .map((own) => ({ question: own[0]!.of, standings: own, turning: own.filter((standing) => turns(standing, said)) }))
    .sort((a, b) => span(b.standings) - span(a.standings));
}

/** What the rows say together. */
export function firmnessSentence(result: Result, details: Details, said: Said): string {
  if (!said.called)
    return 'Each mark is the verdict with one other answer. What leaves the grey column would settle it.';
  const rows = rowsOf(result, details, said);
  const turning = rows.filter(({ turning: own }) => own.length > 0).length;
  const moved = details.weightIntervals.filter(({ below, above }) => below ?? above).length;
  const held = details.weightIntervals.length - moved;
  const answers =
    turning === 0
      ? 'No single answer could change the verdict.'
      : `${numeral(turning)} of ${numeral(rows.length).toLowerCase()} answers could change the verdict.`;
  const weights =
    moved === 0
      ? 'No weight could.'
      : held === 0
        ? `Each of the ${numeral(moved).toLowerCase()} weights could.`
        : `${numeral(held)} of ${numeral(details.weightIntervals.length).toLowerCase()} weights could not.`;
  return `${answers} ${weights}`;
}

export function firmnessTable(result: Result, details: Details, said: Said, words: Words): Branch {
  const now = said.pair ? placeOf(said) : said.shares.both;
  return h(
    'table',
    { class: 'strip' },
    h(
      'caption',
      { class: 'visually-hidden' },
      'For each question, where the verdict would stand with each other answer',
    ),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Your answer'),
        h('th', { scope: 'col', class: 'line' }, said.pair ? axisHead() : bothHead()),
        h('th', { scope: 'col' }, said.called ? 'Would change the verdict' : 'Would settle it'),
      ),
    ),
    h(
      'tbody',
      {},
      rowsOf(result, details, said).map((row) => rowView(row, result, said, now, words)),
    ),
  );
}

const bothHead = (): Branch =>
  h('span', { class: 'poles' }, tag('both', ' 0'), h('span', { class: 'zone' }, 'too close'), h('span', {}, '100'));

function rowView({ question, standings, turning }: Row, result: Result, said: Said, now: number, words: Words): Branch {
  const chosen = result.estimate.answers.choices[question];
  const places = standings.map((standing) => placeIn(standing, said.pair)).filter((place) => place !== undefined);
  const low = Math.min(now, ...places);
  const high = Math.max(now, ...places);
  const zone = said.pair ? { from: 100 - calledFrom, to: calledFrom } : { from: 0, to: calledFrom };
  const spots = standings.flatMap((standing): Tree[] => {
    const place = placeIn(standing, said.pair);
    const { leader, called } = outcomeOf(standing);
    return place === undefined ? [] : spot(called ? leader : 'close', place, 17);
  });
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      words.question(question),
      h('small', {}, chosen === undefined ? 'not answered' : words.answer(question, chosen)),
    ),
    h(
      'td',
      { class: 'line' },
      h(
        'svg',
        { height: 34, 'aria-hidden': 'true' },
        h('rect', { class: 'middle', x: `${zone.from}%`, width: `${zone.to - zone.from}%`, height: 34 }),
        h('line', { class: 'grid', x1: 0, x2: '100%', y1: 17, y2: 17 }),
        h('line', { class: 'span', x1: `${low}%`, x2: `${high}%`, y1: 17, y2: 17 }),
        h('line', { class: 'axis', x1: `${now}%`, x2: `${now}%`, y1: 0, y2: 34 }),
        spots,
      ),
      h(
        'span',
        { class: 'visually-hidden' },
        standings
          .map((standing) => {
            const { leader, share } = outcomeOf(standing);
            return `${words.answer(question, standing.to)}: ${names[leader]} ${Math.round(share)} of 100`;
          })
          .join('; '),
      ),
    ),
    h('td', { class: 'turn' }, turnWords(question, standings, turning, chosen !== undefined, words)),
  );
}

/** Which other answers would change the verdict, and to what. */
function turnWords(
  question: string,
  standings: readonly Standing[],
  turning: readonly Standing[],
  answered: boolean,
  words: Words,
): Tree {
  if (turning.length === 0) return h('span', { class: 'none' }, answered ? 'no other answer' : 'no answer');
  const groups = new Map<Alternative | 'close', Standing[]>();
  for (const standing of turning) {
    const { leader, called } = outcomeOf(standing);
    const key = called ? leader : 'close';
    groups.set(key, [...(groups.get(key) ?? []), standing]);
  }
  return h(
    'ul',
    {},
    [...groups].map(([to, own]) => {
      const all = own.length === standings.length && own.length > 1;
      const which = all
        ? answered
          ? 'Any other'
          : 'Any answer'
        : own.length > 2
          ? `${own.length} others`
          : own.map((standing) => words.answer(question, standing.to)).join(', ');
      return h('li', {}, `${which} → `, to === 'close' ? h('b', {}, 'too close') : tag(to));
    }),
  );
}

/** The same answers counted in other ways, and the weights that could change the verdict. */
export function otherCounts({ checks, weightIntervals }: Details, words: Words): Tree[] {
  const distance = ({ weight, from, to, below, above }: (typeof weightIntervals)[number]) =>
    Math.min(below ? weight - from : Infinity, above ? to - weight : Infinity);
  const moving = weightIntervals.filter(({ below, above }) => below ?? above).sort((a, b) => distance(a) - distance(b));
  return [
    h('h3', {}, 'Counted in other ways'),
    h(
      'ul',
      { class: 'checks' },
      checks.map(({ id, winner, gap }) =>
        h('li', {}, h('span', {}, checkWords[id]), tag(winner, ` +${gap.toFixed(1)}`)),
      ),
    ),
    ...(moving.length === 0
      ? []
      : [
          h('h3', {}, moving.length > 3 ? 'Nearest weights that could change it' : 'Weights that could change it'),
          h(
            'ul',
            { class: 'checks' },
            moving
              .slice(0, 3)
              .map(({ criterion, weight, from, to, below, above }) =>
                h(
                  'li',
                  {},
                  h('span', {}, `${words.criterion(criterion)}, now ${percent(weight)}`),
                  h(
                    'b',
                    {},
                    above && (!below || to - weight < weight - from)
                      ? `above ${percent(to)} → `
                      : `below ${percent(from)} → `,
                    tag((above && (!below || to - weight < weight - from) ? above : below)!),
                  ),
                ),
              ),
          ),
        ]),
  ];
}
