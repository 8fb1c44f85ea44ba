import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { makeIndex, type Indexed, type SearchIndex } from './make-guide.ts';

const entry = (title: string, topics: string[], answer = 'Yes.'): Indexed => ({
  record: {
    path: `/faq/${title.toLowerCase()}/`,
    kind: 'question',
    title,
    answer,
    aliases: ['alias'],
    asked: [`${title} put otherwise`],
    topics,
  },
  text: `The whole text about ${title}.`,
});

describe('what the search reads', () => {
  const entries = [entry('Caching', ['b', 'a']), entry('Verdict', ['page-verdict']), entry('Sessions', ['a'])];
  const topics = [{ id: 'a', label: 'Subject', path: '/faq/sessions/' }];
  let made: SearchIndex;
  before(async () => {
    made = await makeIndex(entries, topics);
  });

  it('has every entry in order, without what only the build needs', () => {
    assert.deepEqual(made.guide.entries[0], {
      path: '/faq/caching/',
      kind: 'question',
      title: 'Caching',
      answer: 'Yes.',
    });
    assert.deepEqual(
      made.guide.entries.map(({ title }) => title),
      ['Caching', 'Verdict', 'Sessions'],
    );
    assert.deepEqual(made.guide.summaries, [1]);
  });

  it('names each entry as Pagefind does', () => {
    assert.equal(new Set(made.guide.ids.split(' ')).size, 3);
  });

  it('lists the words of names that do not stand in these entries, and those that Pagefind has', () => {
    assert.equal(made.guide.words, 'alias');
    assert.equal(made.guide.keywords, 'text whole');
  });

  it('knows how people ask for each entry', () => {
    assert.deepEqual(made.guide.names, ['alia', 'alia', 'alia']);
    assert.deepEqual(made.guide.ways, ['cach otherwis put', 'otherwis put verdict', 'otherwis put session']);
  });

  it('is the same each time, so that no page names a file that another run made', async () => {
    const again = await makeIndex(entries, topics);
    assert.deepEqual(again.files, made.files);
    assert.deepEqual(again.guide, made.guide);
  });

  it('lists the entries of a topic, first those that treat it first', () => {
    assert.deepEqual(made.topics[0]!.entries, ['/faq/sessions/', '/faq/caching/']);
  });

  it('has all that Pagefind needs, and none of its own user interfaces', () => {
    for (const name of ['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind', ...made.files])
      assert.ok(made.bundle.has(name.replace(/\?.*/, '')), name);
    assert.deepEqual(
      [...made.bundle.keys()].filter((name) => /-ui|highlight|worker|unknown/.test(name)),
      [],
    );
  });

  it('stands unzipped, so that the host can send it smaller than zipped', () => {
    for (const [name, content] of made.bundle) assert.notDeepEqual([...content.slice(0, 2)], [0x1f, 0x8b], name);
  });
});
