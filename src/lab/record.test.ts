import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'node:test';
import type { MeasurementRecord } from '../records/measurement.ts';
import { joined } from './record.ts';

const folder = 'content/measurements';
const newest = readdirSync(folder).sort().at(-1)!;
const run = JSON.parse(readFileSync(`${folder}/${newest}`, 'utf8')) as MeasurementRecord;
const [first, ...others] = run.tasks;
const without = { ...run, tasks: others };
const alone = { ...run, tasks: [first!], load: { before: 9, after: 9 } };

it('a job that the run of the day and machine lacks joins it', () => {
  const whole = joined(without, alone)!;
  assert.deepEqual(whole.tasks, [...others, first]);
  assert.deepEqual(whole.load, { before: run.load.before, after: 9 });
});

it('a job that the run has already, another day, machine or condition, and a withdrawn run stay apart', () => {
  assert.equal(joined(run, alone), undefined);
  assert.equal(joined(without, { ...alone, date: '2020-01-01' }), undefined);
  assert.equal(joined(without, { ...alone, machine: { ...run.machine, cores: 64 } }), undefined);
  assert.equal(joined(without, { ...alone, leftOut: ['A second Python.'] }), undefined);
  assert.equal(joined({ withdrawn: {} }, alone), undefined);
});
