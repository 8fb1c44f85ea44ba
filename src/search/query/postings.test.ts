import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meaningOf } from './phrases.ts';
import { postingsOf } from './postings.ts';

const entry = (name: string, answer: string, ...ways: string[]) => ({
  name: meaningOf(name),
  answer: meaningOf(answer),
  ways: [name, ...ways].map(meaningOf),
});
const postings = postingsOf([
  entry('Hosting', 'A server that others run.', 'cheap vps', 'vps', 'which vps'),
  entry('Servers', 'Gunicorn keeps workers.', 'slow vps'),
]);

describe('a word of an entry', () => {
  it('counts more in its name than in its answer', () => {
    assert.deepEqual(
      [...postings.of('servers')],
      [
        [0, 0.6],
        [1, 1],
      ],
    );
  });

  it('counts more the more ways of asking have it', () => {
    const places = postings.of('vps');
    assert.ok(places.get(0)! > places.get(1)!);
  });

  it('is found in any of its forms, and by its beginning', () => {
    assert.deepEqual([...postings.of('hosted').keys()], [0]);
    assert.deepEqual([...postings.of('guni').keys()], [1]);
    assert.equal(postings.of('zebra').size, 0);
  });
});
