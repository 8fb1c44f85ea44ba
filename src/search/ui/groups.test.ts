import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hit, Kind } from '../query/answer.ts';
import { counted, grouped } from './groups.ts';

const hit = (title: string, kind: Kind): Hit => ({
  title,
  kind,
  path: '/',
  answer: '',
  excerpt: async () => [],
});

describe('hits in groups', () => {
  const hits = [hit('a', 'term'), hit('b', 'section'), hit('c', 'capability'), hit('d', 'page'), hit('e', 'question')];

  it('keep the best hit first, and the order inside each group', () => {
    assert.deepEqual(
      grouped(hits).map(({ name, hits: own }) => [name, own.map(({ title }) => title).join('')]),
      [
        ['Terms and comparison', 'ac'],
        ['Guide', 'bd'],
        ['Questions', 'e'],
      ],
    );
  });

  it('are none for no hits', () => assert.deepEqual(grouped([]), []));

  it('are counted in words', () => {
    assert.deepEqual(
      [0, 1, 2].map((count) => counted(count, 'group')),
      ['0 groups', '1 group', '2 groups'],
    );
  });
});
