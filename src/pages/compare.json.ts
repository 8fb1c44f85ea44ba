/** The comparison as data. */
import { comparisonData } from '../comparison-data.ts';
import { capabilities } from '../entries/queries.ts';

export const GET = () => Response.json(comparisonData(capabilities));
