import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check as formatted } from 'prettier';
import { fontCharacters } from '../fonts/characters.ts';
import { checkContent } from './check.ts';
import { told } from './entry.ts';
import { readContent } from './files.ts';
import { newEntry, newKinds } from './new-entry.ts';
import { kinds, writtenByLab } from './schema/index.ts';

const files = readContent();
const now = new Date();
/** A new entry of every kind, with a title that has to be quoted. */
const made = newKinds.map((kind) => ({
  kind,
  ...newEntry(kind, kind === 'releases' ? 'Flask 9.9' : `What's it for: ${kind}?`, files, now),
}));

describe('a new entry', () => {
  it('can be of every kind that people write', () => {
    const byProgram = [...writtenByLab, 'topics'];
    const expected = Object.keys(kinds).filter((kind) => !byProgram.includes(kind));
    assert.deepEqual(newKinds.map((kind) => kind.replace('/', '-')).sort(), expected.sort());
  });

  it('stands in a file of its own, as Prettier writes it', async () => {
    for (const { name, text } of made) {
      assert.ok(!files.has(name), name);
      assert.ok(await formatted(text, { filepath: name, singleQuote: true, printWidth: 120 }), name);
    }
  });

  it('of any kind is in order but for what is marked TODO, which is named', async () => {
    // The numbers of the calculator are checked as a whole, which takes long and says nothing of one entry.
    const others = [...files].filter(([name]) => !name.startsWith('calculator/'));
    const all = new Map([...others, ...made.map(({ name, text }) => [name, text] as const)]);
    const surroundings = {
      now,
      fingerprints: () => ({}),
      studyFingerprints: () => ({}),
      routes: [],
      characters: fontCharacters,
    };
    const problems = await checkContent(all, surroundings);
    for (const { name, text } of made) {
      const lines = text.split('\n');
      const own = problems.filter(({ file }) => file === `content/${name}`);
      const [toWrite, left] = [true, false].map((marked) =>
        own.filter(({ line }) => Boolean(line && lines[line - 1]?.includes('TODO')) === marked),
      );
      assert.notEqual(toWrite!.length, 0, name);
      // Nothing uses a new source or example yet, an example has not run, and a chapter has no section.
      const expected = /uses this source|shows this example|has not run|no section names this chapter/;
      assert.deepEqual(
        left!.map(told).filter((problem) => !expected.test(problem)),
        [],
      );
    }
  });

  it('takes the next number, a name that is free and the newest releases', () => {
    const first = newEntry(
      'claims',
      'Flask is small',
      new Map([
        ['claims/flask-is-small.yaml', 'number: 7'],
        ['releases/flask-3.1.yaml', 'framework: flask\nreleased: 2024-11-13\n'],
        ['releases/django-6.0.yaml', 'framework: django\nreleased: 2025-12-03\n'],
        ['releases/django-6.1.yaml', 'framework: django\nreleased: 2026-08-05\n'],
      ]),
      new Date('2026-11-22'),
    );
    assert.equal(first.name, 'claims/flask-is-small-2.yaml');
    assert.match(first.text, /^number: 8$/m);
    assert.match(first.text, /^versions: \[flask-3\.1, django-6\.1\]$/m);
    assert.match(first.text, /^checked: 2026-11-22$/m);
  });

  it('is refused where the kind is none, with the kinds that there are', () => {
    assert.throws(() => newEntry('question', 'Why?', files, now), /There is no kind "question"\. There are: .*faq/);
    assert.throws(() => newEntry('faq', '', files, now), /Say in quotes/);
  });
});
