/** The comparison as data. */
import { comparisonData } from '../comparison-data.ts';
import { capabilities } from '../library/index.ts';

export const GET = () => Response.json(comparisonData(capabilities));
