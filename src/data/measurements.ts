/** The runs of the lab as data, as the lab wrote them. Of a withdrawn run only when and why it was withdrawn. */
import { z } from 'astro/zod';
import { isoDay } from '../day.ts';
import type { measurements, withdrawnMeasurements } from '../entries/queries.ts';
import { measurementSchema, type MeasurementRecord } from '../records/measurement.ts';
import { day, id } from './fields.ts';

export const measurementItem = z.union([
  z.strictObject({ id, run: measurementSchema }),
  z.strictObject({ id, date: day, withdrawn: z.strictObject({ date: day, reason: z.string() }) }),
]);

export const measurementItems = (
  runs: typeof measurements,
  withdrawn: typeof withdrawnMeasurements,
): z.input<typeof measurementItem>[] => [
  ...runs.map(({ id: stem, data }) => ({ id: stem, run: withDays(data) as MeasurementRecord })),
  ...withdrawn.map(({ id: stem, data }) => ({
    id: stem,
    date: isoDay(data.date),
    withdrawn: { date: isoDay(data.withdrawn.date), reason: data.withdrawn.reason },
  })),
];

/** The same value with each date as the file writes it. */
function withDays(value: unknown): unknown {
  if (value instanceof Date) return isoDay(value);
  if (Array.isArray(value)) return value.map(withDays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withDays(part)]));
}
