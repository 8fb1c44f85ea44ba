import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Guide } from '../index/files.ts';
import { engineOf } from './engine.ts';
import type { Pagefind } from './pagefind.ts';

/** Three entries, which go by `en_0` to `en_2`. */
const guide: Guide = {
  version: 'v1',
  entries: [
    { path: '/faq/hosting/', kind: 'question', title: 'Where can I host it?', answer: 'Nearly everywhere.' },
    { path: '/verdict/', kind: 'page', title: 'The verdict', answer: 'Neither wins.' },
    { path: '/glossary/#hosting', kind: 'term', title: 'Hosting', answer: 'A server that others run.' },
  ],
  ids: 'en_0 en_1 en_2',
  names: ['cheap host', '', ''],
  ways: ['host flask>|put it onlin', '', ''],
  words: 'flask django',
  keywords: 'deploy queue',
  common: ['better way', 'onlin'],
  manuals: [{ title: 'Flask', url: 'https://flask.example/' }],
  summaries: [1],
};

/** What Pagefind finds for each word. */
const pagefind = (found: Record<string, string[]>): Pick<Pagefind, 'search'> => ({
  search: async (word) => ({
    results: (found[word ?? ''] ?? []).map((id) => ({
      id,
      score: 1,
      data: () => Promise.reject(new Error('not needed')),
    })),
  }),
});
const never = {
  text: () => Promise.reject(new Error('not needed')),
  topics: () => Promise.reject(new Error('not needed')),
  words: () => Promise.reject(new Error('not needed')),
  evidence: () => Promise.reject(new Error('not needed')),
};
const hosting = { queue: ['en_2'] };
const engine = engineOf(pagefind(hosting), guide, {
  ...never,
  topics: async () => [{ id: 'a', label: 'Hosting', path: '/faq/hosting/', entries: [] }],
  words: async () => 'context',
});
const pathsOf = async (question: string) => {
  const { hits, partial } = await engine.search(question);
  return (partial?.hits ?? hits).map(({ path }) => path);
};

describe('the engine', () => {
  it('shows what has a word in its title or its text, questions before terms, and fetches nothing for it', async () => {
    assert.deepEqual(await pathsOf('queue'), ['/glossary/#hosting']);
    const { hits } = await engineOf(pagefind(hosting), guide, never).search('hosting');
    assert.equal(hits[0]!.path, '/faq/hosting/');
  });

  it('finds an entry by a way of asking that Pagefind does not know', async () => {
    assert.equal((await pathsOf('put it online'))[0], '/faq/hosting/');
  });

  it('finds first the entry whose title has the very words', async () => {
    assert.equal((await pathsOf('host it'))[0], '/faq/hosting/');
    assert.equal((await pathsOf('the verdict'))[0], '/verdict/');
  });

  it('leads to the verdict where only the names are left', async () => {
    for (const question of ['flask or django', 'which is better, django or flask?', 'flask', 'Flask oder Django?'])
      assert.equal((await pathsOf(question))[0], '/verdict/', question);
  });

  it('leads to the verdict also where both are named beside a third framework', async () => {
    assert.equal((await pathsOf('why flask and not django or fastapi'))[0], '/verdict/');
  });

  it('does not lead to the verdict who asks what one of the two is, or for both together', async () => {
    for (const question of ['what is flask', 'use flask with django'])
      assert.notEqual((await pathsOf(question))[0], '/verdict/', question);
  });

  it('says in which language it was asked', async () => {
    const { language, hits } = await engine.search('Welche ist besser, Flask oder Django?');
    assert.equal(language, 'de');
    assert.equal(hits[0]!.path, '/verdict/');
    assert.equal((await engine.search('which is better')).language, undefined);
  });

  it('doubts what reports an error or names another framework, and shows what is nearest', async () => {
    for (const [question, doubt] of [
      ['ModuleNotFoundError: no module named hosting on my server', 'error'],
      ['hosting laravel', 'other-framework'],
      ['hosting blorbification zebras', 'unknown'],
    ] as const) {
      const { hits, partial } = await engine.search(question);
      assert.deepEqual([hits.length, partial?.doubt], [0, doubt], question);
      assert.ok(partial!.hits.length > 0, question);
    }
  });

  it('calls no word unknown that stands in a text', async () => {
    assert.deepEqual((await engine.search('hosting context')).ignored, []);
    assert.deepEqual((await engine.search('hosting blorb')).ignored, ['blorb']);
  });

  it('offers topics where nothing is found', async () => {
    const { hits, partial, topics } = await engine.search('zebra');
    assert.deepEqual([hits.length, partial, topics.length], [0, undefined, 1]);
  });

  it('refuses an index of another state of the guide, so that the reader can load both anew', async () => {
    const other = engineOf(pagefind({ queue: ['en_of-another-build'] }), guide, never);
    await assert.rejects(other.search('queue'), /does not know/);
  });
});
