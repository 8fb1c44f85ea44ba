import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  asPrinted,
  filled,
  filledText,
  hasBrokenTag,
  recordsFrom,
  tagsIn,
  withNewestRuns,
  withoutTags,
} from './figures.ts';

const day = new Date('2026-11-22');
const count = {
  tables: [
    {
      title: 'By set-up',
      columns: ['Set-up', 'Start (s)', 'Memory (MiB)', 'Size'],
      rows: [
        ['Flask, one file', '0.13–0.19', '30.7', '6 lines'],
        ['Django', '0.2', '37.9', '14 lines'],
      ],
      rowNames: { 'bare-flask': 'Flask, one file', 'bare-django': 'Django' },
      columnNames: { start: 'Start (s)', memory: 'Memory (MiB)', file: 'Size' },
    },
  ],
};
const source = {
  ...{ title: 'Eight waiting requests', published: day, opened: new Date('2026-11-30') },
  figures: {
    sync: { value: '4.0', unit: 's', what: 'a plain worker', again: new Date('2026-11-30') },
    threads: { value: '0.5–0.6', unit: 's', what: 'eight threads' },
  },
};
const records = recordsFrom([
  { collection: 'counts', id: '2026-11-22', data: count },
  { collection: 'sources', id: 'run-waiting', data: source },
  { collection: 'sources', id: 'manual', data: { title: 'Manual', opened: day } },
  { collection: 'measurements', id: '2026-11-26', data: { withdrawn: {} } },
]);
const memory = '<Figure of="bare-flask, bare-django" measure="memory" run="2026-11-22" status="one run" />';

describe('a sentence that was read again', () => {
  it('names the newest run, and whether it is the only one', () => {
    const older = memory.replace('2026-11-22', '2026-01-01').replace(' status="one run"', '');
    assert.equal(withNewestRuns(`A ${older} b`, records), `A ${memory} b`);
    const accepted = '<Figure of="run-waiting" measure="sync" run="2026-11-22" status="one run" />';
    assert.equal(withNewestRuns(accepted, records), '<Figure of="run-waiting" measure="sync" run="2026-11-30" />');
    assert.equal(withNewestRuns('<Figure of="x" measure="y" />', records), '<Figure of="x" measure="y" />');
  });
});

describe('a figure in a text of a data file', () => {
  it('is printed with its unit and its mark, from counts and from runs by hand', () => {
    assert.equal(filledText(`They held ${memory}.`, records), 'They held 30.7 and 37.9 MiB (one run so far).');
    assert.equal(
      filledText('<Figure of="bare-flask" measure="start" run="2026-11-22" status="one run" />', records),
      '0.13 to 0.19 s (one run so far)',
    );
    assert.equal(filledText('<Figure of="bare-django" measure="file" run="2026-11-22" />', records), '14 lines');
    assert.equal(filledText('<Figure of="run-waiting" measure="sync" run="2026-11-30" />', records), '4.0 s');
  });

  it('leaves what is given as it stands, and a text without figures as it is', () => {
    const data = { text: 'It is <Given claim="a">0.8 s</Given>.', list: ['x < 3'], day };
    assert.deepEqual(filled(data, records), { ...data, text: 'It is 0.8 s.' });
    const plain = { text: 'As it is.', list: [{ a: 1 }] };
    assert.equal(filled(plain, records), plain);
  });

  it('cannot be printed where it names nothing that stands', () => {
    assert.throws(() => filledText('<Figure of="bare-flask" measure="memory" run="2026-11-22" />', records), /one run/);
    assert.throws(
      () => filledText('<Figure of="bare-flask" measure="memory" run="2026-11-26" />', records),
      /withdrawn/,
    );
  });

  it('counts about as long as it is printed', () => {
    assert.equal(asPrinted(`They held ${memory}.`), 'They held 00.0 MiB (one run so far).');
    assert.equal(asPrinted('It is <Given claim="a">0.8 s</Given>.'), 'It is 0.8 s.');
  });

  it('is read as a tag, and a broken one is seen', () => {
    assert.deepEqual(tagsIn('A <Given claim="a">1 s</Given> and <Figure of="b" run="c" />'), [
      { name: 'Given', attributes: { claim: 'a' } },
      { name: 'Figure', attributes: { of: 'b', run: 'c' } },
    ]);
    assert.equal(withoutTags('A <Given claim="a">1 s</Given>.'), `A ${'·'.repeat(28)}.`);
    assert.ok(hasBrokenTag('<Figure of=b />'));
    assert.ok(!hasBrokenTag(memory));
  });
});
