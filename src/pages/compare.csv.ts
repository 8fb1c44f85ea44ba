/** The comparison as a table for spreadsheets. */
import { comparisonCsv } from '../comparison-data.ts';
import { capabilities } from '../entries/queries.ts';

export const GET = () => new Response(comparisonCsv(capabilities));
