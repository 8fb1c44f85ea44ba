import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { readAddress } from '../calculator/address.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { asCsv, asJson, asRecord, cell } from './exports.ts';
import { detailsOf, resultOf } from './result.ts';
import type { Words } from './words.ts';

const model = publishedModel();
const query = 'm=1&size=medium&workload=records&separate=none&people=p6&horizon=h60&first=orm.admin&later=rest';
const { answers } = readAddress(query, model);
const result = resultOf(model, answers, drawSamples(model));
const details = detailsOf(result.estimate);
const words: Words = {
  question: (id) => `=${id}`,
  answer: (_, option) => option,
  reason: (question, option) => `${question}: ${option}`,
  feature: (id) => id,
  criterion: (id) => `${id}, "weighed"`,
  number: (name) => name,
  calculator: '/calculator/',
  method: '/calculator/method/',
};
const address = `https://guide.example/calculator/?${query}`;

describe('a cell of the CSV', () => {
  for (const [value, written] of [
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+4', "'+4"],
    ['-4', "'-4"],
    ['@here', "'@here"],
    [-4, '-4'],
  ] as const) {
    it(`writes ${JSON.stringify(value)} as ${JSON.stringify(written)}`, () => assert.equal(cell(value), written));
  }
});

describe('the CSV of a result', () => {
  const rows = parse(asCsv(result, details, words, address).text, { relax_column_count: true, skip_empty_lines: true });
  const at = (name: string) => rows.findIndex((row) => row[0] === name);

  it('has every criterion with its weight and scores, and totals that a reader can check', () => {
    const table = rows.slice(at('Criterion') + 1, at('Together'));
    assert.equal(table.length, model.criteria.length);
    const sum = table.reduce((total, row) => total + Number(row[1]) * Number(row[2]), 0);
    assert.ok(Math.abs(sum - Number(rows[at('Together')]![2])) < 0.1);
  });

  it('has every month from the release to the end of five years', () => {
    const months = rows.slice(at('Month') + 1, at('Month') + 62).map((row) => Number(row[0]));
    assert.deepEqual(
      months,
      Array.from({ length: 61 }, (_, month) => month),
    );
  });
});

describe('the decision record', () => {
  const { text } = asRecord(result, details, words, address);

  it('names reasons against before reasons for, and leaves the date to its reader', () => {
    assert.ok(text.indexOf('## Reasons against') < text.indexOf('## Reasons for'));
    assert.match(text, /Date: \(add the day of the decision\)\n\nStatus: proposed/);
  });

  it('holds every answer, open ones as not answered, and the address', () => {
    for (const { id } of model.questions)
      assert.ok(text.includes(`=${id}: ${answers.choices[id] ?? (id === 'separate' ? 'none' : 'not answered')}`), id);
    assert.ok(text.includes('- Features in the first release: orm, admin'));
    assert.ok(text.includes(address));
  });

  it('never calls a share a chance', () => {
    assert.doesNotMatch(text, /chance|probably/i);
    assert.match(text, /not the probability of being right/);
  });
});

describe('the JSON of a result', () => {
  const content = JSON.parse(asJson(result, details, address).text);

  it('brings back the same answers', () => {
    assert.deepEqual(content.answers.choices, answers.choices);
    assert.deepEqual([content.answers.first, content.answers.later], [answers.first, answers.later]);
  });

  it('has no number that is none', () => {
    assert.doesNotMatch(asJson(result, details, address).text, /:\s*null/);
  });
});
