import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spread, type MeasurementRecord } from '../records/measurement.ts';
import { entriesIn, quotesIn } from './quotes.ts';
import { readContent } from './files.ts';

const files = readContent();
const newestRun = [...files.keys()].filter((name) => name.startsWith('measurements/')).at(-1)!;

/** The texts with the newest run changed. */
const quotesWith = (change: (run: MeasurementRecord) => void, name = newestRun) => {
  const run = JSON.parse(files.get(newestRun)!) as MeasurementRecord;
  change(run);
  return quotesIn(entriesIn(new Map([...files, [name, JSON.stringify(run)]])));
};
const memoryOf = (run: MeasurementRecord) =>
  run.tasks
    .flatMap(({ figures }) => figures)
    .filter(({ task, measure }) => task === 'related-records' && measure === 'memory');

const now = quotesIn(entriesIn(files));
const tasks = new Set((JSON.parse(files.get(newestRun)!) as MeasurementRecord).tasks.map(({ task }) => task));

describe('the sentences that quote figures', () => {
  it('all print something as the records are', () => {
    assert.ok(now.length > 0);
    assert.deepEqual(
      now.filter(({ says }) => says === undefined),
      [],
    );
  });

  it('follow a figure that changes in a copy of the record, each of them and no other', () => {
    const after = quotesWith((run) => {
      for (const figure of memoryOf(run)) Object.assign(figure, spread(figure.values.map((value) => value * 1.01)));
    });
    const changed = after.filter(({ says }, at) => says !== now[at]!.says);
    const quoting = now.filter(({ of }) => of === 'related-records, memory');
    assert.ok(quoting.length > 0);
    assert.deepEqual(
      changed.map(({ file, line }) => `${file}:${line}`),
      quoting.map(({ file, line }) => `${file}:${line}`),
    );
  });

  it('are listed when a newer run stands, until each names it', () => {
    const next = newestRun.replace(/[^/]+\.json$/, '2099-01-01.json');
    const after = quotesWith((run) => void (run.date = '2099-01-01'), next);
    const open = after.filter(({ says }) => says === undefined);
    assert.deepEqual(
      open.map(({ file, line }) => `${file}:${line}`),
      now.filter(({ of }) => tasks.has(of.split(',')[0]!)).map(({ file, line }) => `${file}:${line}`),
    );
    for (const { reason } of open) assert.match(reason!, /a newer one stands, 2099-01-01, which says/);
  });
});
