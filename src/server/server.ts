/**
 * The one server of this project: for `npm start`, the tests and the benchmarks, so that what is
 * tested is what ships. It sends the precompressed files with the headers and types that every host is to send,
 * answers below a folder, adds a missing final slash, and shows `404.html` for what is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { contentType, headersFor } from '../hosting/headers.ts';

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
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    onNoMatch: (request, response) => notFound(request, response),
  });

  function notFound(request: IncomingMessage, response: ServerResponse): void {
    const encoding = [
      ['br', '.br'],
      ['gzip', '.gz'],
    ].find(([name]) => request.headers['accept-encoding']?.includes(name!));
    response.statusCode = 404;
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding) response.setHeader('Content-Encoding', encoding[0]!);
    setHeaders(response, '404.html');
    response.end(request.method === 'HEAD' ? undefined : readFileSync(join(folder, `404.html${encoding?.[1] ?? ''}`)));
  }

  const server = createServer((request, response) => {
    const { pathname, search } = requested(request);
    const redirect = (to: string) => response.writeHead(301, { Location: to + search }).end();
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    setHeaders(response, path ?? '');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (path === undefined) {
      if (`${pathname}/` === base || pathname === '/') redirect(base);
      else notFound(request, response);
    } else if (!pathname.endsWith('/') && isFolder(folder, path)) {
      redirect(`${pathname}/`);
    } else {
      request.url = `/${path}${search}`;
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

/** The headers and the type of the file or folder that answers. */
function setHeaders(response: ServerResponse, path: string): void {
  const type = contentType(path);
  for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
  if (type) response.setHeader('Content-Type', type);
}

/** What a request asks for, with doubled slashes made one: a redirect to `//name/` would lead to another host. */
function requested({ url = '/' }: IncomingMessage): { pathname: string; search: string } {
  const [path, ...query] = url.split('?') as [string, ...string[]];
  const pathname = path.replace(/^(?!\/)/, '/').replace(/\/{2,}/g, '/');
  return { pathname, search: query.length > 0 ? `?${query.join('?')}` : '' };
}
