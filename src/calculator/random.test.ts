import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { always } from './generators.ts';
import { factorBetween, seeded, triangular } from './random.ts';

const sample = fc.double({ min: 0, max: 1, noNaN: true });
const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('numbers at random', () => {
  it('are those of Mulberry32', () => {
    assert.deepEqual(take(3, seeded(0)), [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
    assert.deepEqual(take(3, seeded(1)), [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
    assert.deepEqual(take(2, seeded(-1)), take(2, seeded(0xffffffff)));
  });

  it('lie from 0 to 1 and spread evenly', () => {
    const drawn = take(20_000, seeded(7));
    assert.ok(drawn.every((value) => value >= 0 && value < 1));
    for (const part of [0.1, 0.25, 0.5, 0.9]) {
      const below = drawn.filter((value) => value < part).length / drawn.length;
      assert.ok(Math.abs(below - part) < 0.015, `${below} of the numbers are below ${part}`);
    }
  });
});

describe('the triangular distribution', () => {
  it('turns samples into the values of a hand calculation', () => {
    // Over 0, 2 and 8, a quarter of the area lies below 2; sqrt(1/16 * 8 * 2) = 1, and 8 - sqrt(1/3 * 8 * 6) = 4.
    assert.equal(triangular(0, 0, 2, 8), 0);
    assert.equal(triangular(1 / 16, 0, 2, 8), 1);
    assert.equal(triangular(1 / 4, 0, 2, 8), 2);
    assert.equal(triangular(2 / 3, 0, 2, 8), 4);
    assert.equal(triangular(1, 0, 2, 8), 8);
    assert.equal(triangular(1 / 4, 10, 12, 18), 12);
  });

  it('reaches its ends where the likeliest value is one of them', () => {
    assert.equal(triangular(0, 3, 3, 7), 3);
    assert.equal(triangular(0.75, 3, 3, 7), 5);
    assert.equal(triangular(1, 3, 7, 7), 7);
    assert.equal(triangular(0.25, 3, 7, 7), 5);
  });

  it('has no spread where low and high are the same', () => {
    assert.equal(triangular(0.3, 5, 5, 5), 5);
  });

  it('has the mean that the lines are drawn from', () => {
    const drawn = take(20_000, seeded(3)).map((value) => triangular(value, 1, 2, 9));
    assert.ok(Math.abs(drawn.reduce((sum, value) => sum + value, 0) / drawn.length - 4) < 0.05);
  });

  it('stays in its range and rises with the sample', () => {
    always([sample, sample, fc.tuple(sample, sample, sample)], (a, b, three) => {
      const [low, likely, high] = three.map((value) => value * 100).sort((x, y) => x - y) as [number, number, number];
      const [smaller, larger] = [Math.min(a, b), Math.max(a, b)].map((value) => triangular(value, low, likely, high));
      assert.ok(smaller! >= low - 1e-9 && larger! <= high + 1e-9);
      assert.ok(smaller! <= larger! + 1e-9);
    });
  });
});

describe('a shared error', () => {
  it('is as often a factor below 1 as above, from one part of the span to the whole', () => {
    assert.equal(factorBetween(0.5, 1.5), 1);
    assert.ok(Math.abs(factorBetween(0, 1.5) - 1 / 1.5) < 1e-12);
    assert.ok(Math.abs(factorBetween(1, 1.5) - 1.5) < 1e-12);
    always([sample, fc.double({ min: 1, max: 10, noNaN: true })], (value, span) => {
      assert.ok(Math.abs(factorBetween(value, span) * factorBetween(1 - value, span) - 1) < 1e-6);
    });
  });

  it('is none where the span is 1', () => {
    assert.equal(factorBetween(0.9, 1), 1);
  });
});
