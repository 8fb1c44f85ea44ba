/**
 * The data model: every kind of entry, every field, what it means.
 * Objects are strict, so a misspelt field stops the build. References are file stems;
 * `library/problems.ts` checks that they exist.
 */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import {
  capabilityGroups,
  frameworks,
  leans,
  origins,
  sourceKinds,
  supports,
  themes,
  topicKinds,
  upkeeps,
  verdicts,
  words,
} from './vocabulary.ts';

/** One line of prose. Backticks make code; no other markup. */
const line = (most: number) => z.string().trim().min(1).max(most);

/** The file stem of an entry in the named collection. */
const stem = (_collection: string) => z.string().min(1);

/** What a search engine and a list show under the title. */
const summary = z.string().min(50).max(160);

/** A dated note on what changed; the newest first. Feeds the page and the RSS feed. */
const change = z.strictObject({ date: z.date(), what: line(200) });

/** When somebody last read the entry against its sources. */
const reviewed = z.date();

/** An entry with an address of its own, as `collection/stem`. */
const related = z.string().regex(/^(sections|faq|use-cases|pages)\/[a-z0-9-]+$/);

/** What every entry that answers something carries. */
const answering = {
  /** Topic ids from `topics.yaml`, the main one first. */
  topics: z.array(stem('topics')).min(1),
  /** Our judgement: where this comes down. */
  lean: z.enum(words(leans)),
  /** Completes "This flips if …"; ends with a full stop. */
  flipsIf: line(240),
  /** What readers call this; printed as "Also called". */
  aliases: z.array(line(60)),
  /** Every claim that the body cites. */
  claims: z.array(stem('claims')),
  /** Where to read on, as `collection/stem`. */
  related: z.array(related),
  /** The releases that the entry was checked against. */
  versions: z.array(stem('releases')).min(1),
  reviewed,
  changes: z.array(change).min(1),
  /** Puts the entry on the home page's scale, under this label. */
  plot: line(48).optional(),
  /** Stems that this entry once had; each becomes a page that leads here. */
  formerly: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
};

/** The documents that an entry rests on. */
const citations = z.array(
  z.strictObject({
    source: stem('sources'),
    /** The heading under which a stranger finds it. */
    locator: line(200),
  }),
);

/** How one framework provides a capability. */
const provision = z.strictObject({
  /** Absent where the row states a fact that nobody provides, such as a licence. */
  support: z.enum(words(supports)).optional(),
  what: line(160),
  /** The packages that were seen, with the date of their newest release and how well they are kept. */
  packages: z.array(
    z.strictObject({
      name: line(60),
      /** The series, such as "3.1". */
      series: line(20),
      released: z.date(),
      upkeep: z.enum(words(upkeeps)),
    }),
  ),
});

const markdown = (collection: string) =>
  glob({ base: `./content/${collection}`, pattern: '*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });
const data = (collection: string) =>
  glob({ base: `./content/${collection}`, pattern: '*.yaml', generateId: ({ entry }) => entry.replace(/\.yaml$/, '') });

export const collections = {
  /** Four chapters. The body is the opening paragraph; the sections follow it. */
  chapters: defineCollection({
    loader: markdown('chapters'),
    schema: z.strictObject({
      title: line(60),
      summary,
      /** Position in the guide, from 1. */
      order: z.int().positive(),
      lean: answering.lean,
      /** The chapter in three lines. */
      inShort: z.array(line(120)).length(3),
      reviewed,
    }),
  }),

  /** A section of a chapter. The body has no headings: a section is one run of thought. */
  sections: defineCollection({
    loader: markdown('sections'),
    schema: z.strictObject({
      ...answering,
      title: line(60),
      summary,
      chapter: stem('chapters'),
      /** Position in the chapter, from 1. */
      order: z.int().positive(),
    }),
  }),

  /** A situation that a reader may recognise. The body has three fixed headings. */
  'use-cases': defineCollection({
    loader: markdown('use-cases'),
    schema: z.strictObject({
      ...answering,
      title: line(60),
      summary,
      order: z.int().positive(),
      /** `article`: told by the article that this guide answers. `composite`: drawn from common patterns. */
      origin: z.enum(words(origins)),
      /** The short answer. */
      answer: line(260),
      facts: z
        .array(z.strictObject({ term: line(40), detail: line(120) }))
        .min(2)
        .max(5),
    }),
  }),

  /** One question. The body carries on after the one-sentence answer. */
  faq: defineCollection({
    loader: markdown('faq'),
    schema: z.strictObject({
      ...answering,
      question: line(90),
      /** The answer in one sentence; also the structured data. */
      answer: line(220),
      summary,
      theme: z.enum(words(themes)),
      order: z.int().positive(),
    }),
  }),

  /** Pages of their own, such as the verdict. They need not lean. */
  pages: defineCollection({
    loader: markdown('pages'),
    schema: z.strictObject({
      ...answering,
      topics: z.array(stem('topics')),
      lean: answering.lean.optional(),
      flipsIf: answering.flipsIf.optional(),
      versions: z.array(stem('releases')),
      title: line(60),
      summary,
    }),
  }),

  /** One thing that is commonly said, and whether it stands. The file stem asserts it. */
  claims: defineCollection({
    loader: data('claims'),
    schema: z.strictObject({
      /** Printed as "Claim 7". Stays with the claim for good. */
      number: z.int().positive(),
      /** What is commonly said, in our words. */
      statement: line(220),
      about: z.array(z.enum(words(frameworks))).min(1),
      verdict: z.enum(words(verdicts)),
      /** The finding in at most 35 words, for the margin of a page. */
      note: line(260).refine((text) => text.split(/\s+/).length <= 35, { error: 'has more than 35 words' }),
      /** The finding in full, with its limits. */
      nuance: line(900),
      /** Says which part is our judgement, and why. Without it a claim needs a source. */
      judgement: line(320).optional(),
      versions: z.array(stem('releases')),
      checked: z.date(),
      topics: z.array(stem('topics')).min(1),
      sources: citations,
    }),
  }),

  /** One document that claims rest on. The only place with addresses of other sites. */
  sources: defineCollection({
    loader: data('sources'),
    schema: z
      .strictObject({
        title: line(140),
        publisher: line(80),
        kind: z.enum(words(sourceKinds)),
        url: z.url({ protocol: /^https$/ }).optional(),
        /** The date that the document itself carries. */
        published: z.date().optional(),
        /** When one of us last opened it. */
        opened: z.date(),
        /** Exactly what was read: which file at which version, or that it was an excerpt. For a run of ours: what ran. */
        read: line(500),
        /** The measurement whose tables a run of ours fills. */
        measurement: stem('measurements').optional(),
      })
      .refine((source) => (source.kind === 'measurement') === (source.url === undefined), {
        error: 'every source but a measurement has an address',
        path: ['url'],
      }),
  }),

  /** One row of the comparison. */
  capabilities: defineCollection({
    loader: data('capabilities'),
    schema: z.strictObject({
      /** Printed in citations as "R7". Stays with the row for good. */
      number: z.int().positive(),
      title: line(60),
      group: z.enum(words(capabilityGroups)),
      topics: z.array(stem('topics')).min(1),
      aliases: z.array(line(60)),
      flask: provision,
      django: provision,
      /** What to know before believing the cells. */
      nuance: line(280),
      versions: z.array(stem('releases')).min(1),
      checked: z.date(),
      sources: citations.min(1),
    }),
  }),

  /** One term, defined once; texts open it beside its first use. */
  glossary: defineCollection({
    loader: data('glossary'),
    schema: z.strictObject({
      term: line(60),
      /** What the term means, in at most 60 words. */
      definition: line(420).refine((text) => text.split(/\s+/).length <= 60, { error: 'has more than 60 words' }),
      aliases: z.array(line(60)),
      topics: z.array(stem('topics')),
      /** What it means in each framework, in a sentence. */
      inFlask: line(220).optional(),
      inDjango: line(220).optional(),
      /** Terms to read beside it. */
      see: z.array(stem('glossary')),
      reviewed,
    }),
  }),

  /** A short route through the guide for one kind of reader. */
  paths: defineCollection({
    loader: data('paths'),
    schema: z.strictObject({
      /** Who takes it, in the reader's own words: "I am …". */
      title: line(60),
      order: z.int().positive(),
      /** What the reader can decide at the end. */
      aim: line(200),
      steps: z
        .array(z.strictObject({ to: related, why: line(160) }))
        .min(3)
        .max(6),
    }),
  }),

  /** A series of a framework and how long its makers support it. */
  releases: defineCollection({
    loader: data('releases'),
    schema: z.strictObject({
      framework: z.enum(words(frameworks)),
      /** As printed, such as "5.2 LTS". */
      series: line(20),
      released: z.date(),
      /** The last day with security fixes; absent where the makers name none. */
      supportEnds: z.date().optional(),
    }),
  }),

  /** A job done in both frameworks. The code stands beside the file and is printed by region. */
  examples: defineCollection({
    loader: glob({
      base: './content/examples',
      pattern: '*/example.yaml',
      generateId: ({ entry }) => entry.replace(/\/example\.yaml$/, ''),
    }),
    schema: z.strictObject({
      title: line(100),
      /** The day we ran it; without it the page says "not run yet". */
      ran: z.date().optional(),
      /** What it ran on: Python, frameworks, packages, each with its version. */
      environment: z.array(line(60)),
      /** What was done and seen. */
      result: line(600),
      samples: z
        .array(
          z.strictObject({
            framework: z.enum([...words(frameworks), 'both']),
            file: line(80),
            /** What this side needs beyond the framework. */
            remark: line(40),
          }),
        )
        .min(1)
        .max(2),
    }),
  }),

  /** One of our own runs, with its method and its limits. */
  measurements: defineCollection({
    loader: data('measurements'),
    schema: z.strictObject({
      title: line(120),
      date: z.date(),
      environment: z.array(line(160)).min(1),
      method: z.array(line(500)).min(1),
      limits: z.array(line(500)).min(1),
      tables: z
        .array(
          z.strictObject({
            title: line(160),
            columns: z.array(line(80)).min(2),
            rows: z.array(z.array(z.string())).min(1),
          }),
        )
        .min(1),
    }),
  }),

  /** The subjects of the guide. An entry's `topics` come from here. */
  topics: defineCollection({
    loader: file('./content/topics.yaml'),
    schema: z.strictObject({ id: z.string(), kind: z.enum(topicKinds), label: line(70) }),
  }),
};
