/** How dates and lists are written. Made once: making one takes longer than using it a hundred times. */

/** A date such as 22 November 2026. */
export const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A label inside a sentence: “Chose Flask” as “chose Flask”. */
export const insideSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** A date as far as it is known: `2023-05` as May 2023, `2023` as it is. */
export function partOfDate(known: string): string {
  const [year, month, day] = known.split('-');
  if (!month) return year!;
  if (day) return dayFormat.format(new Date(known));
  return monthFormat.format(new Date(`${known}-01`));
}

/** A month such as May 2023. */
export const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Names such as “Flask 3.1, Django 5.2 and Django 6.1”. */
export const listFormat = new Intl.ListFormat('en-GB', { type: 'conjunction' });
