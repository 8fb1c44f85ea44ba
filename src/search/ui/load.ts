/** Loads the search of this page's site, every part side by side. */
import { href } from '../../site.ts';
import {
  bundleFolder,
  evidenceFile,
  guideFile,
  listFile,
  pagefindEngine,
  pagefindScript,
  textFile,
  topicsFile,
  wordsFile,
  type Guide,
  type Topic,
} from '../index/files.ts';
import type { Engine, EvidenceRecord } from '../query/answer.ts';
import { engineOf } from '../query/engine.ts';
import { ranking, type Pagefind } from '../query/pagefind.ts';

/** The search button, with the list that it has asked for. */
type SearchButton = HTMLAnchorElement & { list?: Promise<string[]> | undefined };

/** The parts of the index go by the alphabet: with what words may begin with, all of them are asked for. */
const beginnings = [...'0123456789abcdefghijklmnopqrstuvwxyz'];

let loading: Promise<Engine> | undefined;

/**
 * Loads once; a failed attempt can be repeated.
 * @throws when a part does not arrive
 */
export function loadEngine(): Promise<Engine> {
  loading ??= Promise.race([load(), late()]).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** A network that keeps a reader waiting for so long, in milliseconds, brings nothing any more. */
const patience = 30_000;

const late = () =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the search did not arrive in time')), patience));

async function load(): Promise<Engine> {
  // Pagefind would fail where nobody can catch it.
  if (!('WebAssembly' in globalThis)) throw new Error('this browser runs no WebAssembly');
  const [pagefind, guide] = await Promise.all([
    import(/* @vite-ignore */ href(pagefindScript)) as Promise<Pagefind>,
    json<Guide>(guideFile),
    preloaded(href(pagefindEngine)),
    indexPreloaded(),
  ]);
  // What is left of an attempt that failed.
  await pagefind.destroy();
  await pagefind.options({ basePath: href(bundleFolder), noWorker: true, metaCacheTag: guide.version, ranking });
  await pagefind.init();
  // What was fetched ahead is taken over now, not at the first letter that the reader types.
  await Promise.all(beginnings.map((start) => pagefind.preload(start)));
  return engineOf(pagefind, guide, {
    text: async (path) => (await fetched(textFile(path))).text(),
    topics: () => json<Topic[]>(topicsFile),
    evidence: () => json<EvidenceRecord[]>(evidenceFile),
    words: async () => (await fetched(wordsFile)).text(),
  });
}

/** Pagefind fetches the files of its index by itself, one after the other, and tells nobody that one did not come. */
async function indexPreloaded(): Promise<void> {
  const button = document.querySelector<SearchButton>('[data-search]');
  const list = button?.list ?? json<string[]>(listFile);
  // Where it failed, the next attempt asks anew.
  delete button?.list;
  await Promise.all((await list).map(preloaded));
}

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(href(path));
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  return answer;
}

const json = async <Content>(path: string) => (await (await fetched(path)).json()) as Content;

/** Fetches what stands at an address for whoever asks for it next. */
async function preloaded(address: string): Promise<void> {
  const link = document.createElement('link');
  const arrived = new Promise<boolean>((resolve) => {
    link.addEventListener('load', () => resolve(true));
    link.addEventListener('error', () => resolve(false));
  });
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', href: address });
  document.head.append(link);
  if (await arrived) return;
  // Chromium preloads an address once in a page: what failed, fails again unasked. So the next attempt asks by itself.
  link.remove();
  const answer = await fetch(address, { cache: 'reload' });
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
}
