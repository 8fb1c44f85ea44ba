/** What our service workers use of their surroundings; the types of pages know nothing of them. */
export interface Worker {
  skipWaiting(): Promise<void>;
  registration: ServiceWorkerRegistration;
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
