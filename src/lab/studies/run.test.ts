import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withNewest } from './run.ts';

const machine = { processor: 'A processor', cores: 2, memoryGiB: 24, system: 'Linux' };
const run = (date: string, lines: number, on = machine) => ({
  ...{ date, machine: on, versions: {} },
  rows: { flask: { lines } },
});

test('a study that runs again on one day and machine replaces its run, and one of another day or machine stays', () => {
  const other = { ...machine, processor: 'Another one' };
  const before = [run('2026-11-30', 1), run('2026-12-01', 2), run('2026-12-01', 3, other)];
  assert.deepEqual(withNewest(before, run('2026-12-01', 4)), [
    run('2026-11-30', 1),
    run('2026-12-01', 3, other),
    run('2026-12-01', 4),
  ]);
});
