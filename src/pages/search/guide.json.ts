/** What the search knows beside Pagefind's index. */
import { searchIndex } from '../../search/index/search-index.ts';

export const GET = async () => Response.json((await searchIndex()).guide);
