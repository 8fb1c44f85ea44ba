import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { serve, type RunningServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-site-'));
let atRoot: RunningServer;
let below: RunningServer;

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
  if (name.endsWith('.html')) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
}

before(async () => {
  mkdirSync(join(folder, 'guide'));
  mkdirSync(join(folder, '_astro'));
  write('index.html', 'home');
  write('guide/index.html', 'guide');
  write('404.html', 'nothing here');
  write('_astro/a.css', 'a{}');
  write('_headers', '/*\n  X-Frame-Options: DENY\n\n/_astro/*\n  Cache-Control: immutable\n');
  atRoot = await serve({ folder });
  below = await serve({ folder, base: '/guide-site/' });
});

after(async () => {
  await Promise.all([atRoot.close(), below.close()]);
  rmSync(folder, { recursive: true });
});

/** A plain request: no redirect is followed, nothing is decompressed. */
function get(address: string, options: { method?: string; encoding?: string } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request(
      address,
      { method: options.method ?? 'GET', headers: options.encoding ? { 'accept-encoding': options.encoding } : {} },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) });
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('listens on this machine only', () => {
    assert.match(atRoot.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('sends the page of a folder', async () => {
    const { status, body } = await get(`${atRoot.url}guide/`);
    assert.equal(status, 200);
    assert.equal(body.toString(), 'guide');
  });

  it('adds a missing final slash and keeps the query', async () => {
    const { status, headers } = await get(`${atRoot.url}guide?q=x`);
    assert.equal(status, 301);
    assert.equal(headers['location'], '/guide/?q=x');
  });

  it('sends the precompressed copy to a browser that takes it', async () => {
    const { headers, body } = await get(atRoot.url, { encoding: 'br, gzip' });
    assert.equal(headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(body).toString(), 'home');
  });

  it('sends the headers of the _headers file to the paths that they name', async () => {
    assert.equal((await get(atRoot.url)).headers['x-frame-options'], 'DENY');
    assert.equal((await get(`${atRoot.url}_astro/a.css`)).headers['cache-control'], 'immutable');
    assert.notEqual((await get(atRoot.url)).headers['cache-control'], 'immutable');
  });

  it('shows the 404 page, with its status and headers, for what is not there', async () => {
    const { status, headers, body } = await get(`${atRoot.url}gone/`, { encoding: 'br' });
    assert.equal(status, 404);
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(brotliDecompressSync(body).toString(), 'nothing here');
  });

  for (const path of ['%', '%00', '..%2f..%2fetc/passwd', 'guide%2f..%2f..%2f..']) {
    it(`answers the address "/${path}" with the 404 page`, async () => {
      assert.equal((await get(atRoot.url + path)).status, 404);
    });
  }

  it('refuses to be written to', async () => {
    assert.equal((await get(atRoot.url, { method: 'POST' })).status, 405);
  });

  it('answers below a folder', async () => {
    assert.equal((await get(`${below.url}guide/`)).body.toString(), 'guide');
    assert.equal((await get(`${below.url}guide`)).headers['location'], '/guide-site/guide/');
    assert.equal((await get(`${below.url}_astro/a.css`)).headers['cache-control'], 'immutable');
  });

  it('leads from the root to the folder, and to nothing else', async () => {
    const root = new URL('/', below.url).href;
    assert.equal((await get(root)).headers['location'], '/guide-site/');
    assert.equal((await get(`${root}guide-site`)).headers['location'], '/guide-site/');
    assert.equal((await get(`${root}guide/`)).status, 404);
  });

  it('says what to do when there is no built site', async () => {
    await assert.rejects(serve({ folder: join(folder, 'guide', 'gone') }), /run "npm run build"/);
  });

  it('refuses a port that is taken', async () => {
    const port = Number(new URL(atRoot.url).port);
    await assert.rejects(serve({ folder, port }), { code: 'EADDRINUSE' });
  });
});
