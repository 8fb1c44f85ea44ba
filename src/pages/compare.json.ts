/** The comparison as data. */
import { comparisonData } from '../data/comparison.ts';
import { capabilities } from '../entries/queries.ts';

export const GET = () => Response.json(comparisonData(capabilities));
