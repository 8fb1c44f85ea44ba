import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry, Guide } from '../index/format.ts';
import { engineOf } from './engine.ts';

const count = 40;
const entry = (id: number): Entry => ({
  path: `/faq/${id}/`,
  kind: 'question',
  title: `Sessions ${id}`,
  answer: 'An answer.',
});
const everyEntry = Array.from({ length: count }, (_, id) => entry(id));

/** An index in which every entry has every word, the first one best. */
const index = { search: async () => new Map(everyEntry.map((_, id) => [id, count - id])) };

function search(entries: Entry[]) {
  const asked: string[] = [];
  const guide: Guide = { count, entries, words: 'sessions', summaries: [] };
  const engine = engineOf(index, guide, async (file) => {
    asked.push(file);
    return Response.json(entry(Number(/\d+/.exec(file)![0])));
  });
  return { asked, answer: engine.search('sessions') };
}

describe('the engine', () => {
  it('shows thirty hits where all entries came along, and asks for nothing more', async () => {
    const { asked, answer } = search(everyEntry);
    assert.deepEqual(
      (await answer).hits.map(({ path }) => path),
      everyEntry.slice(0, 30).map(({ path }) => path),
    );
    assert.deepEqual(asked, []);
  });

  it('asks for the eighteen best where each entry is a file of its own', async () => {
    const { asked, answer } = search([]);
    const best = everyEntry.slice(0, 18);
    assert.deepEqual(
      (await answer).hits.map(({ path }) => path),
      best.map(({ path }) => path),
    );
    assert.deepEqual(
      asked,
      best.map((_, id) => `entries/${id}.json`),
    );
  });
});
