/**
 * The picture of every entry, for other sites to show beside a link. Pages can name pictures only where the build
 * knows its host, so without `SITE_URL` there are none.
 */
import { entryPng, sitePng } from '../../open-graph/draw.ts';
import { pictureOf, picturedEntries, sitePicture } from '../../open-graph/picture.ts';
import { absoluteHref } from '../../site.ts';

/** The field that holds the title, where it is called otherwise. */
const fieldsOfTitles: Partial<Record<string, string>> = { faq: 'question', claims: 'statement' };

export function getStaticPaths() {
  if (!absoluteHref('/')) return [];
  const pathIn = (address: string) => /^\/pictures\/(.+)\.png$/.exec(address)![1]!;
  return [
    { params: { path: pathIn(sitePicture.path) }, props: { draw: () => sitePng(sitePicture) } },
    ...picturedEntries.map((entry) => {
      const picture = pictureOf(entry);
      const from = `${entry.filePath}: ${fieldsOfTitles[entry.collection] ?? 'title'}`;
      return { params: { path: pathIn(picture.path) }, props: { draw: () => entryPng(picture, from) } };
    }),
  ];
}

export async function GET({ props }: { props: { draw: () => Promise<Uint8Array<ArrayBuffer>> } }) {
  return new Response(await props.draw(), { headers: { 'Content-Type': 'image/png' } });
}
