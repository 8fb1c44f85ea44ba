// Stands in every page, so it is short. Registers the service worker once the page stands before the reader, unless the
// reader saves data, and tells the reader when a new version waits. Where a worker is refused, nothing changes.
{
  const { worker, notice } = document.body.dataset;
  const workers = navigator.serviceWorker;
  if (worker && workers && !(navigator as { connection?: { saveData: boolean } }).connection?.saveData)
    onload = () =>
      setTimeout(() => {
        // The only address that may become a worker.
        const createScriptURL = () => worker;
        const policy = window.trustedTypes?.createPolicy('offline-worker', { createScriptURL });
        workers
          .register(policy?.createScriptURL('') ?? worker)
          .then((found) => {
            const tell = () => {
              if (found.waiting && workers.controller) void import(notice!).then(({ offer }) => offer(found));
            };
            tell();
            found.onupdatefound = () => (found.installing!.onstatechange = tell);
          })
          .catch(() => {});
      }, 1_000);
}
