/** What the search knows of each entry, for the step of the build that indexes; that step removes the file. */
import { searchRecords, searchTopics } from '../search/index/records.ts';

export const GET = () => Response.json({ records: searchRecords(), topics: searchTopics() });
