/**
 * The one server of this project: for `npm start`, the tests and the benchmarks, so that what is
 * tested is what ships. It sends the precompressed files and the headers of the `_headers` file,
 * answers below a folder, adds a missing final slash, and shows `404.html` for what is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import sirv from 'sirv';

export interface ServerOptions {
  /** The folder with the built site. */
  folder: string;
  /** The folder of the address that the site answers below, with a slash at both ends. */
  base?: string;
  /** The port to listen on; 0 takes a free one. */
  port?: number;
}

export interface RunningServer {
  /** The address of the home page. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on 127.0.0.1 only.
 * @throws when the folder holds no site or the port is taken.
 */
export async function serve({ folder, base = '/', port = 0 }: ServerOptions): Promise<RunningServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built site: run "npm run build"`);
  const rules = await headerRules(join(folder, '_headers'));
  const headersFor = (path: string) =>
    rules.filter(({ matches }) => matches.test(path)).flatMap(({ values }) => values);

  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => setHeaders(response, headersFor(path)),
    onNoMatch: (request, response) => notFound(request, response),
  });

  function notFound(request: IncomingMessage, response: ServerResponse): void {
    const encoding = [
      ['br', '.br'],
      ['gzip', '.gz'],
    ].find(([name]) => request.headers['accept-encoding']?.includes(name!));
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding) response.setHeader('Content-Encoding', encoding[0]!);
    setHeaders(response, headersFor('/404.html'));
    response.end(request.method === 'HEAD' ? undefined : readFileSync(join(folder, `404.html${encoding?.[1] ?? ''}`)));
  }

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const redirect = (to: string) => response.writeHead(301, { Location: to + search }).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (!pathname.startsWith(base)) {
      if (`${pathname}/` === base || pathname === '/') redirect(base);
      else notFound(request, response);
    } else if (!pathname.endsWith('/') && isFolder(folder, pathname.slice(base.length))) {
      redirect(`${pathname}/`);
    } else {
      request.url = `/${pathname.slice(base.length)}${search}`;
      files(request, response);
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Whether the path below the site's root names a folder with a page. An undecodable path names none. */
function isFolder(folder: string, path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return (
      !decoded.split('/').includes('..') && !decoded.includes('\0') && existsSync(join(folder, decoded, 'index.html'))
    );
  } catch {
    return false;
  }
}

type HeaderValues = [name: string, value: string][];

function setHeaders(response: ServerResponse, values: HeaderValues): void {
  for (const [name, value] of values) response.setHeader(name, value);
}

/** The rules of a `_headers` file, each as a pattern for paths and the headers it sets. */
async function headerRules(file: string): Promise<{ matches: RegExp; values: HeaderValues }[]> {
  const { headers, errors } = await parseAllHeaders({ headersFiles: [file], configHeaders: [], minimal: true });
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(String).join('; ')}`);
  return headers.map((rule) => ({
    matches: new RegExp(`^${rule.for.split('*').map(RegExp.escape).join('.*')}$`),
    values: Object.entries(rule.values),
  }));
}
