/**
 * The one server of this project: for `npm start`, the tests and the benchmarks, so that what is
 * tested is what ships. It sends the precompressed files with the headers and types that every host is to send,
 * answers below a folder, adds a missing final slash, and shows `404.html` for what is not there.
 */
import { statSync, type ReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';
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

/** The compressed copies that a build makes, the smaller kind first, and how their names end. */
const encodings = { br: '.br', gzip: '.gz' } as const;

/**
 * Serves a built site on 127.0.0.1 only. Nothing about the files is remembered from one request to the next, so that
 * the site may be built anew meanwhile.
 * @throws when the folder holds no site or the port is taken.
 */
export async function serve({ folder, base = '/', port = 0 }: ServerOptions): Promise<RunningServer> {
  if (!isFile(join(folder, 'index.html'))) throw new Error(`${folder} holds no built site: run "npm run build"`);

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // One request that goes wrong in a way nobody foresaw must not end the server for everybody else.
      console.error(`${request.method} ${request.url}:`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = requested(request);
    const redirect = (to: string) => response.writeHead(301, { Location: to + search }).end();
    const path = pathname.startsWith(base) ? decoded(pathname.slice(base.length)) : undefined;
    setHeaders(response, path ?? '');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (path === undefined && (`${pathname}/` === base || pathname === '/')) {
      redirect(base);
    } else if (path === undefined || path === '404.html') {
      await sendNotFound(request, response);
    } else if (!pathname.endsWith('/') && isFile(join(folder, path, 'index.html'))) {
      redirect(`${pathname}/`);
    } else {
      sendFile(request, response, path.replace(/(^|\/)$/, '$1index.html'));
    }
  }

  /** Sends a file: ranges, conditions and the end of an aborted download are the business of `send`. */
  function sendFile(request: IncomingMessage, response: ServerResponse, file: string): void {
    const encoding = encodingFor(request, join(folder, file));
    const sent = encoding ? `${file}${encodings[encoding]}` : file;
    const address = sent.split('/').map(encodeURIComponent).join('/');
    send(request, address, { root: folder, index: false, cacheControl: false })
      .on('headers', () => {
        response.setHeader('Vary', 'Accept-Encoding');
        if (encoding) response.setHeader('Content-Encoding', encoding);
      })
      .on('stream', (stream: ReadStream) => {
        // A file that was cut short meanwhile: without an end of the connection the reader would wait for the rest.
        stream.once('end', () => {
          if (stream.bytesRead < Number(response.getHeader('Content-Length'))) response.destroy();
        });
      })
      .on('error', (error: { status: number; headers?: OutgoingHttpHeaders }) => {
        if (response.headersSent) return void response.destroy();
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        if ([400, 403, 404].includes(error.status)) {
          sendNotFound(request, response).catch(() => response.destroy());
        } else {
          setHeaders(response, '');
          response.writeHead(error.status, error.headers).end();
        }
      })
      .pipe(response);
  }

  async function sendNotFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = join(folder, '404.html');
    const encoding = encodingFor(request, page);
    // While the site is being replaced, the page may be away for a moment.
    const content = await readFile(encoding ? page + encodings[encoding] : page).catch(() => undefined);
    setHeaders(response, '404.html');
    response.statusCode = 404;
    response.setHeader('Vary', 'Accept-Encoding');
    if (content && encoding) response.setHeader('Content-Encoding', encoding);
    response.end(request.method === 'HEAD' ? undefined : (content ?? '<!doctype html><title>Not found</title>'));
  }

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

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The smallest copy of a file that is there and that the browser takes; undefined for the file itself. */
function encodingFor(request: IncomingMessage, file: string): keyof typeof encodings | undefined {
  const names = Object.keys(encodings) as (keyof typeof encodings)[];
  const taken = new Negotiator(request).encodings(names);
  return names.find((name) => taken.includes(name) && isFile(file + encodings[name]));
}

/**
 * What a path below the site's root names, decoded; undefined where it can name nothing: it cannot be decoded, leads
 * out of the folder, or hides a slash within a name.
 */
function decoded(path: string): string | undefined {
  if (/%(2f|5c|00)/i.test(path)) return undefined;
  try {
    const names = decodeURIComponent(path);
    return /(^|\/)\.\.?(\/|$)|[\\\0]/.test(names) ? undefined : names;
  } catch {
    return undefined;
  }
}

/** The headers and the type of the file or folder that answers. */
function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
  response.setHeader('Content-Type', contentType(path));
}

/** What a request asks for, with doubled slashes made one: a redirect to `//name/` would lead to another host. */
function requested({ url = '/' }: IncomingMessage): { pathname: string; search: string } {
  const [path, ...query] = url.split('?') as [string, ...string[]];
  const pathname = path.replace(/^(?!\/)/, '/').replace(/\/{2,}/g, '/');
  return { pathname, search: query.length > 0 ? `?${query.join('?')}` : '' };
}
