/** What claims rest on: documents, and what we counted by hand. */
import { z } from 'astro/zod';
import { sourceKinds, keysOf } from '../../vocabulary.ts';
import { day, ourDay, ref, text } from './fields.ts';

/** One document that claims rest on. The only place with addresses of other sites. */
export const source = z
  .strictObject({
    title: text(140),
    publisher: text(80),
    kind: z.enum(keysOf(sourceKinds)),
    url: z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }).optional(),
    /** The date that the document itself carries. */
    published: day().optional(),
    /** When one of us last opened it. */
    opened: ourDay(),
    /** Exactly what was read: which file at which version, or that it was an excerpt. For a run of ours: what ran. */
    read: text(500),
    /** The first measuring run of the lab that the source stands for; the page shows later ones beside it. */
    measurement: ref('measurements').optional(),
    /** The tables of what we counted by hand. */
    count: ref('counts').optional(),
  })
  .refine(({ kind, url }) => (kind === 'measurement') === (url === undefined), {
    error: 'every source but a measurement has an address',
    path: ['url'],
  });

/** What we counted or tried by hand, with its method and its limits. */
export const count = z.strictObject({
  title: text(120),
  date: ourDay(),
  environment: z.array(text(160)).min(1),
  method: z.array(text(500)).min(1),
  limits: z.array(text(500)).min(1),
  tables: z
    .array(
      z.strictObject({
        title: text(160),
        columns: z.array(text(80)).min(2),
        rows: z.array(z.array(z.string())).min(1),
      }),
    )
    .min(1),
});
