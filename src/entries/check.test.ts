import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fontCharacters } from '../fonts/characters.ts';
import { checkContent } from './check.ts';
import { told } from './entry.ts';

/** The front matter that every article of the small guide has, with what is its own. */
const article = (own: string, body: string) => `---
${own}
summary: What this entry is about, in a sentence that is long enough for a list.
topics: [sub-core]
lean: even
flipsIf: something else holds.
aliases: []
claims: [flask-is-small]
related: []
versions: [flask-3.1]
reviewed: 2026-11-22
changes:
  - date: 2026-11-22
    what: First published.
---

${body}
`;
const cited = 'It is small. <Cite claim="flask-is-small" />';

const chapter = `---
title: Flask
summary: What this chapter is about, in a sentence that is long enough for a list.
order: 1
inShort: [One., Two., Three.]
reviewed: 2026-11-22
---

A small core.
`;
const claim = `number: 1
statement: Flask is small.
about: [flask]
parts:
  - says: Flask is small.
    state: supported
    main: true
    sources:
      - source: flask-docs
        locator: Foreword
note: It is.
nuance: It is small.
versions: [flask-3.1]
checked: 2026-11-22
topics: [sub-core]
`;
const source = `title: Foreword
publisher: Pallets
kind: documentation
url: https://flask.example/
opened: 2026-11-22
read: The page.
`;
const capability = `number: 1
title: Sessions
group: web
topics: [sub-core]
aliases: []
flask:
  support: built-in
  what: Signed cookies
  packages:
    - { name: Some-Package, series: '1.2', released: 2026-01-31 }
django: { support: built-in, what: On the server, packages: [] }
line: Both are fine.
nuance: Both are fine.
versions: [flask-3.1]
checked: 2026-11-22
sources:
  - { source: flask-docs, locator: Sessions }
`;
const term = `term: Session
definition: What a site remembers of a visitor.
aliases: []
topics: []
see: []
reviewed: 2026-11-22
`;

const wordList = `| We write | Not                             |
| -------- | ------------------------------- |
| CSRF     | forged request(s), forged posts |
| admin    | admin panel                     |
`;

/** A guide of one entry of most kinds, as text files. */
const guide: Record<string, string> = {
  'README.md': wordList,
  'chapters/flask.mdx': chapter,
  'sections/small-core.mdx': article('title: Small core\nchapter: flask\norder: 1\nbecause: It is small.', cited),
  'faq/is-it-small.mdx': article('question: Is it small?\nanswer: Yes.\ntheme: starting\norder: 1', cited),
  'pages/about.mdx': article('title: About\nbecause: It is small.', cited),
  'claims/flask-is-small.yaml': claim,
  'sources/flask-docs.yaml': source,
  'capabilities/sessions.yaml': capability,
  'glossary/session.yaml': term,
  'releases/flask-3.1.yaml': "framework: flask\nseries: '3.1'\nreleased: 2024-11-13\n",
  'topics.yaml': "- { id: sub-core, kind: section, label: 'The core' }\n",
};

const surroundings = {
  now: new Date('2026-11-22T11:00:00Z'),
  fingerprints: () => ({}),
  studyFingerprints: () => ({}),
  routes: ['/', '/print/', '/faq/', '/evidence/', '/glossary/', '/compare/'],
  characters: fontCharacters,
};
const problemsOf = async (files: Record<string, string | undefined>, now = surroundings.now): Promise<string[]> => {
  const present = Object.entries(files).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  return (await checkContent(new Map(present), { ...surroundings, now })).map(told);
};

const known = await problemsOf(guide);

/** What is said more than of the whole guide after some files changed. */
const problemsAfter = async (changes: Record<string, string | undefined>): Promise<string[]> =>
  (await problemsOf({ ...guide, ...changes })).filter((problem) => !known.includes(problem));

const question = 'faq/is-it-small.mdx';
/** Replaces a text in a file; that it was there is asserted. */
function edited(name: string, from: string, to: string): Record<string, string> {
  assert.ok(guide[name]!.includes(from), `${name} has no "${from}"`);
  return { [name]: guide[name]!.replace(from, to) };
}
const written = (body: string) => edited(question, 'It is small.', `It is small. ${body}`);

describe('the small guide of these tests', () => {
  it('lacks nothing but kinds of entries that it has no use for', () => {
    assert.deepEqual(
      known.filter((problem) => !/there is no such file; every kind of entry needs one$/.test(problem)),
      [],
    );
  });
});

const cases: Record<string, [what: string, change: Record<string, string | undefined>, expected: string[]][]> = {
  'a file that nothing reads': [
    ['with another ending', { 'glossary/orm.yml': term }, ['content/glossary/orm.yml: nothing reads this file']],
    ['with a Markdown ending', { 'faq/x.md': guide[question] }, ['content/faq/x.md: nothing reads this file']],
    ['with a capital ending', { 'faq/x.MDX': guide[question] }, ['content/faq/x.MDX: nothing reads this file']],
    [
      'in a folder of its own',
      { 'faq/sub/x.mdx': guide[question] },
      ['content/faq/sub/x.mdx: nothing reads this file'],
    ],
    ['of another kind', { 'faq/x.yaml': term }, ['content/faq/x.yaml: nothing reads this file']],
    ['in place of a study', { 'studies/x/study.yml': term }, ['content/studies/x/study.yml: nothing reads this file']],
    ['of what a study runs on', { 'studies/x/flask/app.py': 'pass', 'studies/x/flask.patch': 'Why.' }, []],
    ['in a folder that no kind has', { 'claim/x.yaml': claim }, ['content/claim/x.yaml: nothing reads this file']],
  ],
  'a collection that is gone': [
    ['topics', { 'topics.yaml': undefined }, ['content/topics.yaml: the file is missing']],
    ['every release', { 'releases/flask-3.1.yaml': undefined }, ['content/releases/*.yaml: there is no such file']],
  ],
  'a file that cannot be read': [
    ['topics with a slip', { 'topics.yaml': '- { id: sub-core, kind: section\n' }, ['content/topics.yaml:']],
    ['a field twice', edited(question, 'lean: even', 'lean: even\nlean: both'), [`content/${question}:9: is not YAML`]],
    ['no front matter', { [question]: 'Text only.' }, [`content/${question}:1: begins without front matter`]],
    ['an unclosed component', written('<Cite claim="flask-is-small">'), [`content/${question}:`, 'is not MDX']],
  ],
  'a field': [
    [
      'misspelt',
      edited(question, 'lean:', 'laen:'),
      [`content/${question}:8: laen: is no field of faq`, 'lean: is missing'],
    ],
    ['empty', edited(question, 'theme: starting', 'theme:'), [`content/${question}:4: theme: is empty`]],
    [
      'a lean of a page without its reason',
      edited('pages/about.mdx', 'because: It is small.\n', ''),
      ['lean: has no "because": the reason in one line'],
    ],
    ['with a word that is none', edited(question, 'lean: even', 'lean: evne'), ['lean: is "evne"; it must be one of']],
    [
      'of blanks',
      edited(
        question,
        'summary: What this entry is about, in a sentence that is long enough for a list.',
        `summary: '${' '.repeat(60)}'`,
      ),
      ['summary: is empty'],
    ],
    [
      'too long',
      edited(question, 'Is it small?', `Is it ${'very '.repeat(30)}small?`),
      ['question: has', 'at most 90'],
    ],
    ['of the wrong kind', edited(question, 'order: 1', 'order: first'), ['order: must be a number']],
    [
      'with an http address',
      edited('sources/flask-docs.yaml', 'https:', 'http:'),
      ['content/sources/flask-docs.yaml:4: url: must be an address that begins with https://'],
    ],
    [
      'without its full stop',
      edited(question, 'something else holds.', 'something else holds'),
      ['flipsIf: completes "This flips if …", so it ends with a full stop'],
    ],
    [
      'cut by a #',
      edited(question, 'answer: Yes.', 'answer: C # is not meant.'),
      [`content/${question}:3: "# is not meant." is left out`],
    ],
    [
      'with one backtick',
      edited(question, 'answer: Yes.', 'answer: Use `flask.'),
      ['answer: a backtick has no partner'],
    ],
    [
      'with a character that the fonts lack',
      edited(question, 'Is it small?', 'Is it 小?'),
      ['question: the fonts have no “小” (U+5C0F)'],
    ],
  ],
  'a date': [
    [
      'that does not exist',
      edited(question, 'reviewed: 2026-11-22', 'reviewed: 2026-02-30'),
      ['reviewed: must be a day that exists'],
    ],
    [
      'in a thirteenth month',
      edited(question, 'reviewed: 2026-11-22', 'reviewed: 2026-13-01'),
      ['reviewed: must be a day that exists'],
    ],
    [
      'a thousand years ago',
      edited(question, 'reviewed: 2026-11-22', 'reviewed: 1026-11-22'),
      ['reviewed: lies before 2026-01-01'],
    ],
    [
      'with a time',
      edited(question, 'reviewed: 2026-11-22', 'reviewed: 2026-11-22T10:00:00+02:00'),
      ['reviewed: must be a day that exists'],
    ],
    [
      'of a release in the future',
      edited('releases/flask-3.1.yaml', '2024-11-13', '2030-01-01'),
      ['content/releases/flask-3.1.yaml:3: released: 2030-01-01 lies in the future'],
    ],
    [
      'of a package in the future',
      edited('capabilities/sessions.yaml', '2026-01-31', '2099-01-01'),
      ['flask.packages.released: 2099-01-01 lies in the future'],
    ],
    [
      'of the end of support before the release',
      { 'releases/flask-3.1.yaml': `${guide['releases/flask-3.1.yaml']}supportEnds: 2020-01-01\n` },
      ['supportEnds: lies before the release'],
    ],
    [
      'of a change above a newer one',
      edited(
        question,
        '    what: First published.',
        '    what: Changed.\n  - date: 2026-11-21\n    what: Again.\n  - date: 2026-11-22\n    what: First published.',
      ),
      ['changes.date: 2026-11-22 is newer than the change above it'],
    ],
  ],
  'a list': [
    [
      'with a claim twice',
      edited(question, 'claims: [flask-is-small]', 'claims: [flask-is-small, flask-is-small]'),
      ['claims: "flask-is-small" stands in the list already'],
    ],
    [
      'that leads to itself',
      edited(question, 'related: []', 'related: [faq/is-it-small]'),
      ['related: leads to the entry itself'],
    ],
    [
      'with an entry twice',
      edited(question, 'related: []', 'related: [pages/about, pages/about]'),
      ['related: "pages/about" stands in the list already'],
    ],
    [
      'of topics with one twice',
      { 'topics.yaml': `${guide['topics.yaml']}${guide['topics.yaml']}` },
      ['content/topics.yaml:2: the topic "sub-core" is there already'],
    ],
  ],
  'a way of asking': [
    [
      'that stands at another entry, in other letters',
      {
        ...edited(question, 'aliases: []', 'aliases: []\nasked: [How small is it?]'),
        ...edited('pages/about.mdx', 'aliases: []', 'aliases: []\nasked: [what is it, how SMALL is it]'),
      },
      ['content/pages/about.mdx:', 'asked: "how SMALL is it" leads to content/faq/is-it-small.mdx already'],
    ],
    [
      'that is the title of another entry',
      edited('pages/about.mdx', 'aliases: []', 'aliases: []\nasked: [is it small]'),
      ['asked: "is it small" leads to content/faq/is-it-small.mdx already'],
    ],
    [
      'that is another name of another entry',
      {
        ...edited(question, 'aliases: []', 'aliases: [tiny]'),
        ...edited('pages/about.mdx', 'aliases: []', 'aliases: []\nasked: [Tiny?]'),
      },
      ['asked: "Tiny?" leads to content/faq/is-it-small.mdx already'],
    ],
    [
      'twice',
      edited('pages/about.mdx', 'aliases: []', 'aliases: []\nasked: [how small, how small?]'),
      ['asked: "how small?" stands in the list already'],
    ],
  ],
  'a word that the list has another for': [
    [
      'in a text, with its line',
      written('It holds\n\nagainst forged\nrequests.'),
      [`content/${question}:22: body: incorrect term: “forged requests”, use “CSRF” instead`],
    ],
    [
      'in a field, with its line',
      edited(question, 'answer: Yes.', 'answer: Yes, with an admin panel.'),
      [`content/${question}:3: answer: incorrect term: “admin panel”, use “admin” instead`],
    ],
    [
      'in a list of a data file',
      edited('sources/flask-docs.yaml', 'read: The page.', 'read: The page on csrf, and no more.'),
      ['content/sources/flask-docs.yaml:6: read: incorrect term: “csrf”, use “CSRF” instead'],
    ],
    [
      'in a sentence after the one that has the term',
      written('CSRF is refused. A forged request is not.'),
      ['body: incorrect term: “forged request”, use “CSRF” instead'],
    ],
    ['where there is no list', { 'README.md': '# Adding to the guide' }, ['content/README.md: has no word list']],
  ],
  'a judgement that is called ours twice': [
    [
      'on a page of its own',
      {
        [question]: article(
          'question: Is it small?\nanswer: Yes, we think.\ntheme: starting\norder: 1',
          `In our view so. ${cited}`,
        ),
      },
      [`content/${question}:20: body: "In our view" stands on the page already`],
    ],
    [
      'in two sections of a chapter',
      {
        'chapters/flask.mdx': chapter.replace('A small core.', 'We believe that it is small.'),
        ...edited('sections/small-core.mdx', 'because: It is small.', 'because: It is small, in our judgement.'),
      },
      ['content/sections/small-core.mdx:5: because: "in our judgement" stands on the page already'],
    ],
    [
      'in two terms of the glossary',
      {
        ...edited('glossary/session.yaml', 'of a visitor.', 'of a visitor, we think.'),
        'glossary/token.yaml': term.replace('Session', 'Token').replace('What', 'In our opinion, what'),
      },
      ['content/glossary/token.yaml:2: definition: "In our opinion" stands on the page already'],
    ],
  ],
  'a name': [
    [
      'of a page of the site',
      { 'pages/print.mdx': article('title: Print\nbecause: It is small.', cited) },
      ['content/pages/print.mdx: file name: /print/ is a page of the site already'],
    ],
    [
      'at a path that no file shows',
      { 'pages/about.mdx': article('title: About\nbecause: It is small.\npath: /nowhere/', cited) },
      ['content/pages/about.mdx:4: path: no file in src/pages/ shows a page at /nowhere/'],
    ],
    [
      'that the glossary has for a part',
      { 'glossary/main.yaml': term.replace('Session', 'Main') },
      ['content/glossary/main.yaml: file name: "main" is what its page calls a part of its own'],
    ],
    [
      'that the evidence has for a part',
      { 'claims/verdict-holds.yaml': claim.replace('number: 1', 'number: 2').replace('is small.', 'is tiny.') },
      ['content/claims/verdict-holds.yaml: file name: "verdict-holds" is what'],
    ],
    [
      'that was the name of another',
      edited('pages/about.mdx', 'title: About', 'title: About\nredirectFrom: [print]'),
      ['redirectFrom: /print/ is a page of the site'],
    ],
  ],
  'a text': [
    ['with a script', written('<script>alert(1)</script>'), ['body: <script> is not for texts']],
    ['with a frame', written('<iframe src="https://x.example/"></iframe>'), ['body: <iframe> is not for texts']],
    [
      'with a style',
      written('<Cite claim="flask-is-small" style="color: red" />'),
      ['body: <Cite> has no attribute "style"'],
    ],
    [
      'with a listener',
      written('<Term of="session" onClick="x">session</Term>'),
      ['body: <Term> has no attribute "onClick"'],
    ],
    ['with an image of another site', written('![A](https://x.example/a.png)'), ['body: a text shows no images']],
    ['with a link to another site', written('[A](https://x.example/)'), ['body: "https://x.example/" is another site']],
    ['with an address that is none', written('[A](/evidence/#100%)'), ['body: "/evidence/#100%" is no address']],
    ['with a link to nothing', written('[A](/faq/gone/)'), ['body: "/faq/gone/" leads to a page that is not there']],
    [
      'with a link without its slash',
      written('[A](/faq)'),
      ['body: "/faq" leads to a page that is not there; an address ends with a slash'],
    ],
    [
      'with a link to a place that is none',
      written('[A](/glossary/#gone)'),
      ['body: "/glossary/#gone" leads to a place that is not there'],
    ],
    [
      'with a component that is none',
      written('<Cita claim="flask-is-small" />'),
      [`content/${question}:20: body: <Cita> is not for texts`],
    ],
    ['with a component that lacks its name', written('<Term>session</Term>'), ['body: <Term> lacks its "of"']],
    [
      'with a term in braces that is none',
      written('<Term of={"csrf"}>CSRF</Term>'),
      ['body: <Term>: "glossary/csrf" does not exist'],
    ],
    [
      'with a citation in a comment only',
      edited(question, cited, 'It is. {/* <Cite claim="flask-is-small" /> */}'),
      ['claims: "flask-is-small" is listed, but the text never cites it'],
    ],
    ['with a program', written('{1 + 1}'), ['body: "{1 + 1}" is a program']],
    ['with one backtick', written('Use `flask.'), ['body: a backtick has no partner']],
    [
      'with a heading of the first level',
      { [question]: `${guide[question]}\n# Why\n` },
      ['body: a heading of level 1 cannot stand here'],
    ],
    [
      'with what a merge left',
      { [question]: `${guide[question]}\n=======\n` },
      ['"=======" is left over from a merge'],
    ],
    [
      'with a character that turns the writing',
      written('a\u202eb'),
      [`content/${question}:20: holds the invisible character U+202E`],
    ],
    ['with a control character', written('a\u0000b'), ['holds the invisible character U+0000']],
  ],
};

for (const [subject, rows] of Object.entries(cases)) {
  describe(`${subject} is told`, () => {
    for (const [what, change, expected] of rows) {
      it(what, async () => {
        const found = (await problemsAfter(change)).join('\n');
        for (const part of expected) assert.ok(found.includes(part), `"${part}" is missing in:\n${found}`);
      });
    }
  });
}

describe('content that is in order', () => {
  const accepted: [what: string, change: Record<string, string>][] = [
    [
      'a comment in code is no heading',
      edited('sections/small-core.mdx', cited, `${cited}\n\n~~~python\n# comment\n~~~`),
    ],
    ['an import in code is none', edited('sections/small-core.mdx', cited, `${cited}\n\n~~~python\nimport flask\n~~~`)],
    ['a citation in braces counts', edited(question, 'claim="flask-is-small"', 'claim={"flask-is-small"}')],
    ['a comment on its own line is none of the text', edited(question, 'answer:', '# A comment.\nanswer:')],
    ['plain words that explain their term', written('It refuses CSRF, a forged request from another site.')],
    [
      'a judgement that is called ours once on each page',
      {
        ...edited(question, 'answer: Yes.', 'answer: Yes, we think.'),
        ...edited('pages/about.mdx', 'because: It is small.', 'because: It is small, we think.'),
      },
    ],
    ['the words of others', written('They ask for an “admin panel”, as `forged requests`.')],
    [
      'the words in which people ask',
      edited(question, 'aliases: []', 'aliases: [forged requests]\nasked: [is there an admin panel]'),
    ],
    ['line ends of Windows', { [question]: guide[question]!.replaceAll('\n', '\r\n') }],
    ['a byte order mark', { [question]: `\uFEFF${guide[question]}` }],
    ['what an example consists of', { 'examples/hello/flask/app.py': 'x', 'examples/hello/shared/a/b.txt': 'x' }],
  ];
  for (const [what, change] of accepted) it(what, async () => assert.deepEqual(await problemsAfter(change), []));

  it('has been read today where the day begins first', async () => {
    const early = new Date('2026-11-21T11:00:00Z');
    const late = new Date('2026-11-21T09:00:00Z');
    const ahead = async (now: Date) =>
      (await problemsOf(guide, now)).filter((problem) => problem.includes('in the future'));
    assert.deepEqual(await ahead(early), []);
    assert.notDeepEqual(await ahead(late), []);
  });

  it('is told where a row is refused whose package a text names', async () => {
    const found = await problemsAfter({
      ...edited('capabilities/sessions.yaml', 'released: 2026-01-31', 'released: 2026-01-31, upkeep: active'),
      ...written('<Package name="Some-Package" of="sessions" />'),
    });
    assert.deepEqual(found, ['content/capabilities/sessions.yaml:10: flask.packages.upkeep: is no field here']);
  });

  it('is told whole: a broken file does not hide what is wrong in another', async () => {
    const found = await problemsAfter({
      ...edited(question, 'lean: even', 'lean: evne'),
      ...edited('pages/about.mdx', 'related: []', 'related: [faq/gone]'),
    });
    assert.equal(found.length, 2);
  });
});

describe('a number with a unit', () => {
  it('stops the check where it is typed, unless the README knows it as an idiom', async () => {
    const typed = written('It takes 31 MiB, in one line.');
    assert.match((await problemsAfter(typed)).join('\n'), /is-it-small.mdx:\d+: body: types the number "31 MiB"/);
    const idioms = `${wordList}\n| Idiom | As in |\n| - | - |\n| one line, 31 MiB | in one line |\n`;
    assert.deepEqual(await problemsAfter({ ...typed, 'README.md': idioms }), []);
  });

  it('is printed from a run, and quotes the newest one', async () => {
    const own = (more: string) => `title: Sizes
publisher: We
kind: measurement
opened: 2026-11-21
read: Our run.
figures:
  flask: { value: '5,520', unit: kB, what: Flask${more} }
`;
    const changed = (more: string, run: string) => ({
      'sources/run-sizes.yaml': own(more),
      'claims/flask-is-small.yaml': claim.replace('source: flask-docs', 'source: run-sizes'),
      ...written(`It takes <Figure of="run-sizes" measure="flask" run="${run}" />.`),
    });
    const about = async (more: string, run: string) =>
      (await problemsAfter(changed(more, run))).filter((problem) => problem.includes('<Figure>'));
    assert.deepEqual(await about('', '2026-11-21'), []);
    assert.match((await about(', again: 2026-11-22', '2026-11-21')).join(), /the newest is 2026-11-22/);
  });
});
