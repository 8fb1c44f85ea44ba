import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spread, type Measured, type Setup } from '../records/measurement.ts';
import { measurementTable, range } from './table.ts';

const setup = (id: string, side: Setup['side'], release: string, deployed = false): Setup => ({
  ...{ id, side, python: '3.11.7', release, deployed },
});
const setups = [
  setup('django-5.2-deployed', 'django', '5.2.19', true),
  setup('django-5.2', 'django', '5.2.19'),
  setup('flask-3.1', 'flask', '3.1.3'),
  setup('none-1', 'none', '1'),
];
/** A run of one task, with the processor time of each setup. */
const run = (values: Record<string, number[]>): Pick<Measured, 'tasks'> => ({
  tasks: [
    {
      ...{
        task: 'books',
        minutes: 1,
        calm: [],
        busy: [],
        setups,
        counts: [],
        answers: [],
        rates: {},
        headers: [],
        versions: {},
      },
      again: { lopsided: 0, unsteady: 0 },
      figures: Object.entries(values).map(([id, taken]) => ({
        ...{ task: 'books', measure: 'cpu' as const, setup: id, path: '/books', ...spread(taken) },
      })),
    },
  ],
});
const label = (task: string) => task;

describe('the table of a measure', () => {
  const first = run({ 'flask-3.1': [1, 1.1, 1.2], 'django-5.2': [2], 'django-5.2-deployed': [1.12], 'none-1': [0.1] });

  it('has the defaults and the deployed setting side by side, Flask first, and no control', () => {
    const { columns, rows } = measurementTable([first], 'cpu', label);
    assert.deepEqual(columns, ['Flask 3.1', 'Django 5.2', 'Django 5.2, connections kept open']);
    assert.deepEqual(
      rows.map((row) => row.label),
      ['books, Python 3.11'],
    );
    assert.deepEqual(
      rows[0]!.cells.map((cell) => cell?.values),
      [['1.1 (1–1.2)'], ['2'], ['1.12']],
    );
  });

  it('calls nothing a difference while there is one run', () => {
    const [row] = measurementTable([first], 'cpu', label).rows;
    assert.ok(row!.cells.every((cell) => cell?.verdict === undefined));
  });

  it('calls a difference what two runs agree on', () => {
    const second = run({ 'flask-3.1': [1], 'django-5.2': [1.9], 'django-5.2-deployed': [0.99] });
    const [row] = measurementTable([first, second], 'cpu', label).rows;
    assert.deepEqual(
      row!.cells.map((cell) => cell?.verdict),
      [undefined, 'Flask needs less', 'no difference'],
    );
    assert.deepEqual(row!.cells[0]!.values, ['1.1 (1–1.2)', '1']);
  });

  it('leaves a gap where a run lacks a figure, and is empty without runs', () => {
    const second = run({ 'flask-3.1': [1] });
    const [row] = measurementTable([first, second], 'cpu', label).rows;
    assert.deepEqual(row!.cells[1], { values: ['2', '–'] });
    assert.deepEqual(measurementTable([], 'cpu', label), { columns: [], rows: [] });
  });

  it('tells the range alone where repeats that noise does not reach lie apart', () => {
    const apart = run({ 'flask-3.1': [18, 21] });
    for (const figure of apart.tasks[0]!.figures) figure.measure = 'memory';
    assert.deepEqual(measurementTable([apart], 'memory', label).rows[0]!.cells[0]!.values, ['not steady: 18–21']);
  });

  it('prints the range where the repeats differ', () => {
    assert.equal(range(spread([0.1234, 0.2, 0.3])), '0.2 (0.123–0.3)');
    assert.equal(range(spread([20, 20.01])), '20');
  });
});
