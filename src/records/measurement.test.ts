import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  compared,
  measurementSchema,
  ratioOf,
  runFileSchema,
  spread,
  type Figure,
  type MeasurementRecord,
} from './measurement.ts';

describe('the spread of repeats', () => {
  it('is the median with the smallest and the largest', () => {
    assert.deepEqual(spread([3, 1, 2]), { median: 2, min: 1, max: 3, values: [3, 1, 2] });
    assert.equal(spread([1, 2, 3, 4]).median, 2.5);
    assert.equal(spread([7]).median, 7);
  });

  it('of a ratio is taken repeat by repeat', () => {
    const ratio = ratioOf(spread([1, 2, 4]), spread([2, 4, 8]));
    assert.deepEqual(ratio, { median: 2, min: 2, max: 2, values: [2, 2, 2] });
  });
});

const figure = (measure: Figure['measure'], task: string, flask: number[], django: number[]): Figure => ({
  ...{ measure, task, flask: spread(flask), django: spread(django), ratio: ratioOf(spread(flask), spread(django)) },
});

describe('runs side by side', () => {
  const first = { figures: [figure('memory', 'a', [10], [20]), figure('memory', 'b', [10], [5])] };
  const second = { figures: [figure('memory', 'b', [10], [6])] };

  it('show each run of a task, and leave a gap where one lacks it', () => {
    const rows = compared([first, second], 'memory');
    assert.deepEqual(
      rows.map(({ task, figures }) => [task, ...figures.map((each) => each?.ratio.median)]),
      [
        ['a', 2, undefined],
        ['b', 0.5, 0.6],
      ],
    );
  });

  it('begin with what favours Flask, whether less or more is better', () => {
    const run = { figures: [figure('requests', 'a', [10], [20]), figure('requests', 'b', [20], [10])] };
    assert.deepEqual(
      compared([run], 'requests').map(({ task }) => task),
      ['b', 'a'],
    );
    assert.deepEqual(
      compared([first], 'memory').map(({ task }) => task),
      ['a', 'b'],
    );
  });
});

describe('a file of a run', () => {
  const file = (): MeasurementRecord => ({
    date: '2026-11-25',
    minutes: 5,
    machine: { processor: 'x', cores: 2, memoryGiB: 8, system: 'Linux 6' },
    load: { before: 0, after: 1 },
    versions: { Flask: '3.1.3' },
    repeats: 3,
    conditions: { connections: 16, workers: 2, seconds: 2 },
    figures: [figure('memory', 'a', [10, 11, 12], [20, 21, 25])],
    headers: [],
  });
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
  });

  it('is refused when a median or a ratio does not follow from its values', () => {
    assert.deepEqual(
      reasons((record) => (record.figures[0]!.flask.median = 9)),
      ['figures.0.flask: median, min and max do not follow from the values'],
    );
    assert.deepEqual(
      reasons((record) => (record.figures[0]!.ratio = spread([1, 1, 1]))),
      ['figures.0.ratio: does not follow from the values of the two sides'],
    );
  });

  it('is refused with a measure that nobody knows', () => {
    assert.match(reasons((record) => ((record.figures[0] as { measure: string }).measure = 'speed'))![0]!, /measure/);
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
