import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { days, money, percent, points } from './figures.ts';

describe('figures for readers', () => {
  it('round person-days to whole ones from ten on', () => {
    assert.deepEqual([0.04, 0.25, 9.94, 9.96, 128.4].map(days), ['0', '0.3', '9.9', '10', '128']);
  });

  it('give points a sign that is not a hyphen', () => {
    assert.deepEqual([4.04, -0.26, 0].map(points), ['+4.0', '−0.3', '+0.0']);
  });

  it('round shares and money to what they are good for', () => {
    assert.equal(percent(0.734), '73 %');
    assert.equal(money(107.4, 500), '53,700');
    assert.equal(money(1.23, 1), '1');
  });
});
