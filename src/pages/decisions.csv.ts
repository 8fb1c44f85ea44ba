/** The decisions of teams as a table for spreadsheets. */
import { decisionsCsv } from '../data/decisions.ts';
import { decisions } from '../entries/queries.ts';

export const GET = () => new Response(decisionsCsv(decisions));
