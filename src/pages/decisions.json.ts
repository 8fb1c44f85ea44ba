/** The decisions of teams as data. */
import { decisionsData } from '../data/decisions.ts';
import { decisions } from '../entries/queries.ts';

export const GET = () => Response.json(decisionsData(decisions));
