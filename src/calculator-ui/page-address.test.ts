import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publishedModel } from '../calculator/content-files.ts';
import { blank, rateFrom, readPage, tidyName, writePage, type PageState } from './page-address.ts';

const model = publishedModel();

describe('the address of the page', () => {
  const state: PageState = {
    now: { answers: { choices: { size: 'tiny', known: 'flask' } }, name: 'Data team & co=1' },
    kept: { answers: { choices: { size: 'large' }, first: ['orm'] }, name: 'Plattform “Süd”' },
    project: 'Price API #2',
    rate: { perDay: 800.5, currency: '€' },
  };

  it('brings back answers, numbers and names, also of the scenario that is kept', () => {
    const { state: back, notices, answered } = readPage(writePage(state, model), model);
    assert.deepEqual(JSON.parse(JSON.stringify(back)), JSON.parse(JSON.stringify(state)));
    assert.deepEqual(notices, []);
    assert.ok(answered);
  });

  it('of a blank page holds the version alone', () => {
    assert.equal(writePage(blank, model), `m=${model.version}`);
    assert.equal(readPage(`m=${model.version}`, model).answered, false);
  });

  it('names what it cannot use, under the name of the scenario that holds it', () => {
    const pinned = encodeURIComponent('size=huge&name=Team X');
    const { state: read, notices } = readPage(`size=tiny&rate=-4&b=${pinned}`, model);
    assert.equal(read.rate, undefined);
    assert.deepEqual(
      notices.map(({ part }) => part),
      ['Team X: size=huge', 'rate=-4'],
    );
  });
});

it('a name is one short line without what nobody sees', () => {
  assert.equal(tidyName('  a\n\u202eb\u0000 c  '), 'a b c');
  assert.equal(tidyName('x'.repeat(100)).length, 60);
});

for (const [typed, perDay] of [
  ['800', 800],
  ['0.5', 0.5],
  ['0', undefined],
  ['-1', undefined],
  ['', undefined],
  ['1000001', undefined],
  ['many', undefined],
] as const)
  it(`“${typed}” is ${perDay === undefined ? 'no day rate' : 'a day rate'}`, () =>
    assert.equal(rateFrom(typed, 'EUR')?.perDay, perDay));
