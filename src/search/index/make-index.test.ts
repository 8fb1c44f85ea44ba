import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { guideFile, metaFile, textFile, topicsFile, type Guide, type Topic } from './format.ts';
import { makeIndex, type Indexed, type MadeIndex } from './make-index.ts';

const entry = (title: string, topics: string[], answer = 'Yes.'): Indexed => ({
  record: { path: `/faq/${title.toLowerCase()}/`, kind: 'question', title, answer, aliases: ['alias'], topics },
  text: `The whole text about ${title}.`,
});
const read = <Content>({ files }: MadeIndex, name: string) => JSON.parse(files.get(name)!.toString()) as Content;

describe('an index', () => {
  const entries = [entry('Caching', ['b', 'a']), entry('Verdict', ['page-verdict']), entry('Sessions', ['a'])];
  const topics = [{ id: 'a', label: 'Subject', path: '/faq/sessions/' }];
  let made: MadeIndex;
  before(async () => {
    made = await makeIndex(entries, topics);
  });

  it('brings few entries along, in order, without what only the build needs', () => {
    const { count, entries: known, summaries } = read<Guide>(made, guideFile);
    assert.equal(count, 3);
    assert.deepEqual(known[0], { path: '/faq/caching/', kind: 'question', title: 'Caching', answer: 'Yes.' });
    assert.deepEqual(summaries, [1]);
  });

  it('lists the words that do not stand in these entries', () => {
    assert.deepEqual(read<Guide>(made, guideFile).words.split(' '), ['alias', 'text', 'whole']);
  });

  it('lists the entries of a subject, first those that treat it first', () => {
    assert.deepEqual(read<Topic[]>(made, topicsFile)[0]!.entries, [2, 0]);
  });

  it('keeps each text by itself', () => {
    assert.equal(made.files.get(textFile(2))!.toString(), 'The whole text about Sessions.');
  });

  it('asks for no more than the first search needs', () => {
    assert.ok(!made.first.some((name) => /text|topics/.test(name)));
    for (const name of made.first) assert.ok(made.files.has(name), name);
  });

  it('names entries and chunks as short as can be', () => {
    assert.doesNotMatch(made.files.get(metaFile)!.toString('latin1'), /en_[0-9a-f]/);
  });

  it('lets many entries wait until they are shown', async () => {
    const many = await makeIndex(
      Array.from({ length: 401 }, (_, at) => entry(`Entry${at}`, [])),
      [],
    );
    assert.deepEqual(read<Guide>(many, guideFile).entries, []);
    assert.equal(JSON.parse(many.files.get('entries/400.json')!.toString()).title, 'Entry400');
  });
});
