/** Entries with a page of their own: use cases, questions and the pages of the site. */
import { z } from 'astro/zod';
import { origins, themes, keysOf } from '../../vocabulary.ts';
import { article, because, flipsIf, lean } from './article.ts';
import { draw } from '../sketch.ts';
import { answered } from './calculator.ts';
import { ref, summary, text } from './fields.ts';

/** A situation that a reader may recognise. The body has three fixed headings; the verdict is the calculator's. */
export const useCase = z.strictObject({
  ...article,
  title: text(60),
  summary,
  order: z.int().positive(),
  /** `article`: told by the article that this guide answers. `composite`: drawn from common patterns. */
  origin: z.enum(keysOf(origins)),
  /** The short answer. */
  answer: text(260),
  /** The parts of the system, drawn below the answer. */
  sketch: z
    .strictObject({
      /** What the drawing shows, in a few words. */
      title: text(60),
      /** The texts of the boxes from top to bottom, one or two in a level. */
      levels: z
        .array(z.array(text(40)).min(1).max(2))
        .min(2)
        .max(6),
      /** Pairs such as "Browser>Proxy"; without them each box leads to every box below it. */
      joins: z.array(text(90)).optional(),
    })
    .superRefine(({ levels, joins }, context) => {
      try {
        draw(levels, joins);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
    }),
  facts: z
    .array(z.strictObject({ term: text(40), detail: text(120) }))
    .min(2)
    .max(5),
  /** The situation as the calculator understands it. */
  calculator: z.strictObject(answered),
});

/** One question. The body carries on after the one-sentence answer. */
export const question = z.strictObject({
  ...article,
  lean,
  question: text(90),
  /** The answer in one sentence, with the reason for the lean; also the structured data. */
  answer: text(220),
  summary,
  theme: z.enum(keysOf(themes)),
  order: z.int().positive(),
  /** Decisions of real teams that bear on the question, the best first. For a use case they are found by its answers. */
  decisions: z.array(ref('decisions')).max(3).default([]),
  /** Lists the question among those that are asked most, on the home page and in the empty search, under this word. */
  oftenAsked: text(16).optional(),
});

/** A page of its own, such as the verdict. It need not lean. */
export const page = z.strictObject({
  ...article,
  topics: z.array(ref('topics')),
  lean: lean.optional(),
  because: because.optional(),
  flipsIf: flipsIf.optional(),
  versions: z.array(ref('releases')),
  title: text(60),
  summary,
  /** Where the page stands, from the root, if that is not its own name. A file in `src/pages/` shows it there. */
  path: z
    .string()
    .regex(/^\/([a-z0-9-]+\/)+$/, { error: 'must begin and end with a slash, such as /calculator/method/' })
    .optional(),
});
