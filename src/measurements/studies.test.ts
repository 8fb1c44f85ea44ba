import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ranOn, studyTable } from './studies.ts';

const machine = { processor: 'A processor', cores: 2, memoryGiB: 24, system: 'Linux' };
const study = {
  title: 'A change',
  rows: { flask: 'Flask', django: 'Django' },
  columns: { lines: { label: 'Lines added', unit: 'lines' }, time: { label: 'All tests', unit: 's' } },
};
const run = (date: string, rows: Record<string, Record<string, number | number[] | null>>) => ({
  ...{ date, machine, versions: { Flask: '3.1.3' } },
  rows,
});

test('a cell has a line for each run where the runs differ, and one where they say the same', () => {
  const runs = [
    run('2026-12-01', { flask: { lines: 12, time: [1, 1.2, 1.1] }, django: { lines: 9, time: null } }),
    run('2026-12-02', { flask: { lines: 12, time: [1.3, 1.2, 1.4] }, django: { lines: 9, time: null } }),
  ];
  assert.deepEqual(studyTable(study, runs), {
    caption: 'A change',
    columns: ['What was tried', 'Lines added', 'All tests, s'],
    rows: [
      { label: 'Flask', cells: [['12'], ['1.1 (1–1.2)', '1.3 (1.2–1.4)']] },
      { label: 'Django', cells: [['9'], ['–']] },
    ],
  });
});

test('what was tried stands in the columns where more was counted', () => {
  const one = { ...study, rows: { flask: 'Flask' } };
  assert.deepEqual(studyTable(one, [run('2026-12-01', { flask: { lines: 12, time: null } })]), {
    caption: 'A change',
    columns: ['What was counted', 'Flask'],
    rows: [
      { label: 'Lines added', cells: [['12']] },
      { label: 'All tests, s', cells: [['–']] },
    ],
  });
});

test('a run says its day, machine and versions', () => {
  assert.equal(ranOn(run('2026-12-01', {})), '2026-12-01: A processor, 2 cores, 24 GiB; Flask 3.1.3.');
});
