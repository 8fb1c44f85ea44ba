/** Holds the days in `content/releases/` against the calendar that endoflife.date keeps of each framework. */
import { z } from 'astro/zod';

export interface NamedRelease {
  file: string;
  framework: string;
  /** Such as "5.2 LTS"; the calendar knows it as "5.2". */
  series: string;
  released: string;
  /** The last day with security fixes; absent where the makers name none. */
  supportEnds: string | undefined;
}

/** A series as the calendar has it. Its support may have no known end. */
export const calendarSchema = z.array(
  z.object({ cycle: z.string(), releaseDate: z.iso.date(), eol: z.union([z.iso.date(), z.boolean()]) }),
);
export type Calendar = z.infer<typeof calendarSchema>;

/** @throws when the calendar cannot be reached or answers something else: no answer is no pass */
export async function askCalendar(framework: string): Promise<Calendar> {
  let response: Response;
  try {
    response = await fetch(`https://endoflife.date/api/${framework}.json`, { signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    throw new Error(`${framework}: the calendar of releases does not answer`, { cause: error });
  }
  if (!response.ok) throw new Error(`${framework}: the calendar of releases answers with ${response.status}`);
  return calendarSchema.parse(await response.json());
}

/** Every day that differs, as a line. Pure. */
export function supportLapses(named: readonly NamedRelease[], calendar: Calendar): string[] {
  return named.flatMap(({ file, series, released, supportEnds }) => {
    const known = calendar.find(({ cycle }) => cycle === series.split(' ')[0]);
    if (!known) return [`${file}: the calendar does not know the series ${series}`];
    return [
      ...(known.releaseDate === released
        ? []
        : [`${file}: released ${released}; the calendar says ${known.releaseDate}`]),
      ...(supportEnds === undefined || known.eol === supportEnds
        ? []
        : [`${file}: supportEnds ${supportEnds}; the calendar says ${String(known.eol)}`]),
    ];
  });
}
