/** What the guide rests on: claims, the sources behind them, and what we counted by hand. */
import { z } from 'astro/zod';
import { frameworks, sourceKinds, verdicts, keysOf } from '../../vocabulary.ts';
import { atMostWords, citations, day, ourDay, redirectFrom, ref, text } from './fields.ts';

/** One thing that is commonly said, and whether it stands. The file stem asserts it. */
export const claim = z.strictObject({
  /** Printed as "Claim 7". Stays with the claim for good. */
  number: z.int().positive(),
  /** What is commonly said, in our words. */
  statement: text(220),
  about: z.array(z.enum(keysOf(frameworks))).min(1),
  verdict: z.enum(keysOf(verdicts)),
  /** The finding in at most 35 words, for the margin of a page. */
  note: text(260).refine(atMostWords(35), { error: 'has more than 35 words' }),
  /** The finding in full, with its limits. */
  nuance: text(900),
  /** Says which part is our judgement, and why. Without it a claim needs a source. */
  judgement: text(320).optional(),
  versions: z.array(ref('releases')),
  checked: ourDay(),
  topics: z.array(ref('topics')).min(1),
  sources: citations,
  redirectFrom,
});

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
