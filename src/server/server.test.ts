import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { serve, type RunningServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-site-'));
/** More than the system takes from a server before anybody reads it. */
const long = '0123456789'.repeat(1_000_000);
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
  write('_headers', '/*');
  write('long.txt', long);
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

/** All that the server sends on a connection for a request that no client would make of an address. */
function raw(target: string, headers: Record<string, string> = {}, port = new URL(atRoot.url).port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('error', reject).on('close', () => resolve(answer));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  });
}

/** The status of an answer, one of its headers, and its body. */
function parts(answer: string) {
  const [head, body = ''] = answer.split(/\r\n\r\n(.*)/s) as [string, string?];
  return {
    status: Number(head.split(' ')[1]),
    header: (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1],
    body,
  };
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
      assert.match(await raw(target), /^HTTP\/1\.1 404 /);
    });
  }

  it('leads to no other host when slashes are doubled', async () => {
    const { status, headers } = await get(`${new URL(atRoot.url).origin}//guide`);
    assert.equal(status, 301);
    assert.equal(headers['location'], '/guide/');
  });

  for (const path of ['404', '404/', '404.html', 'guide%2f', 'guide%2Findex.html', 'a'.repeat(5_000)]) {
    it(`finds nothing at "/${path.slice(0, 20)}"`, async () => {
      const { status, body } = await get(atRoot.url + path);
      assert.equal(status, 404);
      assert.equal(body.toString(), 'nothing here');
    });
  }

  it('sends a type for every file, also for one that only hosts read', async () => {
    assert.equal((await get(`${atRoot.url}_headers`)).headers['content-type'], 'application/octet-stream');
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

describe('a request with conditions', () => {
  const ask = async (headers: Record<string, string>, path = 'guide/') => parts(await raw(`/${path}`, headers));
  const tag = async (path?: string) => (await ask({}, path)).header('etag')!;

  it('gets the part that it asks for, counted from either end', async () => {
    for (const [range, expected] of [
      ['bytes=0-0', 'g'],
      ['bytes=1-2', 'ui'],
      ['bytes=3-', 'de'],
      ['bytes=-2', 'de'],
      ['bytes=0-99', 'guide'],
    ] as const) {
      const { status, body } = await ask({ Range: range });
      assert.deepEqual([status, body], [206, expected], range);
    }
  });

  it('gets the whole file where the range is of another kind or is none', async () => {
    for (const range of ['lines=1-2', 'bytes', 'bytes=', 'bytes=a-b', 'bytes=0-0,2-2']) {
      const { status } = await ask({ Range: range });
      assert.ok(status === 200 || status === 416, `${range}: ${status}`);
    }
    assert.equal((await ask({ Range: 'lines=1-2' })).body, 'guide');
  });

  it('is refused a part that is not there, and the server goes on', async () => {
    for (const range of ['bytes=5-2', 'bytes=99-', 'bytes=99999999999999999999-']) {
      const { status, header } = await ask({ Range: range });
      assert.equal(status, 416, range);
      assert.equal(header('content-range'), 'bytes */5', range);
      assert.equal(header('x-content-type-options'), 'nosniff');
    }
    assert.equal((await ask({})).status, 200);
  });

  it('gets the whole file when a part of another build was begun', async () => {
    assert.equal((await ask({ Range: 'bytes=1-2', 'If-Range': await tag() })).status, 206);
    assert.equal((await ask({ Range: 'bytes=1-2', 'If-Range': '"another"' })).status, 200);
  });

  it('gets nothing again that it has', async () => {
    const own = await tag();
    const changed = (await ask({})).header('last-modified')!;
    for (const headers of [
      { 'If-None-Match': own },
      { 'If-None-Match': `"a", ${own}, "b"` },
      { 'If-None-Match': own.replace('W/', '') },
      { 'If-None-Match': '*' },
      { 'If-Modified-Since': changed },
    ]) {
      const { status, header, body } = await ask(headers);
      assert.equal(status, 304, JSON.stringify(headers));
      assert.equal(header('etag'), own);
      assert.equal(header('vary'), 'Accept-Encoding');
      assert.equal(body, '');
    }
    assert.equal((await ask({ 'If-None-Match': '"another"' })).status, 200);
  });

  it('gets no kind of compression that it refuses', async () => {
    for (const [accepted, encoding] of [
      ['br;q=0, gzip', undefined],
      ['BR', 'br'],
      ['gzip, deflate, br, zstd', 'br'],
      ['*;q=0', undefined],
      ['*', 'br'],
      ['gzip;q=1.0, br;q=0', undefined],
      ['brotli', undefined],
    ] as const) {
      for (const path of ['guide/', 'gone/']) {
        const { header } = await ask({ 'Accept-Encoding': accepted }, path);
        assert.equal(header('content-encoding'), encoding, `${accepted} at ${path}`);
      }
    }
  });
});

describe('the server lives through', () => {
  it('requests that are none', async () => {
    for (const target of ['', ' ', '?', '/?', '/%', '/%ff', '/..', '/.git/config', '/\u0001', '/[', '/guide/\t']) {
      await raw(target);
    }
    for (const [name, value] of [
      ['Accept-Encoding', ';;q=,=;q=2'],
      ['If-None-Match', 'W/"'],
      ['If-Modified-Since', 'never'],
      ['If-Match', '"x"'],
      ['If-Range', '"'],
      ['Range', 'bytes=-0'],
      ['Content-Length', '-1'],
    ] as const) {
      await raw('/guide/', { [name]: value });
    }
    assert.equal((await get(`${atRoot.url}guide/`)).status, 200);
  });

  it(
    'downloads that are broken off, and keeps no file open for them',
    { skip: !existsSync('/proc/self/fd') },
    async () => {
      const open = () => readdirSync('/proc/self/fd').length;
      const before = open();
      for (let at = 0; at < 50; at += 1) {
        await new Promise<void>((resolve, reject) => {
          const socket = connect(Number(new URL(atRoot.url).port), '127.0.0.1');
          socket.on('error', reject).on('close', () => resolve());
          socket.once('data', () => socket.destroy());
          socket.write('GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
        });
      }
      await get(`${atRoot.url}guide/`);
      while (open() > before + 5) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  );

  describe('a site that changes under it', { timeout: 30_000 }, () => {
    let site: string;
    let server: RunningServer;
    const ask = async (path: string) => parts(await raw(`/${path}`, {}, new URL(server.url).port));

    before(async () => {
      site = mkdtempSync(join(tmpdir(), 'changing-site-'));
      writeFileSync(join(site, 'index.html'), 'home');
      writeFileSync(join(site, '404.html'), 'nothing here');
      writeFileSync(join(site, 'long.txt'), long);
      server = await serve({ folder: site });
    });
    after(async () => {
      await server.close();
      rmSync(site, { recursive: true });
    });

    it('with pages that are new, longer, shorter and gone', async () => {
      mkdirSync(join(site, 'new'));
      writeFileSync(join(site, 'new/index.html'), 'new');
      assert.equal((await ask('new/')).body, 'new');
      assert.equal((await ask('new')).status, 301);
      for (const text of ['a new and longer page', 'short', '']) {
        writeFileSync(join(site, 'new/index.html'), text);
        assert.equal((await ask('new/')).body, text);
      }
      rmSync(join(site, 'new/index.html'));
      assert.equal((await ask('new/')).status, 404);
    });

    it('with a file that is cut short while it is sent', async () => {
      const answer = new Promise<string>((resolve, reject) => {
        const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
        let text = '';
        socket.on('error', reject).on('close', () => resolve(text));
        socket.once('data', () => truncateSync(join(site, 'long.txt'), 100_000));
        socket.on('data', (data) => (text += data.toString('latin1')));
        socket.write('GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
      });
      assert.ok((await answer).length < long.length, 'the connection ends, and with less than was promised');
    });

    it('with another folder in its place', async () => {
      renameSync(site, `${site}.old`);
      assert.equal((await ask('')).status, 404);
      mkdirSync(site);
      writeFileSync(join(site, 'index.html'), 'another home');
      assert.equal((await ask('')).body, 'another home');
      assert.equal((await ask('gone/')).status, 404);
      rmSync(`${site}.old`, { recursive: true });
    });
  });
});
