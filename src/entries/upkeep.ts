/** How well a package is kept, told from the day of its newest release alone, so that nobody types it. Pure. */
import type { Upkeep } from '../vocabulary.ts';

/**
 * Active with a release in the twelve months before the day, dormant without one in the last two years, quiet between.
 * @param released the day of its newest release
 * @param day the day on which somebody looked
 */
export function upkeepOn(released: Date, day: Date): Upkeep {
  const yearsBefore = (years: number) => {
    const limit = new Date(day);
    limit.setUTCFullYear(limit.getUTCFullYear() - years);
    return limit;
  };
  if (released >= yearsBefore(1)) return 'active';
  return released >= yearsBefore(2) ? 'quiet' : 'dormant';
}
