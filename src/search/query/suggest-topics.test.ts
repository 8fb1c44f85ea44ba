import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suggestTopics } from './suggest-topics.ts';

const labels = (query: string) =>
  suggestTopics(
    query,
    ['Team and hiring', 'Schema migrations', 'Judging scalability', 'Latency, throughput and memory'].map((label) => ({
      label,
    })),
  ).map(({ label }) => label);

describe('the suggestTopics topics', () => {
  it('have a word that is like one of the query', () => {
    assert.deepEqual(labels('emigrations'), ['Schema migrations']);
    assert.deepEqual(labels('unscallable scalabillitie'), ['Judging scalability']);
  });

  it('are none where nothing is alike', () => {
    for (const query of ['', '🙂', 'x', 'pizza', 'and']) assert.deepEqual(labels(query), [], query);
  });
});
