import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  difference,
  figureOf,
  measurementSchema,
  runFileSchema,
  spread,
  type Measured,
  type MeasurementRecord,
  type Part,
} from './measurement.ts';

const part = (): Part => ({
  ...{ task: 'a', minutes: 5, calm: [{ core: 0, seconds: 5, own: 5, steal: 0 }], busy: [] },
  setups: [{ id: 'flask-3.11', side: 'flask', python: '3.11.7', release: '3.1.3', deployed: false }],
  ...{ counts: [], answers: [], rates: {}, headers: [], versions: {} },
  again: { lopsided: 0, unsteady: 0 },
  figures: [{ task: 'a', measure: 'cpu', setup: 'flask-3.11', path: '/x', ...spread([10, 11, 12]) }],
});
const file = (): MeasurementRecord => ({
  date: '2026-11-30',
  machine: { processor: 'x', cores: 2, memoryGiB: 8, system: 'Linux 6' },
  load: { before: 0, after: 1 },
  versions: { Gunicorn: '27.0.1' },
  conditions: {
    ...{ repeats: 10, connections: 32, workers: 2, threads: 4, seconds: 2 },
    memory: { repeats: 3, requests: 200 },
    instructions: { calls: 10 },
    latency: { repeats: 3, answers: 1000 },
  },
  leftOut: [],
  tasks: [part()],
});

describe('the spread of repeats', () => {
  it('is the median with the smallest and the largest', () => {
    assert.deepEqual(spread([3, 1, 2]), { median: 2, min: 1, max: 3, values: [3, 1, 2] });
    assert.equal(spread([1, 2, 3, 4]).median, 2.5);
    assert.equal(spread([7]).median, 7);
  });
});

describe('a difference', () => {
  it('is none while there is one run, however large it is', () => {
    assert.equal(difference([[1, 9]]), 'one run');
    assert.equal(difference([]), 'one run');
  });

  it('is one when two runs agree and it exceeds 5 %', () => {
    const larger = [1, 1.2] as const;
    assert.equal(difference([larger, [2, 2.12]]), 'first');
    assert.equal(
      difference([
        [1.2, 1],
        [2.12, 2],
      ]),
      'second',
    );
  });

  it('is none when the runs disagree, or one of them shows 5 % or less', () => {
    assert.equal(
      difference([
        [1, 1.2],
        [1.2, 1],
      ]),
      'none',
    );
    assert.equal(
      difference([
        [1, 1.2],
        [1, 1.04],
      ]),
      'none',
    );
  });

  it('is judged by the two latest of several runs', () => {
    assert.equal(
      difference([
        [1, 1],
        [1, 1.2],
        [1, 1.2],
      ]),
      'first',
    );
    assert.equal(
      difference([
        [1, 1.2],
        [1, 1.2],
        [1, 1],
      ]),
      'none',
    );
  });
});

describe('a file of a run', () => {
  const reasons = (change: (record: MeasurementRecord) => void) => {
    const record = file();
    change(record);
    return measurementSchema
      .safeParse(record)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it('is accepted as the lab writes it', () => {
    assert.equal(
      reasons(() => {}),
      undefined,
    );
    assert.ok(!('withdrawn' in runFileSchema.parse(file())));
  });

  it('is refused when a median does not follow from its values', () => {
    assert.deepEqual(
      reasons((record) => (record.tasks[0]!.figures[0]!.median = 9)),
      ['tasks.0.figures.0: median, min and max do not follow from the values'],
    );
  });

  it('is refused with a measure that nobody knows', () => {
    const change = (record: MeasurementRecord) => ((record.tasks[0]!.figures[0] as { measure: string }).measure = 'x');
    assert.match(reasons(change)![0]!, /measure/);
  });

  it('gives a figure by task, measure, setup and path', () => {
    const run: Measured = measurementSchema.parse(file());
    const wanted = { task: 'a', measure: 'cpu', setup: 'flask-3.11', path: '/x' } as const;
    assert.equal(figureOf(run, wanted)?.median, 11);
    assert.equal(figureOf(run, { ...wanted, path: '/y' }), undefined);
  });
});

describe('the file of a withdrawn run', () => {
  const kept = {
    ...{ date: '2026-11-25', headers: [], figures: 'in whatever form the lab wrote them then' },
    withdrawn: { date: '2026-11-30', reason: 'Load reached one worker of two.' },
  };

  it('stays as it was written, and says when and why it was withdrawn', () => {
    const data = runFileSchema.parse(kept);
    assert.ok('withdrawn' in data);
    assert.equal(data['figures'], kept.figures);
  });

  it('is refused without a reason', () => {
    assert.ok(!runFileSchema.safeParse({ ...kept, withdrawn: { date: '2026-11-30' } }).success);
    assert.ok(!runFileSchema.safeParse({ ...kept, withdrawn: undefined }).success);
  });
});
