/** The endpoints of Pagefind's bundle: one for each ending, as Astro's dev server knows a file by the ending of its route. */
import type { APIContext } from 'astro';
import { searchIndex } from './search-index.ts';

/** @param ending of the files, as in `js` */
export function bundleRoute(ending: string) {
  const type = { js: 'text/javascript', json: 'application/json' }[ending] ?? 'application/octet-stream';
  return {
    async getStaticPaths() {
      const { bundle } = await searchIndex();
      return [...bundle.keys()]
        .filter((name) => name.endsWith(`.${ending}`))
        .map((name) => ({ params: { file: name.slice(0, -ending.length - 1) } }));
    },
    async GET({ params }: APIContext) {
      const { bundle } = await searchIndex();
      const content = bundle.get(`${params['file']}.${ending}`)!;
      return new Response(new Uint8Array(content), { headers: { 'Content-Type': type } });
    },
  };
}
