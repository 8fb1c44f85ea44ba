/** The comparison as a table for spreadsheets. */
import { comparisonCsv } from '../data/comparison.ts';
import { capabilities } from '../entries/queries.ts';

export const GET = () => new Response(comparisonCsv(capabilities));
