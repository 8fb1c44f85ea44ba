import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Guide } from '../index/files.ts';
import { engineOf } from './engine.ts';
import type { Pagefind } from './pagefind.ts';

const count = 40;
const guide: Guide = {
  version: 'v1',
  entries: Array.from({ length: count }, (_, at) => ({
    id: `en_${at}`,
    path: `/faq/${at}/`,
    kind: 'question',
    title: `Sessions ${at}`,
    answer: 'An answer.',
  })),
  words: 'sessions',
  summaries: [],
};

/** Finds every entry for every word, the first one best. */
const pagefind = (ids: readonly string[]): Pick<Pagefind, 'search'> => ({
  search: async () => ({
    results: ids.map((id, at) => ({ id, score: count - at, data: () => Promise.reject(new Error('not needed')) })),
  }),
});
const never = {
  text: () => Promise.reject(new Error('not needed')),
  topics: () => Promise.reject(new Error('not needed')),
};

describe('the engine', () => {
  it('shows what Pagefind finds, best first, and fetches nothing for it', async () => {
    const engine = engineOf(pagefind(guide.entries.map(({ id }) => id)), guide, never);
    const { hits } = await engine.search('sessions');
    assert.deepEqual(
      hits.slice(0, 3).map(({ path }) => path),
      ['/faq/0/', '/faq/1/', '/faq/2/'],
    );
  });

  it('refuses an index of another state of the guide, so that the reader can load both anew', async () => {
    const engine = engineOf(pagefind(['en_of-another-build']), guide, never);
    await assert.rejects(engine.search('sessions'), /does not know/);
  });
});
