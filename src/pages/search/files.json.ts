/** What else a search needs: the search fetches this first, beside the files that never change their names. */
import { bundleFolder } from '../../search/index/files.ts';
import { searchIndex } from '../../search/index/search-index.ts';
import { href } from '../../site.ts';

export const GET = async () => Response.json((await searchIndex()).files.map((name) => href(bundleFolder + name)));
