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
  const kinds: Kind[] = ['term', 'question', 'capability', 'section', 'capability', 'page', 'question'];
  const hits = kinds.map((kind, at) => hit('abcdefg'[at]!, kind));

  it('begin with the best three, whatever they are; the others follow by kind, best group first', () => {
    assert.deepEqual(
      grouped(hits).map(({ name, hits: own }) => [name, own.map(({ title }) => title).join('')]),
      [
        ['Best matches', 'abc'],
        ['Guide', 'df'],
        ['Terms and comparison', 'e'],
        ['Questions', 'g'],
      ],
    );
  });

  it('are one group where only a few are found', () => {
    assert.deepEqual(
      grouped(hits.slice(0, 2)).map(({ name, hits: own }) => [name, own.length]),
      [['Best matches', 2]],
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
