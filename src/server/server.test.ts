import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
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

/** What the server answers to a request for something that no client would make an address of. */
function statusLine(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(atRoot.url).port), '127.0.0.1');
    socket.on('error', reject).on('close', () => reject(new Error('the connection closed without an answer')));
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n')[0]!);
      socket.destroy();
    });
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
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

  it('sends the headers and the type that every host is to send', async () => {
    const page = (await get(`${atRoot.url}guide/`)).headers;
    assert.equal(page['content-type'], 'text/html; charset=utf-8');
    assert.equal(page['cache-control'], 'no-cache');
    assert.equal(page['content-security-policy'], "frame-ancestors 'none'");
    const style = (await get(`${atRoot.url}_astro/a.css`)).headers;
    assert.equal(style['content-type'], 'text/css; charset=utf-8');
    assert.match(String(style['cache-control']), /immutable/);
  });

  it('sends them with a redirect and a refusal too', async () => {
    for (const answer of [get(`${atRoot.url}guide`), get(atRoot.url, { method: 'POST' })]) {
      assert.equal((await answer).headers['x-content-type-options'], 'nosniff');
    }
  });

  it('lets nobody keep what is not there', async () => {
    const { status, headers } = await get(`${atRoot.url}_astro/gone.js`);
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-cache');
  });

  it('shows the 404 page, with its status and headers, for what is not there', async () => {
    const { status, headers, body } = await get(`${atRoot.url}gone/`, { encoding: 'br' });
    assert.equal(status, 404);
    assert.equal(headers['content-security-policy'], "frame-ancestors 'none'");
    assert.equal(brotliDecompressSync(body).toString(), 'nothing here');
  });

  for (const path of ['%', '%00', '..%2f..%2fetc/passwd', 'guide%2f..%2f..%2f..']) {
    it(`answers the address "/${path}" with the 404 page`, async () => {
      assert.equal((await get(atRoot.url + path)).status, 404);
    });
  }

  for (const target of ['//[', '//evil.example/x', 'http://evil.example/x', '*', '/\\evil.example/x']) {
    it(`answers a request for "${target}" with the 404 page`, async () => {
      assert.match(await statusLine(target), /^HTTP\/1\.1 404 /);
    });
  }

  it('leads to no other host when slashes are doubled', async () => {
    const { status, headers } = await get(`${new URL(atRoot.url).origin}//guide`);
    assert.equal(status, 301);
    assert.equal(headers['location'], '/guide/');
  });

  it('refuses to be written to', async () => {
    assert.equal((await get(atRoot.url, { method: 'POST' })).status, 405);
  });

  it('answers below a folder', async () => {
    assert.equal((await get(`${below.url}guide/`)).body.toString(), 'guide');
    assert.equal((await get(`${below.url}guide`)).headers['location'], '/guide-site/guide/');
    assert.match(String((await get(`${below.url}_astro/a.css`)).headers['cache-control']), /immutable/);
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
