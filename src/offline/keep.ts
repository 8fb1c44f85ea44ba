/**
 * Keeps the whole guide on the reader's device, in the Cache Storage of the browser. Each state of the guide gets a
 * cache of its own, and the list of its files comes in last: a cache with its list is complete. What is the same in
 * another cache is copied, so that an update fetches only what changed. Every file is held against its hash, so that
 * neither a damaged copy nor the page of a hotel's network is kept in its place.
 */
import { hashOf, listPath, type KeptList } from './kept-files.ts';

/** The caches of one site. Others may live on the same host, so each name ends with the site's address. */
export interface KeptCaches {
  /** Pages that were seen and what they loaded. */
  visited: string;
  /** The worker's own: the page for what is not kept, and what is counted. */
  own: string;
  /** The whole guide in one state. */
  whole(build: string): string;
  /** Whether a cache is that of a whole guide, complete or not. */
  isWhole(name: string): boolean;
}

/** @param scope the full address of the site's first page */
export function cachesOf(scope: string): KeptCaches {
  return {
    visited: `visited ${scope}`,
    own: `own ${scope}`,
    whole: (build) => `whole ${build} ${scope}`,
    isWhole: (name) => name.startsWith('whole ') && name.endsWith(` ${scope}`),
  };
}

/** How many files are fetched side by side. */
const sideBySide = 6;
/** The `Vary` of a response is about how it was compressed on its way. */
const anyEncoding = { ignoreVary: true };

/** Whether the whole guide is kept, in whatever state. */
export async function isWholeKept(scope: string): Promise<boolean> {
  const { isWhole } = cachesOf(scope);
  for (const name of (await caches.keys()).filter(isWhole)) {
    if (await caches.match(scope + listPath, { ...anyEncoding, cacheName: name })) return true;
  }
  return false;
}

/**
 * Keeps the guide as the host has it now. Where it is kept already, only scripts and typefaces are held against their
 * hashes once more: a page is asked for anew with each view, but these come from what is kept, damaged or not.
 * @returns whether something new is kept
 * @throws when a file does not arrive as the list has it, or the device has no room. What was kept before stays.
 */
export async function keepWhole(scope: string): Promise<boolean> {
  const names = cachesOf(scope);
  const answer = await fetch(scope + listPath, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${listPath}: ${answer.status}`);
  const { build, files } = (await answer.clone().json()) as KeptList;
  const name = names.whole(build);
  const cache = await caches.open(name);
  const complete = Boolean(await cache.match(scope + listPath, anyEncoding));

  const others = (await caches.keys()).filter((other) => other === names.visited || names.isWhole(other));
  const waiting = complete ? files.filter(([address]) => address.startsWith('_astro/')) : [...files].reverse();
  const work = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const [address, hash] = file;
      const url = new URL(address, scope).href;
      await cache.put(url, (await keptCopy(url, hash)) ?? (await fetched(url, hash)));
    }
  };
  const stopAll = (error: unknown) => {
    waiting.length = 0;
    throw error;
  };
  const ends = await Promise.allSettled(Array.from({ length: sideBySide }, () => work().catch(stopAll)));
  const failure = ends.find(({ status }) => status === 'rejected');
  try {
    if (failure) throw (failure as PromiseRejectedResult).reason;
    await cache.put(scope + listPath, answer);
  } catch (error) {
    // What arrived is of use the next time, but not to a device that has no room for the rest.
    if ((error as Error).name === 'QuotaExceededError') await caches.delete(name);
    throw error;
  }

  const older = (await caches.keys()).filter((other) => names.isWhole(other) && other !== name);
  await Promise.all(older.map((other) => caches.delete(other)));
  const visited = await caches.open(names.visited);
  await Promise.all(files.map(([address]) => visited.delete(new URL(address, scope).href, anyEncoding)));
  return !complete;

  /** A copy with this content in any cache of this site. */
  async function keptCopy(url: string, hash: string): Promise<Response | undefined> {
    for (const cacheName of others) {
      const copy = await caches.match(url, { ...anyEncoding, cacheName });
      if (copy && (await hashOf(await copy.clone().arrayBuffer())) === hash) return copy;
    }
    return undefined;
  }
}

async function fetched(url: string, hash: string): Promise<Response> {
  // From the browser's own store where the host says that it is still the same.
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok || (await hashOf(await response.clone().arrayBuffer())) !== hash) {
    throw new Error(`${url} is not what the list of files says`);
  }
  return response;
}
