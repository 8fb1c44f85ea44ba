import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { told, type Entry } from '../entry.ts';
import { faultyFigures, typedNumbers } from './figures.ts';

const entry = (collection: string, id: string, data: Record<string, unknown>, body = ''): Entry => ({
  ...{ collection, id, data, body, bodyLine: 10 },
  file: `content/${collection}/${id}`,
});
const own = entry('sources', 'run-sizes', {
  ...{ title: 'Sizes', kind: 'measurement', opened: new Date('2026-11-22') },
  figures: { flask: { value: '5,520', unit: 'kB', what: 'Flask' } },
});
const manual = entry('sources', 'manual', { title: 'Manual', kind: 'documentation' });
const rest = [own, manual, entry('claims', 'c', {})];
const figure = '<Figure of="run-sizes" measure="flask" run="2026-11-22" />';

describe('a figure or a given number', () => {
  const faults = (body: string, data = {}) => faultyFigures([...rest, entry('faq', 'q', data, body)]).map(told);

  it('is in order where it names what there is', () => {
    const given =
      '<Given source="manual">3 s</Given>, <Given claim="c">4 s</Given>, <Given estimate="a guess">5 s</Given>';
    assert.deepEqual(faults(`It is ${figure}. ${given}`, { answer: `It is ${figure}. ${given}` }), []);
  });

  it('is told with file, line, field and reason otherwise', () => {
    assert.deepEqual(
      faults('\nIt is <Figure of="run-sizes" measure="django" run="2026-11-22" />.', {
        answer: 'Take <Figure of="x" measure="y" />',
      }),
      [
        'content/faq/q: answer: <Figure> asks for "x", of which nothing was measured',
        'content/faq/q:11: body: <Figure> asks for the measure "django" of "run-sizes"; there are flask',
      ],
    );
    assert.deepEqual(
      faults('', { answer: 'It is <Figure of="run-sizes" measure="flask" run="2026-11-22" unit="no" />' }),
      [
        'content/faq/q: answer: <Figure> has no attribute "unit"; it takes of, measure, as, run, status, python, django, path',
      ],
    );
    assert.deepEqual(faults('', { answer: 'It is <Figure of=x />' }), [
      'content/faq/q: answer: holds a <Figure /> or <Given> that cannot be read; write name="value"',
    ]);
    assert.deepEqual(
      faults('A <Given source="none">3 s</Given> or <Given>4 s</Given> or <Given estimate="">5 s</Given>.'),
      [
        'content/faq/q:10: body: <Given> names the source "none", which there is not',
        'content/faq/q:10: body: <Given> says by one attribute who gives the number: source, claim or estimate',
        'content/faq/q:10: body: <Given> does not say what it estimates from',
      ],
    );
  });
});

describe('a number that is typed', () => {
  const found = (text: string, ...more: Entry[]) =>
    typedNumbers([...rest, ...more, entry('faq', 'q', {}, text)], ['one line', 'one request']).flatMap(
      ({ reason }) => /^types the number "([^"]*)"/.exec(reason)?.[1] ?? [],
    );

  it('is found with each unit, in digits and in words', () => {
    const numbers = [
      ...['31 MiB', '7 to 13 MiB', '0.10–0.13 ms', '60%', '60 per cent', '3.5 percent', '52 MB', '0.8 seconds'],
      ...[
        'six thousand times',
        'ten times',
        '1.6 times',
        '14 lines',
        'six other packages',
        'two or three Flask packages',
      ],
      ...[
        'eight requests',
        '5 and 30 MiB',
        'twenty packages',
        '2.5 million instructions',
        '23 packages',
        '1,933 lines',
      ],
    ];
    for (const each of numbers) assert.deepEqual(found(`It takes ${each}.`), [each]);
  });

  it('is none in other words, in code, in a quotation or as an idiom', () => {
    const texts = [
      ...['One line is enough.', 'It takes one request at a time.', 'At times it takes the lines of many packages.'],
      ...['Flask 3.1, WTForms 3.3 and two teams', 'Python 3.13 removes packages', 'an older one perhaps on request'],
      ...['Set `timeout = 30 s`.', 'They say “31 MiB”.', `It is ${figure}.`, '<Given claim="c">31 MiB</Given>'],
    ];
    for (const each of texts) assert.deepEqual(found(each), []);
  });

  it('is told with its line and how to write it', () => {
    const [problem] = typedNumbers([...rest, entry('faq', 'q', {}, 'It is small.\n\nIt\ntakes 31 MiB.')], []);
    assert.equal(
      told(problem!),
      'content/faq/q:13: body: types the number "31 MiB": name the figure of a run, <Figure of="…" measure="…" as="…" run="…" />, or who gives it, <Given source="…">31 MiB</Given> (or claim, or estimate)',
    );
  });

  it('is given by the sources of a claim, unless a measurement of ours is among them', () => {
    const claim = (source: string, more = {}) =>
      typedNumbers(
        [...rest, entry('claims', 'd', { nuance: 'It takes 31 MiB.', parts: [{ sources: [{ source }] }], ...more })],
        [],
      ).length;
    assert.equal(claim('manual'), 0);
    assert.equal(claim('run-sizes'), 1);
    assert.equal(claim('run-sizes', { nuance: 'Less.', changes: [{ what: 'Says 31 MiB no more.' }] }), 0);
    assert.equal(claim('manual', { also: [{ source: 'run-sizes' }] }), 1);
  });
});
