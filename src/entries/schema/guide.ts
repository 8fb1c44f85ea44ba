/** The guide itself: chapters and their sections, and the short routes through it. */
import { z } from 'astro/zod';
import { article, because, lean } from './article.ts';
import { anyRef, asked, ourDay, redirectFrom, ref, summary, text } from './fields.ts';

/** Four chapters. The body is the opening paragraph; the sections follow it, and each comes down for itself. */
export const chapter = z.strictObject({
  title: text(60),
  summary,
  /** Position in the guide, from 1. */
  order: z.int().positive(),
  /** The chapter in three lines. */
  inShort: z.array(text(120)).length(3),
  /** Whether the calculator's core questions stand at its end. */
  asks: z.boolean().default(false),
  reviewed: ourDay(),
  redirectFrom,
});

/** A section of a chapter. The body has no headings: a section is one run of thought. */
export const section = z.strictObject({
  ...article,
  lean,
  because,
  title: text(60),
  summary,
  chapter: ref('chapters'),
  /** Position in the chapter, from 1. */
  order: z.int().positive(),
});

/** A short route through the guide for one kind of reader. */
export const path = z.strictObject({
  /** Who takes it, in the reader's own words: "I am …". */
  title: text(60),
  order: z.int().positive(),
  /** What the reader can decide at the end. */
  aim: text(200),
  asked,
  /** The situation of such a reader: at the end of the path the calculator opens with its answers. */
  case: ref('use-cases').optional(),
  steps: z
    .array(
      z.strictObject({
        to: anyRef(),
        /** What the reader asks or does at this step; stands in place of the entry's title. */
        question: text(60).optional(),
        why: text(160),
      }),
    )
    .min(3)
    .max(6),
});
