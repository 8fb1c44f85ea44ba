/** Pagefind's bundle with the index of all entries, at the address that Pagefind documents. */
import type { APIContext } from 'astro';
import { searchIndex } from '../../search/index/search-index.ts';

export async function getStaticPaths() {
  const { bundle } = await searchIndex();
  return [...bundle.keys()].map((file) => ({ params: { file } }));
}

export async function GET({ params }: APIContext) {
  const { bundle } = await searchIndex();
  const file = params['file']!;
  const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  return new Response(new Uint8Array(bundle.get(file)!), { headers: { 'Content-Type': type } });
}
