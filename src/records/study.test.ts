import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misfits, studyRunsSchema } from './study.ts';

const study = { rows: { flask: 'Flask' }, columns: { lines: { label: 'Lines', unit: 'lines' } } };

test('a run that has exactly the rows and columns of its study fits', () => {
  assert.deepEqual(misfits(study, { rows: { flask: { lines: 3 } } }), []);
});

test('a run tells the row or column that it lacks or has too much', () => {
  assert.deepEqual(misfits(study, { rows: { flask: { files: 3 }, django: { lines: 3 } } }), [
    'has a row "django" that the study lacks',
    'row "flask" has no column "lines"',
    'row "flask" has a column "files" that the study lacks',
  ]);
  assert.deepEqual(misfits(study, { rows: {} }), ['has no row "flask"']);
});

test('repeats are at least two, and no run stands without a day', () => {
  const machine = { processor: 'A processor', cores: 2, memoryGiB: 24, system: 'Linux' };
  const run = { date: '2026-12-01', machine, versions: {}, rows: { flask: { lines: [3] } } };
  assert.equal(studyRunsSchema.safeParse({ files: {}, runs: [run] }).success, false);
  assert.equal(
    studyRunsSchema.safeParse({ files: {}, runs: [{ ...run, rows: {}, date: '1 December' }] }).success,
    false,
  );
  assert.equal(studyRunsSchema.safeParse({ files: {}, runs: [{ ...run, rows: {} }] }).success, true);
});
