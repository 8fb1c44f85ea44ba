/** What our service workers use of their surroundings; the types of pages know nothing of them. */
export interface Worker {
  skipWaiting(): Promise<void>;
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly WindowClient[]>;
  };
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'message',
    listener: (event: { data: unknown; source: WindowClient | null; waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}

/** An open page of the site. */
export interface WindowClient {
  url: string;
  postMessage(message: unknown): void;
}
