/** The claims and decisions that the search page lists below its results. */
import { evidenceRecords } from '../../search/index/records.ts';

export const GET = () => Response.json(evidenceRecords());
