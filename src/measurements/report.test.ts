import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spread, type Measure, type Measured, type Setup } from '../records/measurement.ts';
import { barsOf } from './bars.ts';
import { circumstancesOf, reportOf } from './report.ts';

const setup = (side: Setup['side'], release: string, python: string, deployed = false): Setup => ({
  ...{ id: `${side}-${release}-${python}${deployed ? '-deployed' : ''}`, side, python, release, deployed },
});
const setups = [
  setup('flask', '3.1.3', '3.11.7'),
  setup('django', '5.2.19', '3.11.7'),
  setup('django', '5.2.19', '3.13.0', true),
  setup('django', '5.2.19', '3.13.0'),
  setup('flask', '3.1.3', '3.13.0'),
];
/** A run of one task: the same figure for every setup but the one with kept connections, which needs half. */
const run = (measuresTaken: Measure[], busy: string[] = []): Measured => ({
  date: new Date('2026-11-30'),
  machine: { processor: 'A processor', cores: 2, memoryGiB: 24, system: 'Linux 6' },
  ...{ load: { before: 3, after: 4 }, versions: { valgrind: '3.19.0' }, leftOut: [] },
  conditions: {
    ...{ repeats: 10, connections: 32, workers: 2, threads: 4, seconds: 2 },
    ...{ memory: { repeats: 3, requests: 200 }, instructions: { calls: 10 }, latency: { repeats: 3, answers: 1000 } },
  },
  tasks: [
    {
      ...{ task: 'books', minutes: 4, calm: [{ core: 0, seconds: 6, own: 5, steal: 0.5 }], busy, setups },
      ...{ counts: [], answers: [], rates: {}, again: { lopsided: 0, unsteady: 0 }, headers: [], versions: {} },
      figures: measuresTaken.flatMap((measure) =>
        setups.map(({ id, deployed }) => ({
          ...{ task: 'books', measure, setup: id, path: '/books', ...spread(deployed ? [2] : [4, 4.02]) },
        })),
      ),
    },
  ],
});
const label = (task: string) => task;
const section = (id: string, ...runs: Measured[]) => reportOf(runs, label).find((each) => each.id === id);

describe('the report on the runs', () => {
  it('is empty while no run stands', () => {
    assert.deepEqual(reportOf([], label), []);
  });

  it('says what instructions are not', () => {
    assert.match(section('instructions', run(['instructions']))!.paragraphs.join(' '), /Instructions are not time/);
  });

  it('says of each job that the machine was busy, with the figures of the check, and shows no table of times', () => {
    const reason = 'core 0: the calculation took 6.00 s, the best known here is 5.00 s';
    const times = section('times', run(['instructions'], [reason]))!;
    assert.match(times.paragraphs[0]!, /not taken for 1 of 1 jobs: the machine was busy/);
    assert.deepEqual(times.points, [
      'books: not taken. Core 0: the calculation took 6.00 s, the best known here is 5.00 s.',
    ]);
    assert.deepEqual(times.tables, []);
  });

  it('shows times where they were taken, and excuses nothing', () => {
    const times = section('times', run(['instructions', 'cpu', 'start']))!;
    assert.deepEqual([times.paragraphs, times.points], [[], []]);
    assert.deepEqual(
      times.tables.map(({ caption }) => caption),
      ['Processor time per request, ms', 'Start to first answer, ms'],
    );
  });

  it('names machine, load, versions and length of a run', () => {
    assert.equal(
      circumstancesOf(run(['instructions'], ['core 0: busy'])),
      'A processor, 2 cores, 24 GiB, Linux 6; load average 3 before and 4 after; at most 0.5 % of the time stolen by other machines; 4 minutes. Python 3.11.7, Flask 3.1.3, Django 5.2.19, Python 3.13.0, valgrind 3.19.0.',
    );
  });
});

describe('the bars', () => {
  it('are those of the newest Python, Flask first, and share a scale within a job', () => {
    const groups = barsOf(run(['instructions']), 'instructions', label, () => true);
    assert.deepEqual(groups, [
      {
        label: 'books',
        bars: [
          { label: 'Flask 3.1', side: 'flask', share: 1, value: '4.01 (4–4.02)' },
          { label: 'Django 5.2', side: 'django', share: 1, value: '4.01 (4–4.02)' },
          { label: 'Django 5.2, connections kept open', side: 'django', share: 2 / 4.01, value: '2' },
        ],
      },
    ]);
  });

  it('set the default beside kept connections where a job has both', () => {
    const [group] = section('connections', run(['instructions']))!.picture!.groups;
    assert.deepEqual(
      group!.bars.map((bar) => bar.label),
      ['Flask 3.1, SQLAlchemy’s pool', 'Django 5.2, one connection per request', 'Django 5.2, connections kept open'],
    );
    const without = run(['instructions']);
    without.tasks[0]!.setups = setups.filter(({ deployed }) => !deployed);
    without.tasks[0]!.figures = without.tasks[0]!.figures.filter((figure) => !figure.setup.endsWith('deployed'));
    assert.equal(section('connections', without), undefined);
  });
});
