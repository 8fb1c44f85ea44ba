/** What the step of the build that draws is told; that step removes the file. Pictures need `SITE_URL`. */
import { pictureList } from '../open-graph/picture.ts';
import { absoluteHref } from '../site.ts';

export function getStaticPaths() {
  return absoluteHref('/') ? [{ params: { pictures: 'pictures' } }] : [];
}

export const GET = () => Response.json(pictureList());
