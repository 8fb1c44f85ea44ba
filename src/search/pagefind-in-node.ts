/** Pagefind's script in Node, for the build and for tests of what it finds. */
import { ranking, type Pagefind } from './query/pagefind.ts';

/** Reads a file of a bundle by its name inside the folder; nothing where there is none. */
export type Read = (name: string) => Uint8Array | undefined;

/** No host has such a name, so nothing else asks for what is below it. */
const host = 'https://bundle.invalid/';
const bundles: Read[] = [];

/** Pagefind over a bundle, ready to be asked. It asks with `fetch`, which reads from the bundle here. */
export async function pagefindInNode(read: Read): Promise<Pick<Pagefind, 'search'>> {
  if (bundles.length === 0) readBundles();
  const basePath = `${host}${bundles.push(read) - 1}/`;
  const script = Buffer.from(read('pagefind.js')!).toString('base64');
  // What stands behind the # makes it a module of its own for each bundle.
  const pagefind = (await import(/* @vite-ignore */ `data:text/javascript;base64,${script}#${basePath}`)) as Pagefind;
  await pagefind.options({ basePath, noWorker: true, metaCacheTag: '', ranking });
  return pagefind;
}

/** From now on, `fetch` reads from the bundles what lies below their host. */
function readBundles(): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, options) => {
    const [, bundle, name] =
      /^(\d+)\/([^?]*)/.exec(`${input}`.startsWith(host) ? `${input}`.slice(host.length) : '') ?? [];
    if (name === undefined) return fetch(input, options);
    const content = bundles[Number(bundle)]!(name);
    return Promise.resolve(content ? new Response(new Uint8Array(content)) : new Response(null, { status: 404 }));
  };
}
