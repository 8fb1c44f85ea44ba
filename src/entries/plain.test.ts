import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bodyOf } from './body.ts';
import { markdownOf } from './markdown.ts';
import { plainBody, plainText, type References } from './plain.ts';

const references: References = {
  claim: (id) => ({
    number: 7,
    statement: 'It is `so`.',
    verdict: 'Holds',
    note: 'It does, in `settings`.',
    source: id === 'judged' ? undefined : { title: 'The manual', address: 'https://manual.example/' },
    path: `/evidence/${id}/`,
  }),
  row: (id) => ({ number: 9, path: `/compare/#${id}` }),
  term: (id) => ({ path: `/glossary/#${id}` }),
  figure: ({ of, status }) => ({
    ...{ text: '34.6 MiB', details: `${String(of)}: 34.5 to 34.7 MiB`, path: '/measured/#memory', run: '1' },
    mark: status === undefined ? undefined : 'one run so far',
  }),
  given: (id) => ({ path: `/sources/#${id}` }),
  publisher: () => ({ named: 'Published by A.', reached: 'Tell them', address: 'mailto:a@guide.example' }),
  leans: () => [
    ['', 'Flask'],
    ['Questions', '3'],
  ],
  package: () => ({ seen: '5.9 (October 2026, active)' }),
  example: (_, region) => ({
    title: `The ${region} part`,
    told: 'Run on Monday.',
    samples: [{ label: 'Flask', remark: 'nothing added', code: 'x = "<b>"' }],
  }),
};
const body = (text: string) => plainBody(bodyOf(text), references);
const markdown = (text: string) =>
  markdownOf({ title: 'T', body: body(text).children }, (path) => `https://guide.example${path}`).replace(
    '# T\n\n',
    '',
  );
const words = (text: string) => plainText(body(text));

describe('a body in plain Markdown', () => {
  it('keeps what Markdown has: headings, lists, tables, code and its language', () => {
    const text = '## Why\n\n- One **two**\n\n| A | B |\n| - | - |\n| 1 | `x` |\n\n```html\n<p>\n```\n';
    assert.equal(markdown(text), '## Why\n\n- One **two**\n\n| A | B |\n| - | - |\n| 1 | `x` |\n\n```html\n<p>\n```\n');
  });

  it('turns what it names into links that lead from anywhere', () => {
    assert.equal(
      markdown('An <Term of="orm">ORM</Term>. <Cite claim="a" /> <Row of="b" /> [More](/faq/x/).'),
      'An [ORM](https://guide.example/glossary/#orm). [Claim 7](https://guide.example/evidence/a/) [Comparison, row R9](https://guide.example/compare/#b) [More](https://guide.example/faq/x/).\n',
    );
  });

  it('says what the comparison saw of a package, and where', () => {
    assert.equal(
      markdown('Accounts: <Package name="Flask-Security" of="accounts" />.'),
      'Accounts: **Flask-Security** 5.9 (October 2026, active) [Comparison, row R9](https://guide.example/compare/#accounts).\n',
    );
    assert.equal(words('Accounts: <Package name="Flask-Security" of="accounts" />.'), 'Accounts: Flask-Security.');
  });

  it('prints a measured number with its range behind a link, and whose number it is that we did not measure', () => {
    const figure = 'It took <Figure of="form" measure="memory" as="django" run="1" status="one run" />.';
    assert.equal(
      markdown(figure),
      'It took [34.6 MiB](https://guide.example/measured/#memory "form: 34.5 to 34.7 MiB") (one run so far).\n',
    );
    assert.equal(words(figure), 'It took 34.6 MiB (one run so far).');
    assert.equal(markdown(figure.replace(' status="one run"', '')).includes('one run'), false);
    const given = 'Take <Given source="a">0.8 s</Given> and <Given estimate="ours">half a second</Given>.';
    assert.equal(markdown(given), 'Take [0.8 s](https://guide.example/sources/#a) and half a second.\n');
    assert.equal(words(given), 'Take 0.8 s and half a second.');
  });

  it('says who publishes the guide, and how often it leans where', () => {
    assert.equal(
      markdown('<Publisher />\n\n<LeanCount />'),
      'Published by A. [Tell them](mailto:a@guide.example)\n\n| | Flask |\n| - | - |\n| Questions | 3 |\n',
    );
  });

  it('sets the note of a claim apart: what is said, its verdict in words, the finding and the first source', () => {
    assert.equal(
      markdown('<Annotated claim="a">\n\nIt is so.\n\n</Annotated>\n'),
      'It is so.\n\n> “It is `so`.”\n>\n> **Holds.** It does, in `settings`. [Claim 7](https://guide.example/evidence/a/)' +
        ' First source: [The manual](https://manual.example/)\n',
    );
    assert.doesNotMatch(markdown('<Annotated claim="judged">\n\nIt is so.\n\n</Annotated>\n'), /First source/);
  });

  it('prints examples as code, and says drawings in words', () => {
    assert.match(
      markdown('<CodePair example="e" region="list" />'),
      /^\*\*The list part\.\*\* Run on Monday\.\n\n\*\*Flask\*\*, nothing added:\n\n```python\nx = "<b>"\n```\n$/,
    );
    assert.equal(markdown('<Sketch title="Two" levels={[["A"], ["B", "C"]]} />'), '**Two.** A leads to B and C.\n');
    assert.equal(
      markdown('<Sketch title="Two" levels={[["A"], ["B"]]} joins={["A>B"]} />'),
      '**Two.** A leads to B.\n',
    );
  });

  it('leaves out comments, and keeps text that looks like markup as text', () => {
    assert.equal(markdown('{/* <Cite claim="a" /> */}\n\n5 \\* 3 \\< 4 `<b>`\n'), '5 \\* 3 < 4 `<b>`\n');
  });

  it('refuses a component that there is not, and a text that computes', () => {
    assert.throws(() => body('<Chart />'), /there is no component <Chart>/);
    assert.throws(() => body('Two is {1 + 1}.'), /a text computes nothing, but here stands \{1 \+ 1\}/);
  });
});

describe('the words of a body', () => {
  it('are those of its text, without numbers to follow, notes and code', () => {
    assert.equal(
      words(
        '## Why\n\nAn <Term of="orm">ORM</Term> helps. <Cite claim="a" /> So it is <Row of="b" />.\n\n<Annotated claim="a">\n\nOften.\n\n</Annotated>\n\n```\ncode\n```\n\n<CodePair example="e" />\n\n| A |\n| - |\n| `x` |\n',
      ),
      'Why An ORM helps. So it is. Often. A. x.',
    );
  });

  it('tell the cells and rows of a table apart', () => {
    assert.equal(
      words('Seen:\n\n| Run | Start |\n| - | - |\n| Flask, one file | 0.13 |\n| | Which? |\n'),
      'Seen: Run · Start. Flask, one file · 0.13. Which?',
    );
  });
});

describe('every text of the guide', () => {
  for (const file of globSync('content/{chapters,sections,use-cases,faq,pages}/*.mdx').sort()) {
    it(`${file} is plain Markdown without a trace of the page`, () => {
      const text = readFileSync(file, 'utf8').replace(/^---\r?\n.*?^---\r?\n/ms, '');
      const outsideCode = markdown(text)
        .replace(/```.*?```/gs, '')
        .replace(/`[^`\n]*`/g, '');
      assert.doesNotMatch(outsideCode, /(?<!\\)<\/?[A-Za-z]|\{|\bundefined\b|\bNaN\b|\[object [A-Z]/);
      assert.doesNotMatch(words(text), /<[A-Z]|Claim \d|\s\s|\bundefined\b/);
    });
  }
});
