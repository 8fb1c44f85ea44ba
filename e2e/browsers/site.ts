/**
 * The site that a scenario is tried on: the project's own server behind a small one that can keep files waiting, be
 * switched off, and put a listener into each page. Each site has a port of its own, so nothing that a page stores
 * meets another scenario.
 */
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serve } from '../../src/server/server.ts';
import { build } from '../builds.ts';

export interface Site {
  /** The address of the home page. */
  url: string;
  /** Lets files whose path ends like this wait, until the returned function is called. */
  hold(ending: string): () => void;
  /** Stops answering: what a browser meets when it is offline. */
  stop(): Promise<void>;
}

/** @param listener whether each page gets a script that keeps what would be written to the console. */
export async function openSite(listener = false): Promise<Site> {
  const origin = await serve(build);
  const held = new Map<string, Promise<void>>();

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(asked.url!, origin.url).pathname;
    for (const [ending, released] of held) if (path.endsWith(ending)) await released;
    const headers = { ...asked.headers };
    if (listener) delete headers['accept-encoding'];
    const passedOn = request(new URL(asked.url!, origin.url), { method: asked.method, headers });
    passedOn.end();
    const [given] = (await once(passedOn, 'response')) as [IncomingMessage];
    // What a worker fetches to keep is held against its hash, so it gets the page as it is.
    const isVisit = asked.headers.accept?.includes('text/html');
    if (listener && isVisit && given.headers['content-type']?.startsWith('text/html')) {
      const html = (await text(given)).replace('<head>', `<head><script>(${listen})()</script>`);
      const { 'content-length': _length, etag: _etag, ...kept } = given.headers;
      response.writeHead(given.statusCode!, kept).end(html);
    } else {
      response.writeHead(given.statusCode!, given.headers);
      given.pipe(response);
    }
  }

  const server = createServer((asked, response) => void answer(asked, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${build.base}`,
    hold(ending) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(ending, promise);
      return () => {
        held.delete(ending);
        resolve();
      };
    },
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await Promise.all([once(server, 'close'), origin.close()]);
    },
  };
}

/**
 * Runs in the page, before the policy in its head: keeps what would be written to the console in the storage of the
 * tab, so that it outlives the page.
 */
function listen(): void {
  const keep = (...said: unknown[]) =>
    sessionStorage.setItem('said', `${sessionStorage.getItem('said') ?? ''}${said.join(' ')}\n`);
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) console[level] = keep;
  addEventListener(
    'error',
    (event) => {
      const { target } = event;
      // What is fetched ahead is broken off with the page that wanted it; what is needed is asked for again.
      if (target instanceof HTMLLinkElement && target.rel === 'preload') return;
      if (target instanceof Element) keep('could not be loaded:', target.outerHTML);
      else keep((event as ErrorEvent).message);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => keep('unhandled:', reason));
  addEventListener('securitypolicyviolation', (event) => keep('refused:', event.violatedDirective, event.blockedURI));
}

/** Runs in the page: hands over what the listener kept, and forgets it. */
export function hearPage(): string[] {
  const said = (sessionStorage.getItem('said') ?? '').split('\n').filter(Boolean);
  sessionStorage.removeItem('said');
  return said;
}
