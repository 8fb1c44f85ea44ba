/** What each kind of host sends for the same build: nginx, Caddy, one that reads `_headers`, and our own server. */
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { parseAllHeaders } from '@netlify/headers-parser';
import { chmodSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { defaultHeaders, headersFor } from '../src/hosting/headers.ts';
import { serve } from '../src/server/server.ts';
import { build } from './builds.ts';
import { findWebServer, serveWith, webServers } from './web-servers.ts';

/** A page that other sites may frame, whatever the build has of them. */
const framed = 'embed/framed/';

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** A plain request: no redirect is followed, nothing is decompressed. */
function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(address, { method, headers, agent: false }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const values = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
      resolve({ status: response.statusCode!, headers: Object.fromEntries(values), body: Buffer.concat(parts) });
    })
      .on('error', reject)
      .end();
  });
}

/** What must not differ from host to host. */
function essence({ status, headers, body }: Answer) {
  const names = [
    ...Object.keys(defaultHeaders),
    'Content-Encoding',
    'Content-Type',
    'Location',
    'Strict-Transport-Security',
  ];
  return {
    status,
    ...Object.fromEntries(names.map((name) => [name, headers[name.toLowerCase()]])),
    // What stands in a redirect or a refusal is each server's own affair.
    ...(status === 200 || status === 404
      ? { body: createHash('sha256').update(body).digest('hex') }
      : { 'Content-Type': undefined }),
  };
}

/** A copy of a build that a server with few rights may read, with a page below `embed/`. */
function copyOfBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hosted-'));
  cpSync(build.folder, folder, { recursive: true });
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, framed), { recursive: true });
  writeFileSync(join(folder, framed, 'index.html'), '<!doctype html><title>Framed</title><p>Framed');
  return folder;
}

/** The first file of each kind in each folder of a build, as the path that a reader asks for. */
function samples(folder: string): string[] {
  const kinds = new Map<string, string>();
  for (const file of globSync('**/*.*', { cwd: folder }).sort()) {
    const kind = `${dirname(file).split('/')[0]} ${extname(file)}`;
    if (!/\.(br|gz)$/.test(file) && !kinds.has(kind)) kinds.set(kind, file.replace(/(^|\/)index\.html$/, '$1'));
  }
  return [...kinds.values()];
}

const { base } = build;

for (const webServer of webServers) {
  test(`${webServer} answers below ${base} as our own server does`, { tag: '@sweep' }, async () => {
    test.skip(!findWebServer(webServer), `${webServer} is not on this machine and apt could not bring it`);
    const folder = copyOfBuild();
    const own = await serve({ folder, base });
    const other = await serveWith(webServer, { folder, base });
    try {
      const files = ['', 'faq/', framed, ...samples(folder)];
      const missing = [
        'gone/',
        '_astro/gone.js',
        'pagefind/',
        'faq/gone.md',
        'embed/gone/',
        '%2e%2e/%2e%2e/etc/passwd',
      ];
      const redirected = ['faq', 'faq?q=a%20b', 'search?q=%3Cb%3E&x=%26', '/faq'];
      const encodings = ['br, gzip', 'gzip', 'identity'];
      const askAll = (url: string) =>
        Promise.all(encodings.map((encoding) => ask(url, { 'accept-encoding': encoding })));
      for (const path of [...files, ...missing, ...redirected]) {
        const [expected, answers] = await Promise.all([askAll(own.url + path), askAll(other.url + path)]);
        expect(answers.map(essence), path).toEqual(expected.map(essence));
        if (files.includes(path) && existsSync(join(folder, `${path.replace(/(^|\/)$/, '$1index.html')}.br`))) {
          for (const { headers } of answers) expect(headers['vary'], path).toMatch(/accept-encoding/i);
        }
      }
      for (const path of ['', '_astro/gone.js']) {
        const [expected, answer] = await Promise.all([own, other].map(({ url }) => ask(url + path, {}, 'HEAD')));
        expect(essence(answer!), `the head of ${path}`).toEqual(essence(expected!));
      }
      const { headers } = await ask(`${other.url}faq/`);
      const again = await ask(`${other.url}faq/`, { 'if-none-match': headers['etag']! });
      expect(again.status, 'a page that did not change is not sent again').toBe(304);
      expect((await ask(other.url, {}, 'POST')).status, 'nothing can be written').toBe(405);
      expect((await ask(`${other.url}%00`)).status, 'nonsense is a mistake of who asked').toBe(400);
      const { origin } = new URL(other.url);
      expect((await ask(`${origin}${base.slice(0, -1)}?q=a`)).headers['location']).toBe(`${base}?q=a`);
      expect((await ask(`${origin}/elsewhere/`)).status, 'outside of the folder nothing is found').toBe(404);
    } finally {
      await Promise.all([own.close(), other.close()]);
      rmSync(folder, { recursive: true });
    }
  });
}

test(`the _headers file gives every file below ${base} each of its headers once`, async () => {
  const { folder } = build;
  const { headers: rules, errors } = await parseAllHeaders({
    headersFiles: [join(folder, '_headers')],
    configHeaders: [],
    minimal: true,
  });
  expect(errors).toEqual([]);
  expect(rules.length, 'Cloudflare Pages reads 100 rules').toBeLessThanOrEqual(100);
  const files = globSync('**/*.*', { cwd: folder }).filter((file) => !/\.(br|gz)$/.test(file));
  for (const file of files) {
    const path = file.replace(/(^|\/)index\.html$/, '$1');
    const sent = rules
      .filter((rule) => new RegExp(`^${rule.for.split('*').map(RegExp.escape).join('.*')}$`).test(base + path))
      .flatMap(({ values }) => Object.entries(values))
      .filter(([header]) => header !== 'Content-Type');
    expect(sent.sort(), path).toEqual(Object.entries(headersFor(path)).sort());
  }
});
