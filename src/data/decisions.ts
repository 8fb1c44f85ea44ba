/** The decisions of teams as data for download, the same in both formats. */
import { z } from 'astro/zod';
import { stringify } from 'csv-stringify/sync';
import { isoDay } from '../day.ts';
import { courseOf } from '../decisions/course.ts';
import type { Decision } from '../entries/queries.ts';
import { keysOf, moves, organisations, outcomes, reasonCodes, recordTypes } from '../vocabulary.ts';
import { day, id } from './fields.ts';

const place = z.enum(['flask', 'django', 'both', 'neither']);

export const decisionItem = z.strictObject({
  id,
  project: z.string(),
  organisation: z.string(),
  kind: z.string().describe('What kind of organisation it is.'),
  date: z.string().nullable().describe('When it was decided: a year, a month or a day.'),
  move: z.string(),
  before: place,
  chosen: place,
  seen: place.optional().describe('Where it was when last seen; absent where nobody could follow it.'),
  situation: z.string(),
  decided: z.string(),
  why: z.string(),
  reasons: z.array(z.strictObject({ code: z.enum(keysOf(reasonCodes)), says: z.string() })),
  quotation: z.string().nullable(),
  record: z.strictObject({
    url: z.string(),
    type: z.string(),
    read: z.enum(['whole', 'excerpt']),
    opened: day.describe('When one of us opened it.'),
  }),
  outcome: z.strictObject({
    state: z.string(),
    says: z.string(),
    url: z.string().nullable(),
    seen: z.string().nullable().describe('The date of what shows the outcome.'),
  }),
});

/** Every decision with its record, its reasons and what became of it. */
export function decisionsData(decisions: readonly Decision[]): z.infer<typeof decisionItem>[] {
  return decisions.map(({ id, data }) => ({
    id,
    project: data.project,
    organisation: data.organisation,
    kind: organisations[data.kind],
    date: data.date ?? null,
    move: moves[data.move],
    ...courseOf(data),
    situation: data.situation,
    decided: data.decided,
    why: data.why,
    reasons: data.reasons,
    quotation: data.quote ?? null,
    record: {
      url: data.record.url,
      type: recordTypes[data.record.type],
      read: data.record.read,
      opened: isoDay(data.record.opened),
    },
    outcome: {
      state: outcomes[data.outcome.state],
      says: data.outcome.says,
      url: data.outcome.url ?? null,
      seen: data.outcome.seen ?? null,
    },
  }));
}

/** One line for each decision. */
export function decisionsCsv(decisions: readonly Decision[]): string {
  const rows = decisionsData(decisions).map(({ reasons, record, outcome, seen, ...row }) => ({
    ...row,
    last_seen: seen ?? '',
    reasons: reasons.map(({ code }) => code).join('; '),
    record: record.url,
    record_type: record.type,
    record_read: record.read,
    outcome: outcome.state,
    outcome_source: outcome.url,
    outcome_seen: outcome.seen,
  }));
  return stringify(rows, { header: true, escape_formulas: true });
}
