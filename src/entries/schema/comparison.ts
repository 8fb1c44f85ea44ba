/** What the two frameworks are and bring: rows of the comparison, releases, terms and topics. */
import { z } from 'astro/zod';
import { capabilityGroups, frameworks, supports, topicKinds, keysOf } from '../../vocabulary.ts';
import { upkeepOn } from '../upkeep.ts';
import { asked, atMostWords, citations, day, ourDay, redirectFrom, ref, text } from './fields.ts';

/** How one framework provides a capability. */
const provision = z
  .strictObject({
    /** Absent where the row states a fact that nobody provides, such as a licence. */
    support: z.enum(keysOf(supports)).optional(),
    /** What the row's line says in place of the support, where there is none, such as "BSD". */
    fact: text(20).optional(),
    what: text(160),
    /** The packages that were seen. How well each is kept is told from the dates, so it cannot be typed. */
    packages: z.array(
      z.strictObject({
        name: text(60),
        /** The name by which the package index knows it, where that is another. */
        index: text(60).optional(),
        /** The series, such as "3.1". */
        series: text(20),
        /** Whether it is a series with long support, beside a newer one. */
        longTerm: z.literal(true).optional(),
        /** The day of its newest release. */
        released: day(),
      }),
    ),
  })
  .refine(({ support, fact }) => (support === undefined) !== (fact === undefined), {
    error: 'states either a support or, where nobody provides it, a fact',
    path: ['fact'],
  });

/** One row of the comparison. */
export const capability = z
  .strictObject({
    /** Printed in citations as "R7". Stays with the row for good. */
    number: z.int().positive(),
    title: text(60),
    group: z.enum(keysOf(capabilityGroups)),
    topics: z.array(ref('topics')).min(1),
    aliases: z.array(text(60)),
    asked,
    flask: provision,
    django: provision,
    /** What to know in one sentence; stands in the row's line. */
    line: text(80),
    /** What to know before believing the cells. */
    nuance: text(280),
    versions: z.array(ref('releases')).min(1),
    checked: ourDay(),
    sources: citations.min(1),
    redirectFrom,
  })
  .transform(({ flask, django, ...row }) => ({
    ...row,
    flask: withUpkeep(flask, row.checked),
    django: withUpkeep(django, row.checked),
  }));

function withUpkeep(side: z.infer<typeof provision>, checked: Date) {
  return {
    ...side,
    packages: side.packages.map((each) => ({ ...each, upkeep: upkeepOn(each.released, checked) })),
  };
}

/** A series of a framework and how long its makers support it. */
export const release = z
  .strictObject({
    framework: z.enum(keysOf(frameworks)),
    /** As printed, such as "5.2 LTS". */
    series: text(20),
    released: day(),
    /** The last day with security fixes; absent where the makers name none. */
    supportEnds: day().optional(),
  })
  .refine(({ released, supportEnds }) => !supportEnds || supportEnds > released, {
    error: 'lies before the release',
    path: ['supportEnds'],
  });

/** One term, defined once; texts open it beside its first use. */
export const term = z.strictObject({
  term: text(60),
  /** What the term means, in at most 60 words. */
  definition: text(420).refine(atMostWords(60), { error: 'has more than 60 words' }),
  aliases: z.array(text(60)),
  topics: z.array(ref('topics')),
  /** What it means in each framework, in a sentence. */
  inFlask: text(220).optional(),
  inDjango: text(220).optional(),
  /** Terms to read beside it. */
  see: z.array(ref('glossary')),
  reviewed: ourDay(),
  redirectFrom,
});

/** A subject of the guide. An entry's `topics` come from here. */
export const topic = z.strictObject({ id: z.string(), kind: z.enum(topicKinds), label: text(70) });
