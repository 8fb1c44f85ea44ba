import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { highlighted } from './highlight.ts';

const hits = (text: string, query: string) =>
  highlighted(text, query)
    .filter(({ hit }) => hit)
    .map(({ text: run }) => run);

describe('the words that are marked', () => {
  it('are those that begin like a word of the query', () => {
    assert.deepEqual(hits('A session and its sessions, not an obsession', 'session'), ['session', 'sessions']);
  });

  it('include other endings of a long word', () => {
    assert.deepEqual(hits('Migrating one migration', 'migrations'), ['Migrating', 'migration']);
    assert.deepEqual(hits('Two agencies and an agency', 'agencies'), ['agencies', 'agency']);
  });

  it('are found whatever their case and their accents', () => {
    assert.deepEqual(hits('Café CAFE', 'cafe'), ['Café', 'CAFE']);
  });

  it('are none for a query without a word', () => {
    for (const query of ['', ' ', '.*', '🙂', 'a']) assert.deepEqual(hits('a.* 🙂 text', query), []);
  });

  it('never change the text', () => {
    for (const text of ['', 'x', '<b>session</b> "quoted"', 'עברית session عربي', '.*+?^${}()|[\\]']) {
      assert.equal(
        highlighted(text, 'session עברית')
          .map((run) => run.text)
          .join(''),
        text,
      );
    }
  });
});
