import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { readAddress } from '../calculator/address.ts';
import { isAsked } from '../calculator/answers.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { answersCsv, asJson, cell, costsCsv } from './exports.ts';
import { asMarkdown, asPreview, fileName, recordOf } from './record.ts';
import { detailsOf } from './details-at-once.ts';
import { resultOf } from './result.ts';
import { say } from './said.ts';
import { toHtml } from './tree.ts';
import { words } from './words-for-tests.ts';

const model = publishedModel();
const query = `m=${model.version}&size=medium&workload=records&separate=none&people=p6&horizon=h60&first=orm.admin&later=rest`;
const { answers } = readAddress(query, model);
const samples = drawSamples(model, undefined, 200);
const result = resultOf(model, answers, samples);
const details = detailsOf(result.estimate, samples);
const said = say(result.verdict, 'full');
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

describe('a CSV', () => {
  it('of the answers is one table with a row for each question, an open one without an answer', () => {
    const rows: string[][] = parse(answersCsv(result, words, 'answers').text);
    assert.deepEqual(rows[0], ['Question', 'Answer']);
    assert.deepEqual(
      rows.find(([question]) => question === "'=size"),
      ["'=size", 'medium'],
    );
    assert.deepEqual(
      rows.find(([question]) => question === "'=python"),
      ["'=python", ''],
    );
    // The heads, the questions that these answers lead to, and both lists of features.
    const asked = model.questions.filter((question) => isAsked(question, answers));
    assert.equal(rows.length, 1 + asked.length + 2);
  });

  it('of the costs has every month from the release to the end of five years', () => {
    const rows: string[][] = parse(costsCsv(details, 'costs').text);
    assert.deepEqual(rows[0], ['Month', 'Flask', 'Django', 'Flask + Django']);
    assert.deepEqual(
      rows.slice(1).map(([month]) => Number(month)),
      Array.from({ length: 61 }, (_, month) => month),
    );
    for (const row of rows.slice(1)) assert.ok(row.every((value) => value !== '' && Number.isFinite(Number(value))));
  });
});

describe('the decision record', () => {
  const occasion = {
    project: 'Parts *shop* [v2]',
    date: '2026-11-30',
    address,
    absolute: (path: string) => `https://guide.example${path}`,
  };
  const record = recordOf(result, details, said, words, occasion);
  const text = asMarkdown(record);

  it('has the front matter of MADR, the project as its title, and the parts that the field expects', () => {
    assert.match(text, /^---\nstatus: proposed\ndate: 2026-11-30\ndecision-makers: \[\]\n/);
    assert.match(text, /^# Parts \\\*shop\\\* \\\[v2\\\]: Django$/m);
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
      ['Context', 'Decision', 'Consequences', 'Alternatives', 'Open questions', 'Confidence', 'Evidence'],
    );
  });

  it('gives every answer, every question that is open, and full addresses of the evidence', () => {
    for (const { id, preference } of model.questions) {
      const given = answers.choices[id];
      if (given) assert.ok(text.includes(`- =${id}: ${given}`), id);
      else if (!preference) assert.ok(text.includes(`- =${id}\n`), id);
    }
    assert.ok(text.includes(`](${address})`));
    for (const [, link] of text.matchAll(/\]\(([^)]+)\)/g)) assert.match(link!, /^https:\/\/guide\.example\//);
  });

  it('never calls a share a chance of being right', () => {
    assert.match(text, /That is not the chance of being right/);
    assert.doesNotMatch(text, /probab/i);
  });

  it('is previewed with the same words', () => {
    const html = toHtml(asPreview(record));
    for (const { title } of record.parts) assert.ok(html.includes(`<dt>${title}</dt>`));
    assert.ok(html.includes('Parts *shop* [v2]: Django'));
  });

  it('is open and names no decision where the verdict is too close to call', () => {
    const close = { ...said, called: false, shares: { flask: 45, django: 55, both: 0 }, share: 55 };
    const open = asMarkdown(recordOf(result, details, close, words, occasion));
    assert.match(open, /^---\nstatus: open\n/);
    assert.match(open, /No decision yet\. Django is ahead, 55 to 45 of 100; below 65 it is not called\./);
    assert.doesNotMatch(open, /We choose/);
  });
});

it('a file is named after its project, whatever was typed', () => {
  assert.equal(fileName('Teile-Börse / Süd!', 'costs'), 'teile-borse-sud-costs');
  assert.equal(fileName('', 'costs'), 'costs');
});

describe('the JSON of a result', () => {
  const { text } = asJson(result, details, said, address, 'result');
  const content = JSON.parse(text);

  it('brings back the same answers', () => {
    assert.deepEqual(content.answers.choices, answers.choices);
    assert.deepEqual([content.answers.first, content.answers.later], [answers.first, answers.later]);
  });

  it('has no number that is none, and none with more places than mean something', () => {
    assert.doesNotMatch(text, /:\s*null/);
    assert.doesNotMatch(text, /\d\.\d{5,}/);
  });
});
