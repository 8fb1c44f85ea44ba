import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cachesOf, isWholeKept, keepWhole } from './keep.ts';
import { hashOf, listPath, type KeptList } from './kept-files.ts';

const scope = 'https://guide.example/site/';
const listAddress = scope + listPath;
const names = cachesOf(scope);

/** The Cache Storage of a browser, as far as keeping uses it. */
class Storage {
  readonly #caches = new Map<string, Map<string, Response>>();
  /** How many files may still be stored before the device has no more room. */
  room = Infinity;

  async open(name: string) {
    const kept = this.#caches.get(name) ?? new Map<string, Response>();
    this.#caches.set(name, kept);
    return {
      match: async (url: string) => kept.get(url)?.clone(),
      put: async (url: string, response: Response) => {
        if (this.room-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
        kept.set(url, new Response(await response.arrayBuffer()));
      },
      delete: async (url: string) => kept.delete(url),
    };
  }
  async match(url: string, { cacheName }: { cacheName: string }) {
    return this.#caches.get(cacheName)?.get(url)?.clone();
  }
  async keys() {
    return [...this.#caches.keys()];
  }
  async delete(name: string) {
    return this.#caches.delete(name);
  }
  /** The kept files of a cache with their texts, without the list. */
  async contentOf(name: string): Promise<Record<string, string>> {
    const files = [...(this.#caches.get(name) ?? [])].filter(([url]) => url !== listAddress);
    return Object.fromEntries(
      await Promise.all(files.map(async ([url, file]) => [url.slice(scope.length), await file.clone().text()])),
    );
  }
}

let storage: Storage;
/** What the host has, by its address below the site's root. */
let host: Record<string, string>;
/** What was fetched from the host, without the list. */
let fetched: string[];
const before = { caches: globalThis.caches, fetch: globalThis.fetch };

beforeEach(() => {
  storage = new Storage();
  fetched = [];
  globalThis.caches = storage as unknown as CacheStorage;
  globalThis.fetch = async (input) => {
    const address = String(input).slice(scope.length);
    if (address !== listPath) fetched.push(address);
    return address in host ? new Response(host[address]) : new Response('', { status: 404 });
  };
});
afterEach(() => void Object.assign(globalThis, before));

/** Puts a state of the site on the host, and returns the name of the cache that keeps it. */
async function publish(build: string, texts: Record<string, string>): Promise<string> {
  const files: KeptList['files'] = [];
  for (const [address, text] of Object.entries(texts)) files.push([address, await hashOf(Buffer.from(text))]);
  host = { ...texts, [listPath]: JSON.stringify({ build, bytes: 1, files } satisfies KeptList) };
  return names.whole(build);
}
const visit = async (address: string, text: string) =>
  (await storage.open(names.visited)).put(scope + address, new Response(text));

describe('the whole guide', () => {
  it('is kept file by file, and known to be complete', async () => {
    const cache = await publish('a', { 'faq/': 'questions', '_astro/a.js': 'script' });
    assert.equal(await isWholeKept(scope), false);
    await keepWhole(scope);
    assert.equal(await isWholeKept(scope), true);
    assert.deepEqual(await storage.contentOf(cache), { 'faq/': 'questions', '_astro/a.js': 'script' });
  });

  it('is fetched once', async () => {
    await publish('a', { 'faq/': 'questions' });
    await keepWhole(scope);
    await keepWhole(scope);
    assert.deepEqual(fetched, ['faq/']);
  });

  it('is updated by what changed, and nothing of before stays', async () => {
    const first = await publish('a', { 'faq/': 'questions', 'guide/': 'guide', 'gone/': 'gone' });
    await keepWhole(scope);
    fetched = [];
    const second = await publish('b', { 'faq/': 'questions', 'guide/': 'a new guide', 'new/': 'new' });
    await keepWhole(scope);
    assert.deepEqual(fetched.sort(), ['guide/', 'new/']);
    assert.deepEqual(await storage.contentOf(second), { 'faq/': 'questions', 'guide/': 'a new guide', 'new/': 'new' });
    assert.deepEqual(await storage.contentOf(first), {});
    assert.equal((await storage.keys()).includes(first), false);
  });

  it('takes what was seen, and replaces what was seen of another state', async () => {
    const cache = await publish('a', { 'faq/': 'questions', 'guide/': 'guide' });
    await visit('faq/', 'questions');
    await visit('guide/', 'an old guide');
    await visit('other/', 'other');
    await keepWhole(scope);
    assert.deepEqual(fetched, ['guide/']);
    assert.deepEqual(await storage.contentOf(cache), { 'faq/': 'questions', 'guide/': 'guide' });
    assert.deepEqual(await storage.contentOf(names.visited), { 'other/': 'other' });
  });

  it('replaces a damaged copy', async () => {
    await publish('a', { 'faq/': 'questions' });
    await keepWhole(scope);
    await (await storage.open(names.whole('a'))).put(`${scope}faq/`, new Response(''));
    const next = await publish('b', { 'faq/': 'questions', 'new/': 'new' });
    await keepWhole(scope);
    assert.deepEqual(await storage.contentOf(next), { 'faq/': 'questions', 'new/': 'new' });
  });

  it('mends a damaged script without a new state of the guide', async () => {
    await publish('a', { 'faq/': 'questions', '_astro/a.1.js': 'script' });
    assert.equal(await keepWhole(scope), true);
    await (await storage.open(names.whole('a'))).put(`${scope}_astro/a.1.js`, new Response(''));
    await visit('_astro/a.1.js', '');
    fetched = [];
    assert.equal(await keepWhole(scope), false);
    assert.deepEqual(fetched, ['_astro/a.1.js']);
    assert.equal((await storage.contentOf(names.whole('a')))['_astro/a.1.js'], 'script');
    assert.deepEqual(await storage.contentOf(names.visited), {});
  });

  for (const [what, change] of [
    ['is not there', () => delete host['faq/']],
    ['is something else, such as the page of a hotel', () => (host['faq/'] = 'Log in, please')],
  ] as const) {
    it(`stays as it was where a file ${what}`, async () => {
      const first = await publish('a', { 'faq/': 'old questions', 'guide/': 'guide' });
      await keepWhole(scope);
      await publish('b', { 'faq/': 'questions', 'guide/': 'guide' });
      change();
      await assert.rejects(keepWhole(scope), /faq\/ is not what the list of files says/);
      assert.equal(await isWholeKept(scope), true);
      assert.deepEqual(await storage.contentOf(first), { 'faq/': 'old questions', 'guide/': 'guide' });
    });
  }

  it('is not known as kept after a failure, and fetches only the rest the next time', async () => {
    await publish('a', { 'faq/': 'questions', 'guide/': 'guide' });
    const whole = host['guide/']!;
    delete host['guide/'];
    await assert.rejects(keepWhole(scope));
    assert.equal(await isWholeKept(scope), false);
    fetched = [];
    host['guide/'] = whole;
    await keepWhole(scope);
    assert.deepEqual(fetched, ['guide/']);
    assert.equal(await isWholeKept(scope), true);
  });

  it('leaves nothing on a device without room', async () => {
    const cache = await publish('a', { 'faq/': 'questions', 'guide/': 'guide', 'new/': 'new' });
    storage.room = 2;
    await assert.rejects(keepWhole(scope), { name: 'QuotaExceededError' });
    assert.deepEqual(await storage.contentOf(cache), {});
    assert.equal((await storage.keys()).includes(cache), false);
  });

  it('leaves the caches of other sites on the host alone', async () => {
    const other = 'whole x https://guide.example/';
    await storage.open(other);
    await publish('a', { 'faq/': 'questions' });
    await keepWhole(scope);
    assert.ok((await storage.keys()).includes(other));
  });

  it('is not kept where the host has no list', async () => {
    host = {};
    await assert.rejects(keepWhole(scope), /offline\/files\.json: 404/);
    assert.deepEqual(await storage.keys(), []);
  });
});
