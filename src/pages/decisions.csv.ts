/** The decisions of teams as a table for spreadsheets. */
import { decisionsCsv } from '../decisions-data.ts';
import { decisions } from '../entries/queries.ts';

export const GET = () => new Response(decisionsCsv(decisions));
