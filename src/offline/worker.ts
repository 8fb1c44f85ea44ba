/**
 * The service worker: keeps the site for reading without a network. The build puts the list of files into it.
 *
 * One worker serves one build. A new one downloads its files beside the old ones and waits: until the reader accepts
 * it, or until no page of the old build is open. So no page is ever made of two builds.
 */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { accept } from './messages.ts';
import type { Worker } from './worker-scope.ts';

/** Filled in by the build: every file that is kept with a mark of its content, and a name for what is kept later. */
declare const precached: { url: string; revision: string | null }[];
declare const buildName: string;
declare const self: Worker;

precacheAndRoute(precached, {
  // A search, a calculation and a shared link carry a query; the page is the same.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
  directoryIndex: '',
});
cleanupOutdatedCaches();
clientsClaim();

/** Pages beyond what is kept: from the network, and kept once they were seen. */
const visited = new NetworkFirst({ cacheName: `visited-${buildName}` });
registerRoute(({ request }) => request.mode === 'navigate', visited);
setCatchHandler(async ({ request }) => {
  const page = request.mode === 'navigate' ? await matchPrecache('offline/') : undefined;
  return page ?? Response.error();
});

self.addEventListener('message', ({ data }) => {
  if (data === accept) void self.skipWaiting();
});
self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('visited-') && name !== `visited-${buildName}`)
            .map((name) => caches.delete(name)),
        ),
      ),
  ),
);
