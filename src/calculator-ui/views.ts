/** The result in words and drawings. Each function draws one part of the page from what the calculator found. */
import { answeredOf, effectiveOption, featuresOf, type Answers } from '../calculator/answers.ts';
import { horizonLimit } from '../calculator/cost.ts';
import { monthsTo } from '../calculator/evaluate.ts';
import type { ExclusionRule, Reason } from '../calculator/fit.ts';
import type { Alternative, Model } from '../calculator/model.ts';
import type { CrossCheck, Flip } from '../calculator/sensitivity.ts';
import { derivationOf } from '../calculator/derivation.ts';
import { outsideWords } from '../calculator/outside.ts';
import { bandMonths } from '../calculator/uncertainty.ts';
import { headline, leanOf, names, shareSentence, stageOf, verdictName } from '../calculator/verdict-words.ts';
import { days, money, percent, points } from './figures.ts';
import type { Details, Result } from './result.ts';
import { h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

const order: readonly Alternative[] = ['flask', 'both', 'django'];
const capital = (of: Alternative) => (of === 'both' ? 'Both' : names[of]);

/** Prices in place of person-days, where the reader typed a day rate. */
export interface Rate {
  perDay: number;
  currency: string;
}
const amount = (value: number, rate?: Rate) =>
  rate ? `${money(value, rate.perDay)}${rate.currency ? ` ${rate.currency}` : ''}` : days(value);
const unit = (rate?: Rate) => (rate ? 'money' : 'person-days');

/** The lean that colours the verdict; none where it is too close to call. */
export const leanIn = ({ verdict }: Result) => leanOf(verdictName(verdict));

export const heading = ({ verdict, estimate: { model, answers } }: Result): string =>
  headline(verdict, stageOf(answeredOf(model, answers)));

/** One sentence for the status line and the bar on small screens. */
export const spoken = (result: Result): string => `${heading(result)}. ${shareSentence(result.verdict)}`;

/** What stands under the heading: how often each came first, and how much is still assumed. */
export function verdictText(result: Result, words: Words): Tree[] {
  const { estimate, verdict } = result;
  const open = estimate.model.questions.filter(
    (question) => !question.preference && effectiveOption(question, estimate.answers) === undefined,
  ).length;
  const changed = Object.keys(estimate.answers.ranges ?? {}).length + Object.keys(estimate.answers.scores ?? {}).length;
  return [
    h(
      'p',
      {},
      shareSentence(verdict),
      ' ',
      h('a', { href: `${words.method}#${derivationOf('variations')}` }, 'What that means'),
    ),
    sharesBar(result),
    ...(open > 0
      ? [
          h(
            'p',
            { class: 'small' },
            `${open === 1 ? 'One question is' : `${open} questions are`} not answered. For each, all its answers count as equally likely.`,
          ),
        ]
      : []),
    ...(changed > 0
      ? [h('p', { class: 'small' }, `${changed === 1 ? 'One number' : `${changed} numbers`} changed by you.`)]
      : []),
    ...(estimate.answers.weights
      ? [h('p', { class: 'small' }, 'Weights set by hand; the two wishes do not count.')]
      : []),
    ...(estimate.weightsAllZero
      ? [h('p', { class: 'small' }, 'All weights are zero, so all criteria count the same.')]
      : []),
    ...(estimate.exclusionRules.length > 0
      ? [
          h(
            'p',
            { class: 'small' },
            `Both are set aside: ${estimate.exclusionRules.map((rule) => exclusionWords[rule]).join('; ')}.`,
          ),
        ]
      : []),
  ];
}

const exclusionWords: Readonly<Record<ExclusionRule, string>> = {
  'one-deployment': 'you can run one deployment only',
  'nothing-to-split': 'there is nothing to split',
  'no-second-workload': 'there is no second kind of work, and nothing forces parts apart',
};

/** How often each came first, as one bar with its numbers. */
function sharesBar({ verdict: { shares } }: Result): Branch {
  const shown = order.filter((of) => shares[of] > 0);
  let from = 0;
  const segments = shown.flatMap((of) => {
    const start = from;
    from += shares[of] * 100;
    return [h('rect', { class: `fill-${of}`, x: `${start}%`, y: 2, width: `${shares[of] * 100}%`, height: 16 })];
  });
  return h(
    'div',
    { class: 'shares' },
    h('svg', { height: 20, 'aria-hidden': 'true' }, segments),
    h(
      'p',
      { class: 'small' },
      shown.flatMap((of, at) => [
        at > 0 ? ' · ' : '',
        h('span', { class: `text-${of}` }, `${capital(of)} first ${Math.round(shares[of] * 100)}`),
      ]),
      ' of 100',
    ),
  );
}

/** What points outside both frameworks. */
export const cautionList = ({ outside }: Result): Tree[] => (outside ? [h('p', {}, outsideWords[outside].says)] : []);

const reasonWords = ({ of, criterion }: Reason, { estimate }: Result, words: Words): string => {
  if (of === 'unanswered') return 'What is not answered';
  if (of === criterion) return words.criterion(criterion);
  const question = estimate.model.questions.find(({ id }) => id === of)!;
  const chosen = effectiveOption(question, estimate.answers);
  return chosen === undefined ? `${words.question(of)} (not answered)` : words.reason(of, chosen);
};

/** The four strongest reasons for the winner and the two strongest against it. */
export function mainReasons(reasons: readonly Reason[]): Reason[] {
  const shown = [
    ...reasons.filter((reason) => reason.points > 0.05).slice(0, 4),
    ...reasons.filter((reason) => reason.points < -0.05).slice(0, 2),
  ];
  return shown.sort((a, b) => b.points - a.points);
}

/** What each answer added: bars to the side of the alternative that they speak for. */
export function reasonChart(result: Result, words: Words): Tree[] {
  const { best, second } = result.verdict;
  const [left, right] = order.filter((of) => of === best || of === second) as [Alternative, Alternative];
  const shown = mainReasons(result.reasons);
  const toRight = (reason: Reason) => (best === right ? reason.points : -reason.points);
  const sorted = [...shown].sort((a, b) => toRight(b) - toRight(a));
  const longest = Math.max(1, ...shown.map((reason) => Math.abs(reason.points)));
  const row = 44;
  const top = 26;
  const bars = sorted.flatMap((reason, at) => {
    const value = toRight(reason);
    const width = (Math.abs(value) / longest) * 42;
    const y = top + at * row;
    const side = value >= 0;
    return [
      h('text', { class: 'halo', x: '50%', y: y + 11, 'text-anchor': 'middle' }, reasonWords(reason, result, words)),
      h('rect', {
        class: `bar-${side ? right : left}`,
        x: `${side ? 50 : 50 - width}%`,
        y: y + 17,
        width: `${width}%`,
        height: 13,
      }),
      h(
        'text',
        {
          class: 'strong',
          x: `${side ? 50 + width : 50 - width}%`,
          dx: side ? 6 : -6,
          y: y + 28,
          'text-anchor': side ? 'start' : 'end',
        },
        Math.abs(value).toFixed(1),
      ),
    ];
  });
  const height = top + sorted.length * row;
  const all = result.reasons.filter((reason) => Math.abs(reason.points) >= 0.05);
  return [
    h(
      'figure',
      { class: 'chart' },
      h('h3', {}, 'What each answer added'),
      h(
        'svg',
        { height, role: 'img', 'aria-labelledby': 'reasons-title reasons-desc' },
        h('title', { id: 'reasons-title' }, `What speaks for ${names[best]} and what for ${names[second]}`),
        h(
          'desc',
          { id: 'reasons-desc' },
          sorted
            .map(
              (reason) =>
                `${reasonWords(reason, result, words)}: ${Math.abs(reason.points).toFixed(1)} points for ${names[reason.points > 0 ? best : second]}.`,
            )
            .join(' '),
        ),
        h(
          'g',
          { 'aria-hidden': 'true' },
          h('text', { class: `text-${left}`, x: '50%', dx: -8, y: 12, 'text-anchor': 'end' }, `← ${capital(left)}`),
          h('text', { class: `text-${right}`, x: '50%', dx: 8, y: 12 }, `${capital(right)} →`),
          h('line', { class: 'axis', x1: '50%', x2: '50%', y1: 0, y2: height }),
          bars,
        ),
      ),
      h(
        'figcaption',
        {},
        `Points by which ${names[best]} ${best === 'both' ? 'lead or trail' : 'leads or trails'}. They are our judgement. `,
        h('a', { href: `${words.method}#${derivationOf('judged-scores')}` }, 'Where they come from'),
      ),
    ),
    h(
      'details',
      {},
      h('summary', {}, 'All reasons as a table'),
      h(
        'table',
        {},
        h('thead', {}, tableRow('th', ['Answer', 'Criterion', `Points for ${names[best]}`])),
        h(
          'tbody',
          {},
          all.map((reason) =>
            tableRow('td', [
              reasonWords(reason, result, words),
              reason.criterion ? words.criterion(reason.criterion) : '',
              points(reason.points),
            ]),
          ),
          tableRow('td', ['All together', '', points(all.reduce((sum, reason) => sum + reason.points, 0))]),
        ),
      ),
    ),
  ];
}

function tableRow(cell: 'th' | 'td', cells: readonly (string | Tree)[]): Branch {
  return h(
    'tr',
    {},
    cells.map((text, at) =>
      cell === 'th' ? h('th', { scope: 'col' }, text) : at === 0 ? h('th', { scope: 'row' }, text) : h('td', {}, text),
    ),
  );
}

const flipWords = (flip: Flip, words: Words): string =>
  flip.kind === 'feature'
    ? `${words.feature(flip.of)}: ${flip.to === 'drop' ? 'not needed' : 'needed at once'}`
    : `${words.question(flip.of)}: ${words.answer(flip.of, flip.to)}`;

/** How many changes are named. */
const mostFlips = 5;

/** What would change this answer, and what is worth finding out first. */
export function changes({ verdict }: Result, { flips, valueOfInformation: open }: Details, words: Words): Tree[] {
  const near = flips.slice(0, mostFlips);
  const list = (title: string, of: readonly Flip[]): Tree[] =>
    of.length === 0
      ? []
      : [
          h('h3', {}, title),
          h(
            'ul',
            { class: 'lands' },
            of.map((flip) =>
              h(
                'li',
                {},
                h('span', {}, flipWords(flip, words)),
                h('b', { class: `text-${flip.winner}` }, `${capital(flip.winner)} first`),
              ),
            ),
          ),
        ];
  return [
    ...(near.length === 0
      ? [h('p', {}, `No single answer puts another than ${names[verdict.best]} first.`)]
      : [
          ...list(
            'Things you can decide',
            near.filter(({ decidable }) => decidable),
          ),
          ...list(
            'Facts to check again',
            near.filter(({ decidable }) => !decidable),
          ),
        ]),
    ...(open.length === 0
      ? []
      : [
          h('h3', {}, 'Worth finding out first'),
          h(
            'ul',
            { class: 'lands' },
            open
              .slice(0, mostFlips)
              .map(({ question, share }) =>
                h(
                  'li',
                  {},
                  h('span', {}, words.question(question)),
                  h('span', {}, `${percent(share)} of its answers change the winner`),
                ),
              ),
          ),
        ]),
  ];
}

const checkWords: Readonly<Record<CrossCheck['id'], string>> = {
  'equal-weights': 'With equal weights',
  'rank-order': 'With weights from their order alone',
  'without-cost': 'With cost left out',
  'without-friction': 'Without friction in the cost model',
};

/** The same answers looked at in other ways, and how far each weight can move. */
export function robustness({ verdict }: Result, { checks, weightIntervals }: Details, words: Words): Tree[] {
  return [
    h(
      'ul',
      { class: 'lands' },
      checks.map(({ id, winner, gap }) =>
        h(
          'li',
          {},
          h('span', {}, checkWords[id]),
          h(
            'span',
            { class: `text-${winner}` },
            `${capital(winner)} by ${gap.toFixed(1)}${winner === verdict.best ? '' : ', so the winner changes'}`,
          ),
        ),
      ),
    ),
    h('h3', {}, 'How far each weight can move'),
    h(
      'ul',
      { class: 'weight-intervals' },
      weightIntervals.map(({ criterion, weight, from, to, below, above }) =>
        h(
          'li',
          {},
          h('b', {}, words.criterion(criterion)),
          h(
            'svg',
            { height: 14, 'aria-hidden': 'true' },
            h('line', { class: 'grid', x1: 0, x2: '100%', y1: 7, y2: 7 }),
            h('rect', {
              class: `fill-${verdict.best}`,
              x: `${from * 100}%`,
              y: 3,
              width: `${(to - from) * 100}%`,
              height: 8,
            }),
            h('line', { class: 'axis', x1: `${weight * 100}%`, x2: `${weight * 100}%`, y1: 0, y2: 14 }),
          ),
          h(
            'span',
            {},
            below === undefined && above === undefined
              ? `now ${percent(weight)}; no weight changes the winner`
              : `now ${percent(weight)}; ${[
                  ...(below
                    ? [`below ${percent(from)} ${names[below]} ${below === 'both' ? 'come' : 'comes'} first`]
                    : []),
                  ...(above
                    ? [`above ${percent(to)} ${names[above]} ${above === 'both' ? 'come' : 'comes'} first`]
                    : []),
                ].join(', ')}`,
          ),
        ),
      ),
    ),
  ];
}

/** The cost in sentences: the difference first, the totals with their range second. */
export function costText(result: Result, details: Details, words: Words, rate?: Rate): Tree[] {
  const { estimate } = result;
  const month = Math.round(estimate.horizon);
  const { difference, range, curves } = details;
  const cheaper = difference > 0 ? 'django' : 'flask';
  const share = range.cheaperOfTwo[cheaper].horizon;
  const total = (of: Alternative) => {
    const { low, high } = range.atHorizon[of];
    return `${capital(of)} ${amount(curves[of][month]!, rate)} (${amount(low, rate)} to ${amount(high, rate)})`;
  };
  const shown = estimate.ranking.includes('both')
    ? (['flask', 'django', 'both'] as const)
    : (['flask', 'django'] as const);
  const months = (of: Alternative) => `${capital(of)} ${monthsTo(estimate, of).toFixed(1)}`;
  return [
    h(
      'p',
      {},
      Math.abs(difference) < 0.5
        ? `Over ${month} months Flask and Django cost the same. `
        : `Over ${month} months ${capital(cheaper)} comes out ${amount(Math.abs(difference), rate)} ${rate ? '' : 'person-days '}cheaper; it was cheaper in ${Math.round(share * 100)} of 100 runs. `,
      changeOverSentence(details, estimate.ranking.includes('both')),
    ),
    h(
      'p',
      { class: 'small' },
      `In ${unit(rate)}: ${shown.map(total).join(', ')}. Any of these totals can be half as much again; the difference is firmer. Months to the first release: ${shown.map(months).join(', ')}. `,
      h('a', { href: `${words.method}#${derivationOf('cost-over-time')}` }, 'How cost is computed'),
    ),
  ];
}

function changeOverSentence({ changeOvers, curves }: Details, withBoth: boolean): string {
  const between = changeOvers.filter(({ cheaper, than }) => withBoth || (cheaper !== 'both' && than !== 'both'));
  if (between.length > 0)
    return `From month ${between.map(({ month, cheaper, than }) => `${month} on ${names[cheaper]} ${cheaper === 'both' ? 'are' : 'is'} cheaper than ${names[than]}`).join('; from month ')}.`;
  // Where two totals look the same in every month, neither is called cheaper.
  const differing = curves.flask.findIndex((value, month) => Math.abs(value - curves.django[month]!) >= 0.05);
  if (differing < 0) return `They do so throughout the ${horizonLimit} months.`;
  const cheaper = curves.flask[differing]! < curves.django[differing]! ? 'flask' : 'django';
  return `There is no change-over within ${horizonLimit} months: ${capital(cheaper)} is the cheaper of the two throughout.`;
}

/** A round number at or above a value, for the top of an axis. */
function niceStep(highest: number): number {
  const rough = highest / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
}

/** Costs added up month by month with their bands, and the same as a table. */
export function costChart(result: Result, details: Details, rate?: Rate): Tree[] {
  const { estimate } = result;
  const { curves, range, changeOvers } = details;
  const shown = estimate.ranking.includes('both')
    ? (['flask', 'django', 'both'] as const)
    : (['flask', 'django'] as const);
  const width = 100;
  const height = 300;
  const highest = Math.max(
    ...shown.flatMap((of) => [curves[of][horizonLimit]!, ...range.bands[of].map(({ high }) => high)]),
  );
  // Where nothing costs anything, the axis still needs a top.
  const step = highest > 0 ? niceStep(highest) : 1;
  const top = Math.max(1, Math.ceil(highest / step)) * step;
  const x = (month: number) => (month / horizonLimit) * width;
  // The room above the highest line holds its label.
  const y = (value: number) => height - (value / top) * (height - 22);
  const month = Math.round(estimate.horizon);
  const line = (of: Alternative) =>
    curves[of].map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(2)} ${y(value).toFixed(1)}`).join('');
  const band = (of: Alternative) => {
    const bands = range.bands[of];
    const upper = bands.map(({ month: at, high }) => `${x(at).toFixed(2)} ${y(high).toFixed(1)}`);
    const lower = [...bands].reverse().map(({ month: at, low }) => `${x(at).toFixed(2)} ${y(low).toFixed(1)}`);
    return `M${upper.join('L')}L${lower.join('L')}Z`;
  };
  const grid = Array.from({ length: Math.round(top / step) }, (_, at) => (at + 1) * step);
  // Labels at the end of the lines, pushed apart where they would meet.
  const ends = [...shown].map((of) => ({ of, at: y(curves[of][horizonLimit]!) - 8 })).sort((a, b) => a.at - b.at);
  ends.forEach((end, at) => {
    if (at > 0) end.at = Math.max(end.at, ends[at - 1]!.at + 18);
  });
  const crossing = changeOvers.find(({ cheaper, than }) => cheaper !== 'both' && than !== 'both');
  const at12 = [0, 12, 36, 60] as const;
  return [
    h(
      'figure',
      { class: 'chart' },
      h('h3', {}, 'What it costs, added up'),
      h(
        'svg',
        { height: height + 54, role: 'img', 'aria-labelledby': 'cost-title cost-desc' },
        h(
          'title',
          { id: 'cost-title' },
          crossing
            ? `Costs added up; from month ${crossing.month} on ${names[crossing.cheaper]} is cheaper than ${names[crossing.than]}`
            : 'Costs added up; the lines of Flask and Django do not cross',
        ),
        h(
          'desc',
          { id: 'cost-desc' },
          shown
            .map(
              (of) =>
                `${capital(of)}: ${at12.map((at) => `${amount(curves[of][at]!, rate)} at month ${at}`).join(', ')}.`,
            )
            .join(' '),
        ),
        h(
          'g',
          { 'aria-hidden': 'true' },
          h('line', { class: 'axis', x1: 0, x2: '100%', y1: height, y2: height }),
          grid.flatMap((value, at) => [
            h('line', { class: 'grid', x1: 0, x2: '100%', y1: y(value), y2: y(value) }),
            h(
              'text',
              { class: 'halo', x: 0, y: y(value) - 5 },
              `${amount(value, rate)}${at === grid.length - 1 ? ` ${rate ? rate.currency : 'person-days'}` : ''}`,
            ),
          ]),
          h(
            'svg',
            { viewBox: `0 0 ${width} ${height}`, width: '100%', height, preserveAspectRatio: 'none' },
            // Three bands hide one another; the two that matter are enough.
            estimate.ranking.slice(0, 2).map((of) => h('path', { class: `band band-${of}`, d: band(of) })),
            shown.map((of) => h('path', { class: `line line-${of}`, d: line(of) })),
          ),
          month < horizonLimit
            ? [
                h('line', { class: 'horizon', x1: `${x(month)}%`, x2: `${x(month)}%`, y1: 16, y2: height }),
                h(
                  'text',
                  {
                    class: 'halo',
                    x: `${x(month)}%`,
                    dx: month > 30 ? -5 : 5,
                    y: 12,
                    'text-anchor': month > 30 ? 'end' : 'start',
                  },
                  `your horizon, month ${month}`,
                ),
              ]
            : [],
          crossing
            ? [
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
                    dx: crossing.month > 40 ? -9 : 9,
                    y: y(curves[crossing.cheaper][crossing.month]!) + 22,
                    'text-anchor': crossing.month > 40 ? 'end' : 'start',
                  },
                  `change-over, month ${crossing.month}`,
                ),
              ]
            : [],
          ends.map(({ of, at }) =>
            h(
              'text',
              { class: `text-${of} halo`, x: '100%', y: at, 'text-anchor': 'end' },
              `${capital(of)} ${amount(curves[of][horizonLimit]!, rate)}`,
            ),
          ),
          [0, 12, 24, 36, 48, 60].map((at) =>
            h(
              'text',
              { x: `${x(at)}%`, y: height + 22, 'text-anchor': at === 0 ? 'start' : at === 60 ? 'end' : 'middle' },
              String(at),
            ),
          ),
          h('text', { x: '100%', y: height + 44, 'text-anchor': 'end' }, 'months after the release'),
        ),
      ),
      h(
        'figcaption',
        {},
        'From the work before the first release to five years after it, at today’s value. The shading around the two best holds eight of ten runs. Hosting is not in it.',
      ),
    ),
    h(
      'details',
      { class: 'printed' },
      h('summary', {}, 'The same as a table'),
      h(
        'table',
        {},
        h('caption', {}, `Cost in ${unit(rate)}: our estimate, and the range of eight in ten runs`),
        h('thead', {}, tableRow('th', ['Months after release', ...shown.map(capital)])),
        h(
          'tbody',
          {},
          bandMonths.map((at, index) =>
            tableRow('td', [
              String(at),
              ...shown.map(
                (of) =>
                  `${amount(curves[of][at]!, rate)} (${amount(range.bands[of][index]!.low, rate)}–${amount(range.bands[of][index]!.high, rate)})`,
              ),
            ]),
          ),
        ),
      ),
    ),
  ];
}

/** Where the cost of a first release and of a year comes from, and which numbers move the difference. */
export function costParts(
  { estimate: { costs, ranking } }: Result,
  { tornado }: Details,
  words: Words,
  rate?: Rate,
): Tree[] {
  const shown = ranking.includes('both') ? (['flask', 'django', 'both'] as const) : (['flask', 'django'] as const);
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
    h(
      'table',
      {},
      h('caption', {}, `Where the cost comes from, in ${unit(rate)}`),
      h('thead', {}, tableRow('th', ['Part', ...shown.map(capital)])),
      h(
        'tbody',
        {},
        rows.map(([label, part]) => tableRow('td', [label, ...shown.map((of) => amount(costs[of][part], rate))])),
      ),
    ),
    h(
      'table',
      {},
      h(
        'caption',
        {},
        `Which numbers move the difference most: what Flask costs more than Django at your horizon, in ${unit(rate)}`,
      ),
      h('thead', {}, tableRow('th', ['Number', 'At its low end', 'At its high end'])),
      h(
        'tbody',
        {},
        tornado.map(({ name, low, high }) =>
          tableRow('td', [words.number(name), signed(low, rate), signed(high, rate)]),
        ),
      ),
    ),
  ];
}

const signed = (value: number, rate?: Rate) => `${value < 0 ? '−' : '+'}${amount(Math.abs(value), rate)}`;

/** Totals and scores on each criterion. */
export function scoreTable({ estimate: { scores, totals, weights, model, ranking } }: Result, words: Words): Branch {
  return h(
    'table',
    {},
    h('caption', {}, 'Fit: scores from 0 to 100 and their weights'),
    h('thead', {}, tableRow('th', ['Criterion', 'Weight', 'Flask', 'Django', 'Both'])),
    h(
      'tbody',
      {},
      model.criteria.map(({ id }) =>
        tableRow('td', [
          words.criterion(id),
          percent(weights[id]!),
          ...(['flask', 'django', 'both'] as const).map((of) => String(Math.round(scores[id]![of]))),
        ]),
      ),
      tableRow('td', [
        'Together',
        '100 %',
        totals.flask.toFixed(1),
        totals.django.toFixed(1),
        `${totals.both.toFixed(1)}${ranking.includes('both') ? '' : ' (set aside)'}`,
      ]),
    ),
  );
}

/** Every question with its answer in words; an open one says so. */
export function answersInWords(model: Model, answers: Answers, words: Words): { question: string; answer: string }[] {
  const { first, later } = featuresOf(answers);
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.map((id) => words.feature(id)).join(', '));
  return [
    ...model.questions.map((question) => {
      const chosen = effectiveOption(question, answers);
      return {
        question: words.question(question.id),
        answer: chosen ? words.answer(question.id, chosen) : 'not answered',
      };
    }),
    { question: 'Features in the first release', answer: list(first) },
    { question: 'Features a year later', answer: list(later) },
  ];
}
