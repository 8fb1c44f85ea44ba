/** What building and keeping costs: the difference first, then the lines, the totals and the parts. */
import { derivationOf } from '../calculator/derivation.ts';
import type { Alternative, Framework } from '../calculator/model.ts';
import { bandMonths } from '../calculator/uncertainty.ts';
import { amount, unit, type Rate } from './figures.ts';
import { tag } from './pictures.ts';
import type { Costs, Result } from './result.ts';
import { names } from '../calculator/verdict-words.ts';
import { together, type Said } from './said.ts';
import { dataTable, h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

/** Months that are looked at while nobody has said how long it must live. */
const usualLife = 36;

/** How far the reader looks ahead, and whether they said so. */
export function lifeOf({ estimate: { answers, horizon } }: Result): { month: number; open: boolean } {
  const open = answers.choices['horizon'] === undefined;
  return { month: open ? usualLife : Math.round(horizon), open };
}

/** Whose costs are shown: both only where it competes. */
const shownIn = (said: Said): readonly Alternative[] => (said.pair ? ['flask', 'django'] : ['flask', 'both', 'django']);

interface Compared {
  cheap: Alternative;
  dear: Alternative;
  /** Person-days by which the one costs less, at the end of the life. */
  difference: number;
  month: number;
  open: boolean;
  /** In which part of the runs it was cheaper; known for the two frameworks and a life that was given. */
  runs: number | undefined;
}

/** The two that lead, the cheaper one first. */
export function compared(result: Result, { curves, range }: Costs, said: Said): Compared {
  const { month, open } = lifeOf(result);
  const cost = (of: Alternative) => curves[of][month]!;
  const [cheap, dear] = [said.best, said.second].sort((a, b) => cost(a) - cost(b)) as [Alternative, Alternative];
  const two = cheap !== 'both' && dear !== 'both' && !open;
  return {
    ...{ cheap, dear, month, open },
    difference: cost(dear) - cost(cheap),
    runs: two ? range.cheaperOfTwo[cheap as Framework].horizon : undefined,
  };
}

/** From which month on the cheaper of the two is the cheaper one. */
export function breakEven({ curves, changeOvers }: Costs, { cheap, dear, month }: Compared): string {
  const between = changeOvers.filter(
    (one) => one.month <= month && [cheap, dear].includes(one.cheaper) && [cheap, dear].includes(one.than),
  );
  const last = between.at(-1);
  if (last)
    return `Break-even is month ${last.month}: from then on ${together(last.cheaper)} ${last.cheaper === 'both' ? 'are' : 'is'} cheaper.`;
  const differing = curves[cheap].findIndex((value, at) => Math.abs(value - curves[dear][at]!) >= 0.05);
  return differing < 0
    ? `They cost the same throughout.`
    : `There is no break-even within ${month} months: ${together(cheap)} ${cheap === 'both' ? 'are' : 'is'} cheaper from the start.`;
}

/** The finding in a sentence or two. */
export function costSentence(result: Result, costs: Costs, said: Said, rate?: Rate): string {
  const of = compared(result, costs, said);
  const life = `Over ${of.month} months${of.open ? ' (lifetime is open)' : ''}`;
  if (of.difference < 0.5) return `${life} ${together(of.cheap)} and ${together(of.dear)} cost the same.`;
  const less = `${amount(of.difference, rate)} ${rate ? '' : 'person-days '}less`;
  const runs = of.runs === undefined ? '' : `; it was cheaper in ${Math.round(of.runs * 100)} of 100 runs`;
  return `${life} ${together(of.cheap)} take${of.cheap === 'both' ? '' : 's'} ${less} than ${together(of.dear)}${runs}. ${breakEven(costs, of)}`;
}

export function costText(result: Result, costs: Costs, said: Said, words: Words, rate?: Rate): Tree[] {
  return [
    h('p', { class: 'find' }, costSentence(result, costs, said, rate)),
    h(
      'p',
      { class: 'small meta' },
      'Any of the totals can be half as much again; the difference is firmer. ',
      h('a', { href: `${words.method}#${derivationOf('cost-over-time')}` }, 'How cost is computed'),
    ),
  ];
}

/** A round number at or above a third of a value, for the steps of an axis. */
function niceStep(highest: number): number {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
}

/** Costs added up month by month, with the range of eight in ten runs around the two that lead. */
export function costChart(result: Result, costs: Costs, said: Said, rate?: Rate): Branch {
  const { curves, range, changeOvers } = costs;
  const shown = shownIn(said);
  const { month } = lifeOf(result);
  const last = Math.min(60, Math.max(12, Math.ceil(month / 12) * 12));
  const banded = bandMonths.filter((at) => at <= last);
  const height = 300;
  const highest = Math.max(...shown.flatMap((of) => [curves[of][last]!, range.bands[of][banded.length - 1]!.high]));
  // Where nothing costs anything, the axis still needs a top.
  const step = highest > 0 ? niceStep(highest) : 1;
  const top = Math.max(1, Math.ceil(highest / step)) * step;
  const x = (at: number) => (at / last) * 100;
  const y = (value: number) => height - (value / top) * (height - 22);
  const line = (of: Alternative) =>
    curves[of]
      .slice(0, last + 1)
      .map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(2)} ${y(value).toFixed(1)}`)
      .join('');
  const band = (of: Alternative) => {
    const bands = range.bands[of].slice(0, banded.length);
    const upper = bands.map(({ month: at, high }) => `${x(at).toFixed(2)} ${y(high).toFixed(1)}`);
    const lower = [...bands].reverse().map(({ month: at, low }) => `${x(at).toFixed(2)} ${y(low).toFixed(1)}`);
    return `M${upper.join('L')}L${lower.join('L')}Z`;
  };
  const grid = Array.from({ length: Math.round(top / step) }, (_, at) => (at + 1) * step);
  // Labels at the end of the lines, pushed apart where they would meet.
  const ends = [...shown].map((of) => ({ of, at: y(curves[of][last]!) + 4 })).sort((a, b) => a.at - b.at);
  ends.forEach((end, at) => {
    if (at > 0) end.at = Math.max(end.at, ends[at - 1]!.at + 17);
  });
  const crossing = changeOvers.find(
    ({ month: at, cheaper, than }) =>
      at <= last && [said.best, said.second].includes(cheaper) && [said.best, said.second].includes(than),
  );
  const told = [0, last] as const;
  return h(
    'figure',
    { class: 'chart' },
    h(
      'p',
      { class: 'unit' },
      rate ? `Money${rate.currency ? `, ${rate.currency}` : ''}, added up` : 'Person-days, added up',
    ),
    h(
      'svg',
      { height: height + 26, role: 'img', 'aria-labelledby': 'cost-title cost-desc', 'data-three': !said.pair },
      h(
        'title',
        { id: 'cost-title' },
        crossing
          ? `Costs added up; from month ${crossing.month} on ${together(crossing.cheaper)} cost less than ${together(crossing.than)}`
          : `Costs added up over ${last} months; the lines of the two that lead do not cross`,
      ),
      h(
        'desc',
        { id: 'cost-desc' },
        shown
          .map(
            (of) => `${names[of]}: ${told.map((at) => `${amount(curves[of][at]!, rate)} at month ${at}`).join(', ')}.`,
          )
          .join(' '),
      ),
      h(
        'g',
        { 'aria-hidden': 'true' },
        h('line', { class: 'axis', x1: 0, x2: '100%', y1: height, y2: height }),
        grid.map((value) => h('line', { class: 'grid', x1: 0, x2: '100%', y1: y(value), y2: y(value) })),
        h(
          'svg',
          { viewBox: `0 0 100 ${height}`, width: '100%', height, preserveAspectRatio: 'none' },
          // Three bands hide one another; the two that lead are enough.
          [said.best, said.second].map((of) => h('path', { class: `band band-${of}`, d: band(of) })),
          shown.map((of) => h('path', { class: `line line-${of}`, d: line(of) })),
        ),
        grid.map((value) =>
          h('text', { class: 'halo', x: 0, dx: -8, y: y(value) + 4, 'text-anchor': 'end' }, amount(value, rate)),
        ),
        month < last
          ? [
              h('line', { class: 'horizon', x1: `${x(month)}%`, x2: `${x(month)}%`, y1: 16, y2: height }),
              h('text', { class: 'halo', x: `${x(month)}%`, dx: 5, y: 12 }, `your horizon, month ${month}`),
            ]
          : [],
        crossing
          ? [
              h('line', {
                class: 'axis',
                x1: `${x(crossing.month)}%`,
                x2: `${x(crossing.month)}%`,
                y1: y(curves[crossing.cheaper][crossing.month]!),
                y2: height,
              }),
              h('circle', {
                class: 'crossing',
                cx: `${x(crossing.month)}%`,
                cy: y(curves[crossing.cheaper][crossing.month]!),
                r: 5,
              }),
              h(
                'text',
                {
                  class: 'strong halo',
                  x: `${x(crossing.month)}%`,
                  dx: x(crossing.month) > 60 ? -9 : 9,
                  y: height - 14,
                  'text-anchor': x(crossing.month) > 60 ? 'end' : 'start',
                },
                `Break-even, month ${crossing.month}`,
              ),
            ]
          : [],
        ends.map(({ of, at }) =>
          h(
            'text',
            { class: `text-${of} halo`, x: '100%', dx: 10, y: at },
            `${names[of]} ${amount(curves[of][last]!, rate)}`,
          ),
        ),
        Array.from({ length: last / 12 + 1 }, (_, year) => year * 12).map((at) =>
          h(
            'text',
            {
              class: at > 0 && at < last && at !== last / 2 && 'fine',
              x: `${x(at)}%`,
              y: height + 20,
              'text-anchor': at === 0 ? 'start' : at === last ? 'end' : 'middle',
            },
            at === 0 ? 'Release' : at === last ? `Month ${at}` : String(at),
          ),
        ),
      ),
    ),
    h(
      'figcaption',
      {},
      `Shading: eight of ten runs${said.pair ? '' : ', for the two that lead'}. Building and keeping, at today’s value, without hosting.`,
    ),
  );
}

/** The totals at the end of the life, with the range of eight in ten runs. */
export function costTotals(result: Result, costs: Costs, said: Said, rate?: Rate): Branch {
  const { month, open } = lifeOf(result);
  const at36 = bandMonths.indexOf(usualLife);
  const rangeOf = (of: Alternative) => (open ? costs.range.bands[of][at36]! : costs.range.atHorizon[of]);
  return dataTable(
    `Total over ${month} months, ${unit(rate)}`,
    ['Framework', 'Total', 'Likely'],
    shownIn(said).map((of) => {
      const { low, high } = rangeOf(of);
      return [tag(of), amount(costs.curves[of][month]!, rate), `${amount(low, rate)}–${amount(high, rate)}`];
    }),
  );
}

/** The chart as a table, where the cost comes from, and which numbers move the difference. */
export function costParts(
  result: Result,
  { curves, range, tornado }: Costs,
  said: Said,
  words: Words,
  rate?: Rate,
): Tree[] {
  const { costs } = result.estimate;
  const shown = shownIn(said);
  const rows = [
    ['Setting up', 'setup'],
    ['Learning', 'learning'],
    ['Your own features', 'ownFeatures'],
    ['Friction', 'friction'],
    ['Features of the list', 'features'],
    ['To the first release', 'first'],
    ['Added a year later', 'later'],
    ['A year: new releases', 'upgrades'],
    ['A year: packages', 'dependencies'],
    ['A year: newcomers', 'onboarding'],
    ['A year: fixes', 'maintenance'],
    ['A year: second service', 'secondService'],
    ['A year, together', 'yearly'],
  ] as const;
  return [
    dataTable(
      `Cost in ${unit(rate)}: our estimate, and the range of eight in ten runs`,
      ['Months after release', ...shown.map((of) => names[of])],
      bandMonths.map((at, index) => [
        String(at),
        ...shown.map((of) => {
          const { low, high } = range.bands[of][index]!;
          return `${amount(curves[of][at]!, rate)} (${amount(low, rate)}–${amount(high, rate)})`;
        }),
      ]),
    ),
    dataTable(
      `Where the cost comes from, in ${unit(rate)}`,
      ['Part', ...shown.map((of) => names[of])],
      rows.map(([label, part]) => [label, ...shown.map((of) => amount(costs[of][part], rate))]),
    ),
    dataTable(
      `Which numbers move the difference most: what Flask costs more than Django, in ${unit(rate)}`,
      ['Number', 'At its low end', 'At its high end'],
      tornado.map(({ name, low, high }) => [words.number(name), signed(low, rate), signed(high, rate)]),
    ),
  ];
}

const signed = (value: number, rate?: Rate) => `${value < 0 ? '−' : '+'}${amount(Math.abs(value), rate)}`;
