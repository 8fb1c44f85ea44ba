/** The fields of every entry that answers something: sections, use cases, questions and pages. */
import { z } from 'astro/zod';
import { leans, keysOf } from '../../vocabulary.ts';
import { anyRef, asked, ourDay, redirectFrom, ref, text } from './fields.ts';

/** Our judgement: where this comes down. */
export const lean = z.enum(keysOf(leans));

/** Why the entry comes down there, in one line. */
export const because = text(140);

/** Completes "This flips if …"; ends with a full stop. */
export const flipsIf = text(240);

/** Where the entry comes down is a field of some kinds only: a use case takes it from the calculator. */
export const article = {
  /** Topic ids from `topics.yaml`, the main one first. */
  topics: z.array(ref('topics')).min(1),
  flipsIf,
  /** What readers call this. The search knows these words; nothing prints them. */
  aliases: z.array(text(60)),
  asked,
  /** Every claim that the body cites. */
  claims: z.array(ref('claims')),
  /** Where to read on, as `collection/stem`. */
  related: z.array(anyRef()),
  /** The releases that the entry was checked against. */
  versions: z.array(ref('releases')).min(1),
  /** When somebody last read the entry against its sources. */
  reviewed: ourDay(),
  /** Dated notes on what changed, the newest first. They feed the page and the RSS feed. */
  changes: z.array(z.strictObject({ date: ourDay(), what: text(200) })).min(1),
  /** Puts the entry on the home page's scale, under this label. */
  plot: text(48).optional(),
  redirectFrom,
};
