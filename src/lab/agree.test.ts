import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { spread, type MeasurementRecord, type Measure, type Setup } from '../records/measurement.ts';
import { agreement } from './agree.ts';

const project = process.cwd();
afterEach(() => process.chdir(project));

const setup = (side: 'flask' | 'django', python = '3.11.7'): Setup => ({
  ...{ id: `${side}-${python}`, side, python, release: '5.2.19', deployed: false },
});
type Figures = { measure: Measure; flask: number; django: number }[];
/** A run in which one task was measured. */
const run = (date: string, figures: Figures): MeasurementRecord => ({
  ...{ date, machine: { processor: 'x', cores: 2, memoryGiB: 8, system: 'Linux 6' }, load: { before: 0, after: 1 } },
  ...{ versions: {}, leftOut: [] },
  conditions: {
    ...{ repeats: 10, connections: 32, workers: 2, threads: 4, seconds: 2 },
    ...{ memory: { repeats: 3, requests: 200 }, instructions: { calls: 10 }, latency: { repeats: 3, answers: 1000 } },
  },
  tasks: [
    {
      ...{ task: 'books', minutes: 1, calm: [], busy: [], setups: [setup('flask'), setup('django')], counts: [] },
      ...{ answers: [], rates: {}, again: { lopsided: 0, unsteady: 0 }, headers: [], versions: {} },
      figures: figures.flatMap(({ measure, ...medians }) =>
        (['flask', 'django'] as const).map((side) => ({
          ...{ task: 'books', measure, setup: setup(side).id, path: '/books', ...spread([medians[side]]) },
        })),
      ),
    },
  ],
});
/** Writes runs into a project of their own, and goes there. */
function holding(...runs: object[]): void {
  process.chdir(mkdtempSync(join(tmpdir(), 'lab-')));
  mkdirSync('content/measurements', { recursive: true });
  for (const [index, each] of runs.entries()) {
    writeFileSync(`content/measurements/2026-11-2${index}.json`, JSON.stringify(each));
  }
}

describe('two runs', () => {
  it('agree on a difference where it exceeds 5 % in both', () => {
    const figures = (django: number, start: number): Figures => [
      { measure: 'start', flask: 100, django: start },
      { measure: 'instructions', flask: 2, django },
    ];
    holding(run('2026-11-20', figures(3, 120)), run('2026-11-21', figures(3.1, 90)));
    assert.deepEqual(agreement([]).split('\n'), [
      'content/measurements/2026-11-20.json, then content/measurements/2026-11-21.json: Django as a multiple of Flask',
      'Flask needs less   1.50 then 1.55 books, /books, instructions per request, without a server: flask-3.11.7 and django-3.11.7',
      'no difference      1.20 then 0.90 books, /books, start to first answer: flask-3.11.7 and django-3.11.7',
    ]);
  });

  it('are demanded: a withdrawn one does not count', () => {
    const withdrawn = { date: '2026-11-19', withdrawn: { date: '2026-11-30', reason: 'One worker.' }, headers: [] };
    holding(withdrawn, run('2026-11-20', []));
    assert.throws(() => agreement([]), /^Error: One run stands\. A difference needs two/);
    holding(withdrawn);
    assert.throws(() => agreement([]), /No run stands/);
  });

  it('are of two days or two machines', () => {
    holding(run('2026-11-20', []), run('2026-11-20', []));
    assert.throws(() => agreement([]), /2026-11-20\.json and .*2026-11-21\.json are of one day and one machine/);
  });

  it('are named by their files, and a file that is none is named with the reason', () => {
    holding({ date: 'yesterday' });
    assert.throws(() => agreement(['a.json']), /Name two files of runs, or none/);
    assert.throws(() => agreement(['a.json', 'b.json']), /a\.json cannot be read: ENOENT/);
    assert.throws(() => agreement([]), /content\/measurements\/2026-11-20\.json is no run/);
  });
});
