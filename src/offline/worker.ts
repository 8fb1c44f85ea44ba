/**
 * The service worker. Whoever is online gets the newest page; whoever is not, or waits in vain, gets the kept one.
 * Files whose names change with their content come from what is kept. Pages that were seen are kept; the rest of the
 * guide is fetched only for a reader who stays or asks for it. It is the same for every build: the list of files that
 * belong to a build stands in a file of its own.
 */
import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { cachesOf, isWholeKept, keepWhole } from './keep.ts';
import type { FromPage, FromWorker } from './messages.ts';
import { counted, mayFetchMore, stays, type Connection, type Views } from './stay.ts';
import type { WindowClient, Worker } from './worker-scope.ts';

declare const self: Worker;

const { scope } = self.registration;
const names = cachesOf(scope);
const notKept = `${scope}offline/not-kept/`;
const anyEncoding = { ignoreVary: true };
/** How long a reader waits for the network before a kept page is shown. */
const patience = 3;
/** How many of the files that were seen are kept beside the whole guide. */
const mostVisited = 300;

const connection = () => (navigator as { connection?: Connection }).connection;
/** A search, a calculation and a shared link carry a query; the file is the same. */
const withoutQuery = (address: string) => address.replace(/[?#].*/, '');
const hasHashedName = (path: string) => /^(_astro|pagefind\/(index|fragment))\//.test(path);

const keeping: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => withoutQuery(request.url),
  // Neither an error nor the redirect of a hotel's network takes the place of a page.
  cacheWillUpdate: async ({ response }) => (response.status === 200 && !response.redirected ? response : null),
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? (await findKept(request.url)),
  cacheDidUpdate: () => forgetOldest(),
  handlerDidError: async ({ request }) => (request.mode === 'navigate' ? findKept(notKept) : undefined),
};
const options = { cacheName: names.visited, plugins: [keeping], matchOptions: anyEncoding };
const inScope = (url: URL) => url.href.startsWith(scope);
registerRoute(({ url }) => inScope(url) && hasHashedName(url.href.slice(scope.length)), new CacheFirst(options));
registerRoute(({ url }) => inScope(url), new NetworkFirst({ ...options, networkTimeoutSeconds: patience }));

/** A kept file, wherever it is kept, the newest first. */
async function findKept(address: string): Promise<Response | undefined> {
  const whole = (await caches.keys()).filter(names.isWhole);
  for (const cacheName of [names.visited, ...whole, names.own]) {
    const response = await caches.match(address, { ...anyEncoding, cacheName });
    if (response) return response;
  }
  return undefined;
}

async function forgetOldest(): Promise<void> {
  const visited = await caches.open(names.visited);
  const all = await visited.keys();
  await Promise.all(all.slice(0, -mostVisited).map((request) => visited.delete(request, anyEncoding)));
}

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(caches.open(names.own).then((own) => own.add(new Request(notKept, { cache: 'no-cache' }))));
});
clientsClaim();
self.addEventListener('activate', (event) => event.waitUntil(forgetFormerWorkers()));

/** Earlier workers of this site kept every build in caches of these names. */
async function forgetFormerWorkers(): Promise<void> {
  const former = (await caches.keys()).filter(
    (name) => name === `workbox-precache-v2-${scope}` || /^visited-[\da-f]{8}$/.test(name),
  );
  await Promise.all(former.map((name) => caches.delete(name)));
}

self.addEventListener('message', (event) => {
  const message = event.data as FromPage;
  event.waitUntil(message.type === 'keep' ? keepAsked(event.source) : pageSeen(message, event.source));
});

/** The work on the whole guide, once for all pages that want it. */
let work: Promise<void> | undefined;
function keep(): Promise<void> {
  work ??= keepWhole(scope)
    .then(async (isNew) => {
      if (!isNew) return;
      await (await caches.open(names.own)).delete(viewsAddress);
      for (const client of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) {
        say(client, 'kept');
      }
    })
    .finally(() => (work = undefined));
  return work;
}

async function keepAsked(page: WindowClient | null): Promise<void> {
  await keep().then(
    () => say(page, 'kept'),
    () => say(page, 'failed'),
  );
}

const say = (page: WindowClient | null, message: FromWorker) => page?.postMessage(message);

/** Whether a newer state of the guide was asked for since the browser started this worker. */
let asked = false;

async function pageSeen({ files, installed }: Extract<FromPage, { type: 'seen' }>, page: WindowClient | null) {
  // What the first page of a visit loaded before there was a worker. The browser has it in its own store, a moment old,
  // so the host is not asked once more.
  const visited = await caches.open(names.visited);
  for (const address of [page?.url ?? scope, ...files].map(withoutQuery)) {
    if (!address.startsWith(scope) || (await findKept(address))) continue;
    await visited.add(new Request(address, { cache: 'force-cache' })).catch(() => {});
  }
  if (await isWholeKept(scope)) {
    if (asked || !mayFetchMore(connection(), true)) return;
    asked = true;
    await keep().catch(() => {});
  } else if (((await countView()) || installed) && mayFetchMore(connection(), installed)) {
    // Not again with each page where there is no room: the count begins anew.
    await keep().catch(async () => (await caches.open(names.own)).delete(viewsAddress));
  }
}

const viewsAddress = `${scope}offline/views`;

/** Counts a page; whether its reader stays. */
async function countView(): Promise<boolean> {
  const own = await caches.open(names.own);
  const before = (await (await own.match(viewsAddress))?.json()) as Views | undefined;
  const views = counted(before, Date.now());
  await own.put(viewsAddress, Response.json(views));
  return stays(views);
}
