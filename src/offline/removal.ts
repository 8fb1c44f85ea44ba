/** The service worker of a build that does not want one: takes an earlier one and all that it kept away. */
import type { Worker } from './worker-scope.ts';

declare const self: Worker;

const { scope } = self.registration;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      // Other sites on this host may keep something too.
      .then((names) => names.filter((name) => name.endsWith(scope) || /^visited-[\da-f]{8}$/.test(name)))
      .then((names) => Promise.all(names.map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  ),
);
