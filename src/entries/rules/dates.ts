/** Dates that cannot be. That a day exists at all is a matter of the schema. */
import { isoDay } from '../../day.ts';
import { inField, type Entry, type Path, type Problem } from '../entry.ts';

/** When support ends lies ahead on purpose. */
const mayLieAhead = ['supportEnds'];

function datesIn(value: unknown, path: Path = []): { path: Path; date: Date }[] {
  if (value instanceof Date) return [{ path, date: value }];
  if (Array.isArray(value)) return value.flatMap((item, at) => datesIn(item, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => datesIn(inner, [...path, field]));
}

/**
 * Nothing was reviewed, released or changed tomorrow.
 * @param now the moment of the check; where the day begins first, it may be a day later than in UTC
 */
export function futureDates(entries: readonly Entry[], now: Date): Problem[] {
  const latest = isoDay(new Date(now.getTime() + 14 * 3_600_000));
  return entries.flatMap((entry) =>
    datesIn(entry.data)
      .filter(({ path, date }) => !mayLieAhead.includes(String(path.at(-1))) && isoDay(date) > latest)
      .map(({ path, date }) => inField(entry, path, `${isoDay(date)} lies in the future`)),
  );
}

/** The notes on changes are read from the top: the newest first. */
export function changesOutOfOrder(entries: readonly Entry[]): Problem[] {
  return entries.flatMap((entry) => {
    const dates = datesIn(entry.data['changes']);
    return dates.flatMap(({ path, date }, at) =>
      at > 0 && date > dates[at - 1]!.date
        ? [
            inField(
              entry,
              ['changes', ...path],
              `${isoDay(date)} is newer than the change above it; the newest stands first`,
            ),
          ]
        : [],
    );
  });
}
