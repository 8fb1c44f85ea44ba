import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fontCharacters } from '../../fonts/characters.ts';
import { told, type Entry } from '../entry.ts';
import { problemsAmong } from './index.ts';
import { unlistedInFeatures } from './references.ts';

const today = new Date('2026-11-22');

/** A small guide without a problem; each test breaks one thing in it. */
function guide(): Record<'section' | 'question' | 'useCase' | 'claim' | 'source' | 'example' | 'run', Entry> & {
  rest: Entry[];
} {
  const articleFields = {
    topics: ['sub-flask-core'],
    claims: ['flask-is-small'],
    versions: ['flask-3.1'],
    reviewed: today,
    changes: [{ date: today, what: 'First published.' }],
    redirectFrom: [],
  };
  return {
    section: entry(
      'sections/small-core.mdx',
      { ...articleFields, title: 'Small core', chapter: 'flask', order: 1, related: ['faq/is-it-small'] },
      'Flask is small. <Cite claim="flask-is-small" />\n\n<CodePair example="hello" />',
    ),
    question: entry(
      'faq/is-it-small.mdx',
      { ...articleFields, question: 'Is it small?', order: 1, related: [] },
      '<Annotated claim="flask-is-small">\n\nYes.\n\n</Annotated>',
    ),
    useCase: entry(
      'use-cases/api.mdx',
      { ...articleFields, title: 'An API', order: 1, related: [] },
      '## Why\n\nSmall. <Cite claim="flask-is-small" />\n\n## When to choose the other one\n\n## What it looks like\n',
    ),
    claim: entry('claims/flask-is-small.yaml', {
      number: 1,
      statement: 'Flask is small.',
      parts: [partOf('flask-docs')],
      note: 'It is.',
      said: [],
      topics: ['sub-flask-core'],
      versions: ['flask-3.1'],
      checked: today,
    }),
    source: entry('sources/flask-docs.yaml', { title: 'Design', opened: today, url: 'https://flask.example/' }),
    example: entry('examples/hello.yaml', { title: 'Hello' }),
    run: entry('runs/hello.json', { date: today, files: { ...files } }),
    rest: [
      entry('chapters/flask.mdx', { title: 'Flask', order: 1, reviewed: today }, 'A small core.'),
      { ...entry('releases/flask-3.1.yaml', {}), id: 'flask-3.1' },
      entry('topics/sub-flask-core.yaml', {}),
    ],
  };
}

/** The part at the core of a claim, supported by the named sources. */
const partOf = (...sources: string[]): Record<string, unknown> => ({
  says: 'It is.',
  state: 'supported',
  main: true,
  sources: sources.map((source) => ({ source, locator: 'What does micro mean' })),
});

/** A second claim beside the first. */
const second = (claim: Entry, data: Record<string, unknown>): Entry => ({
  ...claim,
  id: 'b',
  file: 'content/claims/b.yaml',
  data: { ...claim.data, number: 2, statement: 'Other.', ...data },
});

const decided = (data: Record<string, unknown>): Entry =>
  entry('decisions/a-team.yaml', {
    project: 'A team',
    move: 'chose-flask',
    record: { url: 'https://decisions.example/1' },
    situation: 'An API was wanted.',
    outcome: { state: 'not-known', says: 'Nothing later was found.' },
    ...data,
  });

function entry(path: string, data: Record<string, unknown>, body = ''): Entry {
  const [collection, file] = path.split('/') as [string, string];
  return { collection, id: file.replace(/\.\w+$/, ''), file: `content/${path}`, data, body };
}

/** The files of the example, as they are and as they ran. */
const files = { 'content/examples/hello/flask/app.py': 'f1', 'src/lab/contracts/hello.contract.ts': 'f2' };

type Guide = ReturnType<typeof guide>;

function problemsAfter(change: (guide: Guide) => void): string[] {
  const changed = guide();
  change(changed);
  const { rest, ...entries } = changed;
  const surroundings = {
    now: today,
    fingerprints: () => files,
    studyFingerprints: () => files,
    routes: [],
    characters: fontCharacters,
  };
  return problemsAmong([...Object.values(entries), ...rest], surroundings).map(told);
}

describe('content without a problem', () => {
  it('passes every rule', () => {
    assert.deepEqual(
      problemsAfter(() => {}),
      [],
    );
  });
});

const runOf = (file: string, data: Record<string, unknown> = {}) =>
  entry(`measurements/${file}.json`, { date: today, machine: { processor: 'x', cores: 2 }, ...data });

describe('a second measuring run', () => {
  const second = (data: Record<string, unknown>, first: Record<string, unknown> = {}) =>
    problemsAfter(({ rest }) => rest.push(runOf('2026-11-30', first), runOf('2026-11-30-2', data)));

  it('of the same day and machine is refused', () => {
    assert.deepEqual(second({}), [
      'content/measurements/2026-11-30-2.json: date: content/measurements/2026-11-30.json is of the same day and machine; measure on another, or withdraw one',
    ]);
  });

  it('of another day or machine, or after a withdrawn one, is taken', () => {
    assert.deepEqual(second({ machine: { processor: 'y', cores: 2 } }), []);
    assert.deepEqual(second({ date: new Date('2026-11-01') }), []);
    assert.deepEqual(second({}, { withdrawn: { reason: 'One worker of two.' } }), []);
  });
});

describe('a study', () => {
  const told = { over: [], rows: { flask: 'Flask' }, columns: { lines: { label: 'Lines', unit: 'lines' } } };
  const ran = (rows: object, ranWith: object = files) => ({ files: ranWith, runs: [{ date: '2026-12-01', rows }] });
  const problems = (record?: object, study: object = told) =>
    problemsAfter(({ rest }) => {
      const own = (collection: string, file: string, data: object) =>
        rest.push({ ...entry(`studies/a-change/${file}`, { ...data }), collection, id: 'a-change' });
      own('studies', 'study.yaml', study);
      if (record) own('study-runs', 'runs.json', record);
    });

  it('whose run has its rows and columns and its files passes', () => {
    assert.deepEqual(problems(ran({ flask: { lines: 3 } })), []);
  });

  it('that has not run, whose run does not fit, or whose files changed since is refused with the command', () => {
    const again = 'run "npm run lab -- --studies a-change"';
    assert.deepEqual(problems(), [`content/studies/a-change/study.yaml: has not run; ${again}`]);
    assert.deepEqual(problems(ran({ flask: {} })), [
      `content/studies/a-change/runs.json: 2026-12-01: row "flask" has no column "lines"; ${again}`,
    ]);
    const file = Object.keys(files)[0]!;
    assert.deepEqual(problems(ran({ flask: { lines: 3 } }, { ...files, [file]: 'older' })), [
      `${file}: differs from the file that ran; ${again}`,
    ]);
  });

  it('over an example that there is not is refused', () => {
    assert.deepEqual(problems(ran({ flask: { lines: 3 } }), { ...told, over: ['nothing'] }), [
      'content/studies/a-change/study.yaml: over: there is no example nothing',
    ]);
  });
});

describe('a feature of the calculator', () => {
  it('names no package that its row does not list for that side', () => {
    const row = { flask: { packages: [{ name: 'Flask-Security' }] }, django: { packages: [] } };
    const of = (name: string) => ({ packages: { listed: [name] } });
    const feature = { row: 'accounts', flask: of('Flask-Security'), django: of('Flask-Security') };
    const entries = [
      entry('capabilities/accounts.yaml', row),
      { ...entry('calculator/features/accounts.yaml', feature), collection: 'calculator-features' },
    ];
    assert.deepEqual(unlistedInFeatures(entries).map(told), [
      'content/calculator/features/accounts.yaml: django.packages: the row lists no "Flask-Security", but no package',
    ]);
  });
});

const breakages: [what: string, change: (guide: Guide) => void, expected: string][] = [
  [
    'an unknown topic',
    ({ section }) => (section.data['topics'] = ['sub-flaks-core']),
    'content/sections/small-core.mdx: topics: "topics/sub-flaks-core" does not exist',
  ],
  [
    'a claim with an unknown source',
    ({ claim, source }) => {
      claim.data['parts'] = [partOf('flask-docs', source.id + 's')];
    },
    'content/claims/flask-is-small.yaml: parts.sources.source: "sources/flask-docss" does not exist',
  ],
  [
    'a related entry that does not exist',
    ({ section }) => (section.data['related'] = ['faq/gone']),
    'content/sections/small-core.mdx: related: "faq/gone" does not exist',
  ],
  [
    'an unknown release',
    ({ question }) => (question.data['versions'] = ['flask-9']),
    'content/faq/is-it-small.mdx: versions: "releases/flask-9" does not exist',
  ],
  [
    'a chapter that does not exist',
    ({ rest, section }) =>
      rest.push({
        ...section,
        id: 'other',
        file: 'content/sections/other.mdx',
        data: { ...section.data, title: 'Other', chapter: 'flaks' },
      }),
    'content/sections/other.mdx: chapter: "chapters/flaks" does not exist',
  ],
  [
    'an example that does not exist',
    ({ useCase }) => (useCase.body += '<CodePair example="gone" />'),
    'content/use-cases/api.mdx: body: <CodePair>: "examples/gone" does not exist',
  ],
  [
    'an example that never ran',
    ({ run }) => (run.id = 'other'),
    'content/examples/hello.yaml: has not run; run "npm run lab -- --contracts hello"',
  ],
  [
    'a sample that differs from what ran',
    ({ run }) => (run.data['files'] = { ...files, 'content/examples/hello/flask/app.py': 'old' }),
    'content/examples/hello/flask/app.py: differs from the file that ran; run "npm run lab -- --contracts hello"',
  ],
  [
    'a contract that is not the one that was kept',
    ({ run }) => (run.data['files'] = { ...files, 'src/lab/contracts/hello.contract.ts': 'old' }),
    'src/lab/contracts/hello.contract.ts: differs from the file that ran; run "npm run lab -- --contracts hello"',
  ],
  [
    'a row of the comparison that does not exist',
    ({ useCase }) => (useCase.body += '<Row of="gone" />'),
    'content/use-cases/api.mdx: body: <Row>: "capabilities/gone" does not exist',
  ],
  [
    'a drawing with more boxes in a level than fit',
    ({ useCase }) => (useCase.body += '\n\n<Sketch title="Three" levels={[["A"], ["B", "C", "D"]]} />\n'),
    'content/use-cases/api.mdx: body: <Sketch>: level 2 has 3 boxes, not 1 or 2',
  ],
  [
    'a package that the row does not list',
    ({ section, rest }) => {
      const seen = { name: 'Flask-Security', series: '5.9', released: today, upkeep: 'active' };
      const row = { title: 'Accounts', number: 1, flask: { packages: [seen] }, django: { packages: [] } };
      rest.push(entry('capabilities/accounts.yaml', row));
      section.body += '<Package name="Flask-Security" of="accounts" /> <Package name="Flask-Login" of="accounts" />';
    },
    'content/sections/small-core.mdx: body: <Package>: the row "accounts" lists no "Flask-Login", but Flask-Security',
  ],
  [
    'a term that the glossary does not have',
    ({ section }) => (section.body += '<Term of="orm">ORM</Term>'),
    'content/sections/small-core.mdx: body: <Term>: "glossary/orm" does not exist',
  ],
  [
    'a path that leads nowhere',
    ({ rest }) => rest.push(entry('paths/founder.yaml', { title: 'I am a founder', steps: [{ to: 'faq/gone' }] })),
    'content/paths/founder.yaml: steps.to: "faq/gone" does not exist',
  ],
  [
    'two entries with one title, whatever the capitals',
    ({ useCase }) => (useCase.data['title'] = 'SMALL core'),
    'content/use-cases/api.mdx: title: "SMALL core" is also the title of content/sections/small-core.mdx',
  ],
  [
    'two sections of a chapter at one position',
    ({ rest, section }) =>
      rest.push({
        ...section,
        id: 'other',
        file: 'content/sections/other.mdx',
        data: { ...section.data, title: 'Other' },
      }),
    'content/sections/other.mdx: order: 1 is also the order of content/sections/small-core.mdx; the next free one is 2',
  ],
  [
    'a section whose position leaves a gap',
    ({ section }) => (section.data['order'] = 33),
    "content/sections/small-core.mdx: order: 33 leaves a gap; its chapter's sections are counted from 1 to 1",
  ],
  [
    'a chapter without a section',
    ({ rest }) =>
      rest.push(entry('chapters/third.mdx', { title: 'Third', order: 2, reviewed: today }, 'Nothing follows.')),
    'content/chapters/third.mdx: no section names this chapter, so its page would be empty',
  ],
  [
    'two claims with one number',
    ({ rest, claim }) =>
      rest.push({ ...claim, id: 'b', file: 'content/claims/b.yaml', data: { ...claim.data, statement: 'Other.' } }),
    'content/claims/b.yaml: number: 1 is also the number of content/claims/flask-is-small.yaml; the next free one is 2',
  ],
  [
    'one address in two sources',
    ({ rest, source, claim }) => {
      rest.push({ ...source, id: 'b', file: 'content/sources/b.yaml' });
      claim.data['parts'] = [partOf('flask-docs', 'b')];
    },
    'content/sources/b.yaml: url: is also the url of content/sources/flask-docs.yaml',
  ],
  [
    'a file name that makes a poor address',
    ({ rest }) => rest.push(entry('faq/Is_It.mdx', { question: 'Is it?', claims: [], topics: [], versions: [] })),
    'content/faq/Is_It.mdx: file name: use lower-case words joined by hyphens',
  ],
  [
    'a review in the future',
    ({ question }) => (question.data['reviewed'] = new Date('2026-11-23')),
    'content/faq/is-it-small.mdx: reviewed: 2026-11-23 lies in the future',
  ],
  [
    'a change in the future',
    ({ section }) => (section.data['changes'] = [{ date: new Date('2027-01-01'), what: 'Later.' }]),
    'content/sections/small-core.mdx: changes.date: 2027-01-01 lies in the future',
  ],
  [
    'a source opened in the future',
    ({ source }) => (source.data['opened'] = new Date('2026-12-01')),
    'content/sources/flask-docs.yaml: opened: 2026-12-01 lies in the future',
  ],
  [
    'a page that cites a claim it does not list',
    ({ section }) => (section.data['claims'] = []),
    'content/sections/small-core.mdx: claims: the text cites "flask-is-small", which is not listed',
  ],
  [
    'a page that lists a claim it never cites',
    ({ question }) => (question.body = 'Yes.'),
    'content/faq/is-it-small.mdx: claims: "flask-is-small" is listed, but the text never cites it',
  ],
  [
    'a claim cited in the opening of a chapter',
    ({ rest }) => (rest[0]!.body = '<Cite claim="flask-is-small" />'),
    "content/chapters/flask.mdx: body: claims are cited in sections, not in the chapter's opening",
  ],
  [
    'a part of a claim that rests on nothing',
    ({ rest, claim }) => rest.push(second(claim, { parts: [partOf()] })),
    'content/claims/b.yaml: parts: names no source, and is not marked "judgement: true"',
  ],
  [
    'a part that rests on a judgement that the claim does not explain',
    ({ rest, claim }) => rest.push(second(claim, { parts: [{ ...partOf(), judgement: true }] })),
    'content/claims/b.yaml: parts: rests on our judgement, so the claim says in its own "judgement" why',
  ],
  [
    'an unproven part for which nobody searched',
    ({ rest, claim }) => rest.push(second(claim, { parts: [{ ...partOf(), state: 'unproven' }] })),
    'content/claims/b.yaml: parts: is unproven, so "searched" says what was looked for and what came up',
  ],
  [
    'a claim without a part at its core',
    ({ rest, claim }) => rest.push(second(claim, { parts: [{ ...partOf('flask-docs'), main: undefined }] })),
    'content/claims/b.yaml: parts: 0 of them are marked "main: true"; exactly one is',
  ],
  [
    'a claim that is denied throughout, with a note that does not say so',
    ({ rest, claim }) => rest.push(second(claim, { parts: [{ ...partOf('flask-docs'), state: 'denied' }] })),
    'content/claims/b.yaml: note: every part of the claim is denied, and the first sentence does not say so',
  ],
  [
    'two claims that contradict each other',
    ({ rest, claim }) => {
      claim.data['parts'] = [{ ...partOf('flask-docs'), subject: 'flask-is-small' }];
      const contrary = { ...partOf('flask-docs'), subject: 'flask-is-small', contrary: true };
      rest.push(second(claim, { parts: [contrary] }));
    },
    'content/claims/b.yaml: parts.subject: "flask-is-small" is denied here, but content/claims/flask-is-small.yaml has it supported',
  ],
  [
    'two places of one publisher that say a claim',
    ({ rest, claim }) => rest.push(second(claim, { said: [{ publisher: 'A blog' }, { publisher: 'A blog' }] })),
    'content/claims/b.yaml: said.publisher: "A blog" stands in the list already',
  ],
  [
    'a known outcome of a decision that nothing shows',
    ({ rest }) => rest.push(decided({ outcome: { state: 'held', says: 'Held.', seen: '2026', opened: today } })),
    'content/decisions/a-team.yaml: outcome.url: is missing: an outcome that is known says what shows it, and when',
  ],
  [
    'a decision that names a person by a handle',
    ({ rest }) => rest.push(decided({ situation: 'As @somebody wrote, an API was wanted.' })),
    'content/decisions/a-team.yaml: situation: names a person by a handle; say what they do instead',
  ],
  [
    'a team that runs both, of which nobody can tell where it began',
    ({ rest }) => rest.push(decided({ move: 'both' })),
    'content/decisions/a-team.yaml: from: is missing: "both" does not say what ran before',
  ],
  [
    'one record told twice',
    ({ rest }) => rest.push(decided({}), { ...decided({}), id: 'b', file: 'content/decisions/b.yaml' }),
    'content/decisions/b.yaml: record.url: is also the record of content/decisions/a-team.yaml',
  ],
  [
    'a source that nothing uses',
    ({ rest }) =>
      rest.push(entry('sources/spare.yaml', { title: 'Spare', opened: today, url: 'https://spare.example/' })),
    'content/sources/spare.yaml: no claim, no capability and nothing of the calculator uses this source',
  ],
  [
    'an example that no page shows',
    ({ rest }) => rest.push(entry('examples/spare.yaml', { title: 'Spare' }), entry('runs/spare.json', { files })),
    'content/examples/spare.yaml: no page shows this example',
  ],
  [
    'a text that imports a component',
    ({ useCase }) => (useCase.body = `import Box from './Box.astro';\n\n${useCase.body}`),
    'content/use-cases/api.mdx: body: a text imports nothing; it may use the components of src/components/prose',
  ],
  [
    'a heading inside a section',
    ({ section }) => (section.body += '\n\n### More\n'),
    'content/sections/small-core.mdx: body: a section has no headings of its own',
  ],
  [
    'a use case without its three headings',
    ({ useCase }) => (useCase.body = useCase.body.replace('## Why', '## Because')),
    'content/use-cases/api.mdx: body: its headings must be "Why", "When to choose the other one", "What it looks like"',
  ],
  [
    'an old address that is a present one',
    ({ question }) => (question.data['redirectFrom'] = ['is-it-small']),
    'content/faq/is-it-small.mdx: redirectFrom: /faq/is-it-small/ is the address of the entry itself',
  ],
  [
    'an old address that leads to two entries',
    ({ question, rest }) => {
      question.data['redirectFrom'] = ['tiny'];
      rest.push({
        ...question,
        id: 'b',
        file: 'content/faq/b.mdx',
        data: { ...question.data, question: 'Other?', order: 2 },
      });
    },
    'content/faq/b.mdx: redirectFrom: /faq/tiny/ already leads to content/faq/is-it-small.mdx',
  ],
];

describe('broken content is named with its file, its field and the reason', () => {
  for (const [what, change, expected] of breakages) {
    it(what, () => {
      assert.deepEqual(problemsAfter(change), [expected]);
    });
  }

  it('reports every problem at once', () => {
    const found = problemsAfter(({ section, source }) => {
      section.data['topics'] = ['gone'];
      source.data['opened'] = new Date('2030-01-01');
    });
    assert.equal(found.length, 2);
  });

  it('accepts code that imports something', () => {
    const found = problemsAfter(({ useCase }) => (useCase.body += '\n\n```python\nimport flask\n```\n'));
    assert.deepEqual(found, []);
  });

  it('accepts a part without a source where it is our judgement, or where a search found nothing', () => {
    const problems = (data: Record<string, unknown>) =>
      problemsAfter(({ rest, claim }) => rest.push(second(claim, data)));
    const ours = { ...partOf(), judgement: true };
    assert.deepEqual(problems({ parts: [ours], judgement: 'A matter of taste.' }), []);
    const searched = { ...partOf(), state: 'unproven', searched: { day: today, for: 'x', found: 'y' } };
    assert.deepEqual(problems({ parts: [searched] }), []);
  });
});
