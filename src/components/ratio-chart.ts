/**
 * Places the bars of a chart of ratios. The axis in the middle means equal; a bar points to the framework that does
 * better, to the left for Flask, to the right for Django, and its length is the lead, on a scale of doublings. Pure.
 */

/** Django's value divided by Flask's. */
export interface Ratio {
  median: number;
  min: number;
  max: number;
}

export interface Row {
  label: string;
  /** One for each run; undefined where a run has no such figure. */
  ratios: readonly (Ratio | undefined)[];
}

export type Ahead = 'flask' | 'django' | 'even';

/** Lengths across are in percent of the chart's width, those down in pixels. */
export interface Bar {
  ahead: Ahead;
  y: number;
  /** The bar, from its left end. */
  x: number;
  width: number;
  /** From the smallest to the largest of the repeats, cut at the ends of the scale. */
  from: number;
  to: number;
  /** Where the bar ends. */
  tip: number;
  text: string;
}

export interface Chart {
  height: number;
  ticks: { x: number; text: string }[];
  rows: { label: string; y: number; bars: Bar[] }[];
}

export const axis = 32;
const reach = 30;
/** Beyond this the scale ends: the range of a single bad repeat shall not squeeze every other bar. */
const longest = 8;
const head = 28;
const rowHeight = 24;
const barHeight = 20;
const gap = 10;

/**
 * Who did better. When the repeats disagree, nobody did.
 * @param better whether less or more of the measure is better
 */
export function ahead({ min, max }: Ratio, better: 'less' | 'more'): Ahead {
  if (min <= 1 && max >= 1) return 'even';
  return max < 1 === (better === 'less') ? 'django' : 'flask';
}

/** A ratio as it is printed, with the range of the repeats where they differ: "1.38 (1.36–1.41)". */
export function ratioText({ median, min, max }: Ratio): string {
  return min === max ? shown(median) : `${shown(median)} (${shown(min)}–${shown(max)})`;
}

const shown = (value: number) => value.toFixed(value < 10 ? 2 : 1);

export function drawRatios(rows: readonly Row[], better: 'less' | 'more'): Chart {
  const extents = rows.flatMap(({ ratios }) => ratios).flatMap((ratio) => (ratio ? [ratio.max, 1 / ratio.min] : []));
  const limit = Math.min(longest, 2 ** Math.max(1, Math.ceil(Math.log2(Math.max(...extents, 1)))));
  const lengthOf = (value: number) => reach * Math.max(-1, Math.min(1, Math.log2(value) / Math.log2(limit)));
  const place = (value: number) => axis + (better === 'less' ? -lengthOf(value) : lengthOf(value));
  const marks = limit > 2 ? [limit, 2] : [limit];
  let y = head;
  const placed = rows.map(({ label, ratios }) => {
    const top = y;
    y += rowHeight;
    const bars = ratios.flatMap((ratio): Bar[] => {
      const own = y;
      y += barHeight;
      if (!ratio) return [];
      const tip = place(ratio.median);
      const [from, to] = [place(ratio.min), place(ratio.max)].sort((a, b) => a - b) as [number, number];
      const [x, width] = [Math.min(axis, tip), Math.abs(tip - axis)];
      return [{ ahead: ahead(ratio, better), y: own, x, width, from, to, tip, text: ratioText(ratio) }];
    });
    y += gap;
    return { label, y: top, bars };
  });
  return {
    height: y,
    ticks: [
      ...marks.map((mark) => ({ x: axis - lengthOf(mark), text: `${mark}×` })),
      { x: axis, text: '1' },
      ...marks.map((mark) => ({ x: axis + lengthOf(mark), text: `${mark}×` })),
    ],
    rows: placed,
  };
}

const verdicts: Record<'less' | 'more', Record<Ahead, string>> = {
  less: { flask: 'Flask needs less', django: 'Django needs less', even: 'no clear difference' },
  more: { flask: 'Flask serves more', django: 'Django serves more', even: 'no clear difference' },
};

/** What a bar says, in words. */
export const verdictOf = (who: Ahead, better: 'less' | 'more'): string => verdicts[better][who];

/** The chart in words, for those who cannot see it. */
export function inWords({ rows }: Chart, better: 'less' | 'more'): string {
  const bars = (row: Chart['rows'][number]) =>
    row.bars.map(({ text, ahead: who }) => `${text}, ${verdictOf(who, better)}`).join('; then ');
  return rows.map((row) => `${row.label}: ${bars(row)}.`).join(' ');
}
