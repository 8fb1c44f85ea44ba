import assert from 'node:assert/strict';
import { it } from 'node:test';
import { supportLapses } from './support.ts';

const calendar = [
  { cycle: '5.2', releaseDate: '2025-04-02', eol: '2028-04-30' },
  { cycle: '3.1', releaseDate: '2024-11-13', eol: false },
];
const named = {
  file: 'content/releases/django-5.2.yaml',
  framework: 'django',
  series: '5.2 LTS',
  released: '2025-04-02',
  supportEnds: '2028-04-30',
};

it('a series is fresh where the calendar has the same days', () => {
  assert.deepEqual(
    supportLapses([named, { ...named, series: '3.1', released: '2024-11-13', supportEnds: undefined }], calendar),
    [],
  );
});

it('a day that differs is a lapse, and so is a series that the calendar does not know', () => {
  assert.deepEqual(supportLapses([{ ...named, supportEnds: '2027-12-31' }], calendar), [
    'content/releases/django-5.2.yaml: supportEnds 2027-12-31; the calendar says 2028-04-30',
  ]);
  assert.match(supportLapses([{ ...named, series: '9.9' }], calendar)[0]!, /does not know the series 9\.9/);
});
