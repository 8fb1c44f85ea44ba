/** The release series of both frameworks as data, with their support. */
import { z } from 'astro/zod';
import { isoDay } from '../day.ts';
import type { Release } from '../entries/queries.ts';
import { day, framework, id } from './fields.ts';

export const releaseItem = z.strictObject({
  id,
  framework,
  series: z.string(),
  released: day,
  support_ends: day.nullable().describe('The last day with security fixes; null where the makers name none.'),
});

export const releaseItems = (releases: readonly Release[]): z.infer<typeof releaseItem>[] =>
  releases.map(({ id: stem, data }) => ({
    id: stem,
    framework: data.framework,
    series: data.series,
    released: isoDay(data.released),
    support_ends: data.supportEnds ? isoDay(data.supportEnds) : null,
  }));
