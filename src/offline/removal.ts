/**
 * The service worker of a build that does not want one: takes an earlier one and all that it kept away. Like any new
 * version it waits until the reader accepts it, or until no page of the old build is open.
 */
import { accept } from './messages.ts';
import type { Worker } from './worker-scope.ts';

declare const self: Worker;

self.addEventListener('message', ({ data }) => {
  if (data === accept) void self.skipWaiting();
});
self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  ),
);
