/** The decisions of teams as data for download, the same in both formats. */
import { stringify } from 'csv-stringify/sync';
import { isoDay } from '../day.ts';
import { courseOf } from '../decisions/course.ts';
import type { Decision } from '../entries/queries.ts';
import { moves, organisations, outcomes, recordTypes } from '../vocabulary.ts';

/** Every decision with its record, its reasons and what became of it. */
export function decisionsData(decisions: readonly Decision[]) {
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
