/** The text of each entry, from which the search cuts excerpts. */
import type { APIContext } from 'astro';
import { textName } from '../../../search/index/files.ts';
import { searchRecords, searchTexts } from '../../../search/index/records.ts';

export function getStaticPaths() {
  const texts = searchTexts();
  return searchRecords().map(({ path }, place) => ({
    params: { entry: textName(path) },
    props: { text: texts[place]! },
  }));
}

export const GET = ({ props }: APIContext) => new Response(props['text'] as string);
