/** The comparison as a table for spreadsheets. */
import { comparisonCsv } from '../comparison-data.ts';
import { capabilities } from '../library/index.ts';

export const GET = () => new Response(comparisonCsv(capabilities));
