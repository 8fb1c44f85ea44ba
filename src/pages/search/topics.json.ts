/** The topics that the search offers where it finds nothing. */
import { searchIndex } from '../../search/index/search-index.ts';

export const GET = async () => Response.json((await searchIndex()).topics);
