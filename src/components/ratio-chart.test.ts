import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ahead, axis, drawRatios, inWords, ratioText, type Row } from './ratio-chart.ts';

const certain = (median: number) => ({ median, min: median, max: median });
const row = (...ratios: Row['ratios']): Row => ({ label: 'Page', ratios });
const bar = (ratio: Row['ratios'][number], better: 'less' | 'more') =>
  drawRatios([row(ratio)], better).rows[0]!.bars[0]!;

describe('a chart of ratios', () => {
  it('points to Flask, on the left, where Django needs more or serves less', () => {
    for (const [ratio, better] of [
      [2, 'less'],
      [0.5, 'more'],
    ] as const) {
      const { ahead: who, x, width } = bar(certain(ratio), better);
      assert.equal(who, 'flask');
      assert.ok(x < axis && Math.abs(x + width - axis) < 1e-9);
    }
  });

  it('points to Django, on the right, where Django needs less or serves more', () => {
    for (const [ratio, better] of [
      [0.5, 'less'],
      [2, 'more'],
    ] as const) {
      const { ahead: who, x, width } = bar(certain(ratio), better);
      assert.equal(who, 'django');
      assert.ok(x === axis && width > 0);
    }
  });

  it('names no one where the repeats disagree', () => {
    assert.equal(ahead({ median: 1.3, min: 0.9, max: 1.5 }, 'less'), 'even');
    assert.equal(ahead(certain(1), 'more'), 'even');
  });

  it('gives a doubling one length, whichever framework leads', () => {
    assert.equal(bar(certain(2), 'less').width.toFixed(6), bar(certain(0.5), 'less').width.toFixed(6));
  });

  it('keeps every bar and range inside the chart and clear of the figures at the right', () => {
    const { rows, ticks } = drawRatios([row({ median: 40, min: 0.001, max: 900 }, certain(6))], 'less');
    for (const { x, width, from, to } of rows[0]!.bars) {
      assert.ok(x >= 0 && from >= 0 && x + width <= 64 && to <= 64);
    }
    assert.ok(ticks.every(({ x }) => x >= 0 && x <= 64));
  });

  it('leaves the place of a run empty that has no such figure', () => {
    const [first] = drawRatios([row(undefined, certain(2))], 'less').rows;
    assert.equal(first!.bars.length, 1);
    assert.ok(first!.bars[0]!.y > drawRatios([row(certain(2))], 'less').rows[0]!.bars[0]!.y);
  });

  it('prints the range where the repeats differ', () => {
    assert.equal(ratioText({ median: 1.384, min: 1.37, max: 12.34 }), '1.38 (1.37–12.3)');
    assert.equal(ratioText(certain(0.4286)), '0.43');
  });

  it('says in words what it shows', () => {
    const chart = drawRatios([row(certain(2), { median: 1.1, min: 0.9, max: 1.2 })], 'less');
    assert.equal(inWords(chart, 'less'), 'Page: 2.00, Flask needs less; then 1.10 (0.90–1.20), no clear difference.');
  });
});
