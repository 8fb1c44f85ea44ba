/** The words that stand in texts and are not indexed, which the search asks for where it meets a word that it does not know. */
import { searchIndex } from '../../search/index/search-index.ts';

export const GET = async () => new Response((await searchIndex()).words);
