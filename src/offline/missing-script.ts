/**
 * What a page says where a script did not arrive. The page may be older than the site: a host keeps the files of the
 * build before, and not those of earlier ones.
 */

/**
 * Tells the reader that something does not work, and offers to load the page again.
 * @param place what the notice is put into, at its end
 * @param what the thing that does not work, such as `The calculator`
 */
export function offerReload(place: Element, what: string): void {
  const notice = document.createElement('p');
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'menu-button';
  button.textContent = 'Reload the page';
  button.addEventListener('click', () => {
    void forgetKeptScripts().finally(() => location.reload());
  });
  place.append(notice);
  // Text that is put into a status that is already there is read out.
  notice.append(`${what} did not load: the network failed, or this page is older than the guide is now. `, button);
}

/** A kept script may be damaged. Without a network it stays, since nothing would come in its place. */
async function forgetKeptScripts(): Promise<void> {
  if (!navigator.onLine) return;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (request.url.endsWith('.js')) await cache.delete(request);
  }
}
