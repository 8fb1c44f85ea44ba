/** The day of a date as computers write it, such as 2026-11-22. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
