/** One thing that is commonly said, in parts that can be held against sources. The file stem asserts it. */
import { z } from 'astro/zod';
import { frameworks, keysOf, partStates } from '../../vocabulary.ts';
import { sourcesOf, verdictFrom } from '../claim-verdict.ts';
import { atMostWords, citations, ourDay, redirectFrom, ref, someDay, text } from './fields.ts';

/** One assertion of a claim. A part has sources or is marked as our judgement; an unproven one says what was searched. */
const part = z.strictObject({
  /** The assertion, in one sentence. */
  says: text(220),
  state: z.enum(keysOf(partStates)),
  /** Whether the statement asserts this at its core. True for exactly one part. */
  main: z.literal(true).optional(),
  /** The proposition that the part speaks of, so that claims which speak of the same cannot contradict each other. */
  subject: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'use lower-case words joined by hyphens' })
    .optional(),
  /** The part asserts the opposite of its subject. */
  contrary: z.literal(true).optional(),
  /** The part rests on our judgement, which the claim then explains. */
  judgement: z.literal(true).optional(),
  /** For an unproven part: where evidence was looked for, when, and what came up. */
  searched: z
    .strictObject({
      day: ourDay(),
      /** The words that were searched for, and where. */
      for: text(200),
      /** What came up in place of evidence. */
      found: text(240),
    })
    .optional(),
  sources: citations.default([]),
});

/** A public place where somebody asserts the claim. */
const place = z.strictObject({
  title: text(160),
  /** The site or organisation. No person. */
  publisher: text(80),
  url: z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }),
  /** The date that the place itself carries. */
  date: someDay.optional(),
  /** The words that assert it, as they stand there. */
  quote: text(220).refine(atMostWords(20), { error: 'has more than 20 words' }),
  /** When one of us read it. */
  opened: ourDay(),
});

/** The verdict and the list of sources are computed, so they cannot be typed. */
export const claim = z
  .strictObject({
    /** Printed as "Claim 7". Stays with the claim for good. */
    number: z.int().positive(),
    /** What is commonly said, in our words. */
    statement: text(220),
    about: z.array(z.enum(keysOf(frameworks))).min(1),
    parts: z.array(part).min(1).max(6),
    /** Completes "with this limit: …", without a full stop. */
    limit: text(260).optional(),
    /** The finding in at most 35 words, for the margin of a page. */
    note: text(260).refine(atMostWords(35), { error: 'has more than 35 words' }),
    /** The finding in full, with its limits. */
    nuance: text(900),
    /** Says which part is our judgement, and why. */
    judgement: text(320).optional(),
    /** Where it is said. Empty where the statement is our wording of a common assumption. */
    said: z.array(place).default([]),
    /** Decisions of teams whose records speak against the statement. */
    against: z.array(ref('decisions')).max(3).default([]),
    versions: z.array(ref('releases')),
    checked: ourDay(),
    topics: z.array(ref('topics')).min(1),
    /** Documents that the finding quotes and no part rests on. */
    also: citations.default([]),
    /** Dated notes on what changed, the newest first. */
    changes: z.array(z.strictObject({ date: ourDay(), what: text(240) })).default([]),
    redirectFrom,
  })
  .transform((data) => ({ ...data, verdict: verdictFrom(data), sources: sourcesOf(data) }));
