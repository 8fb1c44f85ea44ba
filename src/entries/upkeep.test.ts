import assert from 'node:assert/strict';
import { it } from 'node:test';
import { upkeepOn } from './upkeep.ts';

it('a package is active for twelve months after its newest release, quiet for twelve more, and dormant from then on', () => {
  const on = (released: string) => upkeepOn(new Date(released), new Date('2026-11-30'));
  assert.equal(on('2026-11-30'), 'active');
  assert.equal(on('2025-11-30'), 'active');
  assert.equal(on('2025-11-29'), 'quiet');
  assert.equal(on('2024-11-30'), 'quiet');
  assert.equal(on('2024-11-29'), 'dormant');
});
