import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figure, type HandFigure, type Wanted } from './figure.ts';
import { spread, type Measured, type Setup } from './measurement.ts';

const setup = (side: 'flask' | 'django', release: string, python = '3.13.0', deployed = false): Setup => ({
  id: `${side}-${release}-${python}${deployed ? '-deployed' : ''}`,
  ...{ side, python, release, deployed },
});
const setups = [
  setup('flask', '3.1.3', '3.11.7'),
  setup('django', '5.2.19', '3.11.7'),
  setup('flask', '3.1.3'),
  setup('django', '5.2.19'),
  setup('django', '6.1.3'),
  setup('django', '6.1.3', '3.13.0', true),
];
const amount = (lines: number) => ({ lines, statements: lines - 1 });
const counts = (side: 'flask' | 'django', lines: number) => ({
  ...{ side, own: amount(lines), generated: amount(7), tests: amount(1), named: 2, packages: 9, size: 5.5 },
});
/** A run of one job, with the memory of each setup and the lines of Flask. */
const run = (id: string, memory: Record<string, number[]>, lines = 51) => ({
  id,
  data: {
    tasks: [
      {
        ...{ task: 'order-form', setups, counts: [counts('flask', lines), counts('django', 40)] },
        figures: Object.entries(memory).map(([setup, values]) => ({
          ...{ task: 'order-form', measure: 'memory' as const, setup, ...spread(values) },
        })),
      },
    ],
  } as unknown as Measured,
});
const flask = 'flask-3.1.3-3.13.0';
const django = 'django-6.1.3-3.13.0';
const first = run('2026-11-30', { [flask]: [23, 23.2, 23.4], [django]: [34.6], 'django-5.2.19-3.13.0': [30] });
const second = run('2026-11-30-2', { [flask]: [23.5], [django]: [34.2] });
const hand = (of: string, value: string, unit = 'MiB'): HandFigure => ({
  ...{
    of,
    measure: 'memory',
    day: '2026-11-22',
    value,
    unit,
    again: false,
    what: 'One process',
    versions: 'Python 3.11',
    path: '/x/',
  },
});
const byHand = [
  hand('bare', '31'),
  hand('project', '44'),
  { ...hand('twice', '4.0', 's'), again: true },
  hand('range', '0.1–0.2', ''),
  hand('none', 'not measured'),
];
const records = (...runs: (typeof first)[]) => ({ runs, withdrawn: ['2026-11-26'], hand: byHand, studies: [] });
const wanted: Wanted = { of: 'order-form', measure: 'memory', as: 'both', run: '2026-11-30', status: 'one run' };
const ask = (more: Partial<Wanted>, ...runs: (typeof first)[]) => figure(records(...runs), { ...wanted, ...more });
const accepted = { run: '2026-11-30-2', status: undefined };

describe('a figure by its name', () => {
  it('says what one run says, and marks it so', () => {
    assert.deepEqual(ask({}, first), {
      text: '23.2 MiB in Flask and 34.6 in Django',
      mark: 'one run so far',
      details: 'Flask 3.1.3: 23 to 23.4 MiB; Django 6.1.3: 34.6 MiB; Python 3.13.0; run 2026-11-30',
      path: '/evidence/measurements/#memory',
      run: '2026-11-30',
    });
  });

  it('is accepted without a mark once a second run agrees, which it then comes from, with the range of both', () => {
    const printed = ask(accepted, first, second);
    assert.equal(printed.text, '23.5 MiB in Flask and 34.2 in Django');
    assert.equal(printed.mark, undefined);
    assert.equal(printed.run, '2026-11-30-2');
    assert.match(
      printed.details,
      /^Flask 3.1.3: 23 to 23.5 MiB; Django 6.1.3: 34.2 to 34.6 MiB; .*; runs 2026-11-30 and 2026-11-30-2$/,
    );
  });

  it('is of one side, or of one as a multiple of the other, over both runs', () => {
    assert.equal(ask({ as: 'flask' }, first).text, '23.2 MiB');
    assert.equal(ask({ as: 'ratio' }, first).text, '1.5 times');
    assert.equal(ask({ as: 'inverse' }, first).text, '0.67 times');
    const other = run('2026-11-30-2', { [flask]: [20], [django]: [36] });
    assert.equal(ask({ ...accepted, as: 'ratio' }, first, other).text, '1.5 to 1.8 times');
  });

  it('takes the newest Python and the newest Django as they come, or those that are named', () => {
    assert.equal(ask({ as: 'django', django: '5.2' }, first).text, '30 MiB');
    assert.throws(
      () => ask({ django: '4.2' }, first),
      /asks for django 4.2; there are django-6.1.3-3.13.0, django-5.2/,
    );
    assert.throws(() => ask({ python: '3.9' }, first), /asks for Python 3.9; there are 3.13, 3.11/);
    assert.throws(
      () => ask({ python: '3.11' }, first),
      /asks for the memory of order-form, which no run that stands has/,
    );
  });

  it('needs no second run where it counts files', () => {
    const lines = { as: 'flask', measure: 'lines', status: undefined };
    assert.equal(ask(lines, first).text, '51 lines');
    assert.equal(ask({ ...lines, measure: 'packages' }, first).mark, undefined);
    const shorter = run('2026-11-30-2', {}, 20);
    assert.equal(ask({ ...lines, run: '2026-11-30-2' }, first, shorter).text, '20 lines');
    assert.throws(() => ask({ ...lines, measure: 'size' }, first), /stands in one run only/);
  });

  it('quotes what was taken by hand, several with one unit', () => {
    const by = { of: 'bare, project', as: undefined, run: '2026-11-22' };
    assert.deepEqual(ask(by), {
      ...{ text: '31 and 44 MiB', mark: 'one run so far', path: '/x/', run: '2026-11-22' },
      details: 'One process; Python 3.11; by hand, 2026-11-22',
    });
    assert.equal(ask({ ...by, as: 'span' }).text, '31 to 44 MiB');
    assert.throws(() => ask({ ...by, as: 'flask' }), /says as="flask" of what was tried by hand; there is only "span"/);
    assert.equal(ask({ ...by, of: 'twice', status: undefined }).text, '4.0 s');
    assert.throws(
      () => ask({ ...by, of: 'bare, twice' }),
      /joins figures of two units or two runs, bare, memory and twice/,
    );
  });
});

describe('a figure that cannot be printed', () => {
  const refused = (reason: RegExp, more: Partial<Wanted>, ...runs: (typeof first)[]) =>
    assert.throws(() => ask(more, ...runs), reason);

  it('names no run, one that there is not, or one that was withdrawn', () => {
    refused(/names no run; the newest is run="2026-11-30", which says 23.2 MiB in Flask/, { run: undefined }, first);
    refused(/quotes the run "2025-01-01", which there is not; the newest is 2026-11-30/, { run: '2025-01-01' }, first);
    refused(/quotes the run 2026-11-26, which was withdrawn/, { run: '2026-11-26' }, first);
  });

  it('quotes an older run than the newest that counts', () => {
    refused(
      /quotes order-form, memory by the run 2026-11-30, and a newer one stands, 2026-11-30-2, which says 23.5 MiB in Flask and 34.2 in Django: read the sentence/,
      { status: undefined },
      ...[first, second],
    );
  });

  it('stands in one run only, or says so though two agree', () => {
    refused(/stands in one run only, 2026-11-30; .* write status="one run"/, { status: undefined }, first);
    refused(/is accepted: two runs agree on it/, { ...accepted, status: 'one run' }, first, second);
    refused(/has the status "fine"/, { status: 'fine' }, first);
  });

  it('comes from two runs that do not agree', () => {
    const more = run('2026-11-30-2', { [flask]: [29], [django]: [30] });
    refused(
      /is not accepted: the two latest runs do not agree, 23.2 MiB \(2026-11-30\) and 29 MiB \(2026-11-30-2\)/,
      { ...accepted, as: 'flask' },
      ...[first, more],
    );
    refused(/do not agree, 1.5 times .* and 1.0 times/, { ...accepted, as: 'ratio' }, first, more);
  });

  it('names nothing that was measured', () => {
    refused(/names nothing that was measured/, { of: undefined });
    refused(/names no measure/, { measure: undefined });
    refused(/asks for "order", of which nothing was measured/, { of: 'order' }, first);
    refused(/asks for the measure "speed"; there are instructions, cpu/, { measure: 'speed' }, first);
    refused(/says as="quick"; there are flask, django, both, ratio, inverse/, { as: 'quick' }, first);
    refused(/asks for the measure "start" of "bare"; there are memory/, { of: 'bare', measure: 'start' });
  });

  it('has no number, or a range without a unit', () => {
    refused(/says "not measured" and no number/, { of: 'none', run: '2026-11-22' });
    refused(/whose "0.1–0.2" has no unit/, { of: 'range', run: '2026-11-22' });
  });
});

describe('a figure of a study', () => {
  const machine = { processor: 'A processor', cores: 2, memoryGiB: 24, system: 'Linux' };
  const study = {
    label: 'A change',
    rows: { flask: 'Flask', django: 'Django', 'django-async': 'Django, async' },
    columns: { lines: { label: 'Lines added', unit: 'lines' }, wall: { label: 'Wall time', unit: 's' } },
  };
  const ran = (date: string, wall: number[]) => ({
    ...{ date, machine, versions: { Flask: '3.1.3' } },
    rows: {
      flask: { lines: 12, wall },
      django: { lines: 9, wall: [2, 2, 2] },
      'django-async': { lines: null, wall: [3, 3] },
    },
  });
  const of = (more: Partial<Wanted>, ...runs: ReturnType<typeof ran>[]) =>
    figure(
      { ...records(), studies: [{ id: 'a-change', study, runs }] },
      { of: 'a-change', measure: 'lines', as: 'both', run: '2026-12-01', ...more },
    );
  const once = ran('2026-12-01', [1, 1.2, 1.1]);

  it('counts at once where it is counted, and leads to the study', () => {
    assert.deepEqual(of({}, once), {
      text: '12 lines in Flask and 9 in Django',
      mark: undefined,
      details: 'A change: Lines added; Flask 3.1.3; run 2026-12-01',
      path: '/evidence/measurements/a-change/',
      run: '2026-12-01',
    });
    assert.equal(of({ as: 'flask' }, once).text, '12 lines');
    assert.equal(of({ as: 'flask,django' }, once).text, '12 and 9 lines');
    assert.equal(of({ as: 'ratio' }, once).text, '0.75 times');
  });

  it('needs a second run that agrees where it takes time, and tells the range of its repeats', () => {
    const time = { measure: 'wall', as: 'flask' };
    assert.throws(() => of(time, once), /stands in one run only, 2026-12-01/);
    const marked = of({ ...time, status: 'one run' }, once);
    assert.equal(marked.text, '1.1 s');
    assert.equal(marked.mark, 'one run so far');
    assert.match(marked.details, /Flask: 1 to 1.2 s; Flask 3.1.3; A processor; run 2026-12-01/);
    const again = { ...time, run: '2026-12-02' };
    assert.equal(of(again, once, ran('2026-12-02', [1.1, 1.15])).text, '1.13 s');
    assert.throws(() => of(again, once, ran('2026-12-02', [1.4, 1.5])), /do not agree, 1.1 s .* and 1.45 s/);
  });

  it('says which rows and columns there are when it is asked for another, or for a cell that does not apply', () => {
    assert.throws(
      () => of({ measure: 'files' }, once),
      /the measure "files" of the study a-change; there are lines, wall/,
    );
    assert.throws(() => of({ as: 'quart' }, once), /as="quart" .* there are flask, django, django-async/);
    assert.throws(() => of({ as: 'django-async' }, once), /which no run has/);
    assert.throws(() => of({ run: '2026-11-30' }, once), /quotes the run "2026-11-30", which there is not/);
  });
});
