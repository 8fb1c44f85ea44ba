import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openCache } from './cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'guide-cache-'));
after(() => rmSync(folder, { recursive: true }));
const bytes = (text: string) => async () => Buffer.from(text);
const age = (file: string, days: number) => utimesSync(file, new Date(), new Date(Date.now() - days * 86_400_000));

describe('the cache of a step', () => {
  it('makes a thing once for each content, in this build and the next', async () => {
    const first = openCache('once', folder);
    assert.equal(`${await first.get('a', bytes('made of a'))}`, 'made of a');
    assert.equal(`${await first.get('a', bytes('not again'))}`, 'made of a');
    const next = openCache('once', folder);
    assert.equal(`${await next.get('a', bytes('not again'))}`, 'made of a');
    assert.equal(`${await next.get('b', bytes('made of b'))}`, 'made of b');
    assert.deepEqual([first.made, next.made], [1, 1]);
  });

  it('keeps nothing of work that failed', async () => {
    const failing = async () => {
      throw new Error('no');
    };
    const cache = openCache('failing', folder);
    await assert.rejects(cache.get('a', failing), /no/);
    assert.equal(`${await cache.get('a', bytes('made'))}`, 'made');
  });

  it('removes what no build has used for a month, and keeps what one uses now and then', async () => {
    const place = join(folder, 'old');
    const cache = openCache('old', folder);
    await cache.get('unused', bytes('unused'));
    const [unused] = readdirSync(place);
    await cache.get('used', bytes('used'));
    for (const name of readdirSync(place)) age(join(place, name), 40);
    await cache.get('used', bytes('not again'));
    cache.tidy();
    assert.equal(readdirSync(place).length, 1);
    assert.notEqual(readdirSync(place)[0], unused);
  });
});
