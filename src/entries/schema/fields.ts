/** What the fields of many kinds of entry are made of. */
import { z } from 'astro/zod';
import { asPrinted } from '../figures.ts';

/** Prose of at most so many characters. Backticks in it make code, `<Figure />` a measured number; no other markup. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .check((context) => {
      if (asPrinted(context.value).length > most)
        context.issues.push({
          code: 'too_big',
          origin: 'string',
          maximum: most,
          inclusive: true,
          input: context.value,
        });
    })
    .meta({ maxLength: most });

/** Which collection each field of the kind `ref` names; `rules/references.ts` asks it. */
export const references = z.registry<{ collection: string }>();

/** The file stem of an entry in the named collection. */
export const ref = (collection: string) => z.string().min(1).register(references, { collection });

/** An entry with an address of its own, as `collection/stem`. */
export const anyRef = () =>
  z
    .string()
    .regex(/^(sections|faq|use-cases|pages)\/[a-z0-9-]+$/, {
      error: 'must be "sections/", "faq/", "use-cases/" or "pages/" and a file stem',
    })
    .register(references, { collection: '' });

/** A day that exists, such as 2026-11-22, and not before the earliest. */
const dayFrom = (earliest: string) =>
  z.iso
    .date({ error: 'must be a day that exists, such as 2026-11-22' })
    .refine((day) => day >= earliest, { error: `lies before ${earliest}` })
    .transform((day) => new Date(day));

/** The date of somebody else's document or release. */
export const day = () => dayFrom('1990-01-01');

/** The date of somebody else's document as far as it is known: a year, a month or a day. */
export const someDay = z.string().regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: 'must be a year, a month or a day, such as "2023", "2023-05" or "2023-05-09", in quotes',
});

/** A day on which one of us did something for this guide, which began in 2026. */
export const ourDay = () => dayFrom('2026-01-01');

/**
 * File names that an entry once had, each of which leads to it. A page that stands at a path of its own names its old
 * paths, such as `/calculator/how/`.
 */
export const redirectFrom = z
  .array(
    z
      .string()
      .regex(/^([a-z0-9-]+|\/([a-z0-9-]+\/)+)$/, { error: 'must be a file stem, or a path such as /old/name/' }),
  )
  .default([]);

/**
 * Ways in which people ask for the entry, as they type them, at most 25. The search knows them; no page shows them. One
 * way stands at one entry only.
 */
export const asked = z.array(text(120)).max(25).default([]);

/** What a search engine and a list show under the title. */
export const summary = z.string().trim().min(50).max(160);

/** The documents that an entry rests on. */
export const citations = z.array(
  z.strictObject({
    source: ref('sources'),
    /** The heading under which a stranger finds it. */
    locator: text(200),
  }),
);

/** How many words of a text are too many. */
export const atMostWords = (most: number) => (value: string) => asPrinted(value).split(/\s+/).length <= most;
