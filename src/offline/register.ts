/**
 * Registers the service worker and tells it what the page loaded; `start.ts` fetches it. Where a worker is refused,
 * nothing changes.
 */
const worker = document.body.dataset['worker']!;

try {
  const workers = navigator.serviceWorker;
  // The only address that may become a worker.
  const createScriptURL = () => worker;
  const policy = window.trustedTypes?.createPolicy('offline-worker', { createScriptURL });
  const say = async (installed: boolean) =>
    (await workers.ready).active!.postMessage({
      type: 'seen',
      files: performance.getEntriesByType('resource').map(({ name }) => name),
      installed,
    });
  workers.onmessage = ({ data }) => {
    if (data === 'kept')
      document.querySelector('[data-offline]')!.textContent = 'The guide is kept for reading offline';
  };
  addEventListener('appinstalled', () => say(true));
  await workers.register(policy?.createScriptURL('') ?? worker);
  await say(matchMedia('(display-mode: standalone)').matches);
} catch {
  // Where the browser refuses a worker; in a frame with few rights, even asking for it is an error.
}

export {};
