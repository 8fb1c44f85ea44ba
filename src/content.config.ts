/**
 * The data model: every kind of entry, every field, what it means.
 * Objects are strict, so a misspelt field stops the build. References are file stems;
 * `entries/rules.ts` checks that they exist.
 */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { verdictNames } from './calculator/verdict-words.ts';
import { exampleSchema } from './records/example.ts';
import { measurementSchema } from './records/measurement.ts';
import { runSchema } from './records/run.ts';
import {
  capabilityGroups,
  departures,
  frameworks,
  leans,
  origins,
  numberKinds,
  questionGroups,
  sourceKinds,
  supports,
  themes,
  topicKinds,
  upkeeps,
  verdicts,
  keysOf,
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
  lean: z.enum(keysOf(leans)),
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
  support: z.enum(keysOf(supports)).optional(),
  what: line(160),
  /** The packages that were seen, with the date of their newest release and how well they are kept. */
  packages: z.array(
    z.strictObject({
      name: line(60),
      /** The series, such as "3.1". */
      series: line(20),
      released: z.date(),
      upkeep: z.enum(keysOf(upkeeps)),
    }),
  ),
});

/** The lowest, the likeliest and the highest value that we would believe; none below 0. */
const range = z.tuple([z.number().nonnegative(), z.number().nonnegative(), z.number().nonnegative()]);

/** Where a number of the calculator comes from, and why it is this one. */
const grounds = {
  /** `editorial`: our judgement. `source`: cited. `measured`: we ran it. */
  kind: z.enum(keysOf(numberKinds)),
  /** The document or run that it comes from. */
  source: stem('sources').optional(),
  /** The heading under which a stranger finds it. */
  locator: line(200).optional(),
  reason: line(320),
  reviewed,
};

/** Points from 0 to 100. */
const score = z.number().min(0).max(100);

/** What somebody told the calculator. */
const answers = {
  /** Question to option. A question that is missing is not answered. */
  choices: z.record(z.string(), z.string()),
  /** Features of the first release, and those of a year later. */
  first: z.array(z.string()),
  later: z.array(z.string()).default([]),
};
/** The same, with what the calculator must say; the build runs it and stops where it says something else. */
const answered = { ...answers, verdict: z.enum(verdictNames) };

const stemOf = ({ entry }: { entry: string }) => entry.replace(/\.\w+$/, '');
const markdown = (collection: string) =>
  glob({ base: `./content/${collection}`, pattern: '*.mdx', generateId: stemOf });
const data = (collection: string) => glob({ base: `./content/${collection}`, pattern: '*.yaml', generateId: stemOf });
/** A file that each example has; the example's folder names the entry. */
const ofExamples = (file: string) =>
  glob({
    base: './content/examples',
    pattern: `*/${file}`,
    generateId: ({ entry }) => entry.replace(`/${file}`, ''),
  });

const { lean: _derived, ...answeringWithoutLean } = answering;

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
      /** Whether the calculator's core questions stand at its end. */
      asks: z.boolean().default(false),
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
      // The lean follows from the calculator's verdict.
      ...answeringWithoutLean,
      title: line(60),
      summary,
      order: z.int().positive(),
      /** `article`: told by the article that this guide answers. `composite`: drawn from common patterns. */
      origin: z.enum(keysOf(origins)),
      /** The short answer. */
      answer: line(260),
      facts: z
        .array(z.strictObject({ term: line(40), detail: line(120) }))
        .min(2)
        .max(5),
      /** The situation as the calculator understands it. */
      calculator: z.strictObject(answered),
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
      theme: z.enum(keysOf(themes)),
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
      /** Where the page stands, from the root, if that is not its own name. A file in `src/pages/` shows it there. */
      path: z
        .string()
        .regex(/^\/([a-z0-9-]+\/)+$/)
        .optional(),
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
      about: z.array(z.enum(keysOf(frameworks))).min(1),
      verdict: z.enum(keysOf(verdicts)),
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
        kind: z.enum(keysOf(sourceKinds)),
        url: z.url({ protocol: /^https$/ }).optional(),
        /** The date that the document itself carries. */
        published: z.date().optional(),
        /** When one of us last opened it. */
        opened: z.date(),
        /** Exactly what was read: which file at which version, or that it was an excerpt. For a run of ours: what ran. */
        read: line(500),
        /** The first measuring run of the lab that the source stands for; the page shows later ones beside it. */
        measurement: stem('measurements').optional(),
        /** The tables of what we counted by hand. */
        count: stem('counts').optional(),
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
      group: z.enum(keysOf(capabilityGroups)),
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
      framework: z.enum(keysOf(frameworks)),
      /** As printed, such as "5.2 LTS". */
      series: line(20),
      released: z.date(),
      /** The last day with security fixes; absent where the makers name none. */
      supportEnds: z.date().optional(),
    }),
  }),

  /** A job done in both frameworks. The code stands beside the file and is printed by region. */
  examples: defineCollection({ loader: ofExamples('example.yaml'), schema: exampleSchema }),

  /** Which files of an example ran, when and with which versions. The lab writes them. */
  runs: defineCollection({ loader: ofExamples('ran.json'), schema: runSchema }),

  /** The measuring runs of the lab, which writes them. */
  measurements: defineCollection({
    loader: glob({ base: './content/measurements', pattern: '*.json', generateId: stemOf }),
    schema: measurementSchema,
  }),

  /** What we counted or tried by hand, with its method and its limits. */
  counts: defineCollection({
    loader: data('counts'),
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

  /** What the calculator weighs: seven criteria. */
  'calculator-criteria': defineCollection({
    loader: data('calculator/criteria'),
    schema: z.strictObject({
      title: line(60),
      order: z.int().positive(),
      /** What a score of 0 and a score of 100 mean. */
      worst: line(120),
      best: line(120),
      /** How much the lift from worst to best counts, in swing points. */
      points: z.strictObject({ likely: z.number().positive(), range: z.tuple([z.number(), z.number()]) }),
      /** Whether the cost model gives the scores, or the answers. */
      computed: z.boolean(),
      ...grounds,
    }),
  }),

  /** What the calculator asks. The file stem is its name in addresses and never changes. */
  'calculator-questions': defineCollection({
    loader: data('calculator/questions'),
    schema: z.strictObject({
      question: line(90),
      /** The question in a word or two, for lists. */
      short: line(30),
      help: line(160),
      order: z.int().positive(),
      group: z.enum(keysOf(questionGroups)),
      /** Whether it is asked at once, or under "Refine". */
      core: z.boolean(),
      /** The judged criterion that it scores on, and its part of it. */
      scored: z
        .strictObject({ criterion: stem('calculator-criteria'), share: z.number().positive().max(1) })
        .optional(),
      /** The option that holds while nobody has answered; without it, every option is equally likely. */
      unanswered: z.string().optional(),
      /** A wish and not a fact: while nobody has answered, it changes nothing. */
      preference: z.boolean(),
      /** Whether the team can choose the answer. */
      decidable: z.boolean(),
      options: z
        .array(
          z.strictObject({
            /** Its name in addresses; never changes. */
            id: z.string().regex(/^[a-zA-Z0-9]+$/),
            label: line(90),
            /** The answer as a reason: "A tiny first version". */
            short: line(60),
            months: z.int().positive().optional(),
            knows: z.array(z.enum(keysOf(frameworks))).optional(),
            uses: z.enum(keysOf(frameworks)).optional(),
            factors: z.record(z.string(), z.number().positive()).optional(),
            /** Scores on the criterion; our judgement, with its reason. */
            scores: z.strictObject({ flask: score, django: score, both: score }).optional(),
            reason: line(320).optional(),
          }),
        )
        .min(2),
      reviewed,
    }),
  }),

  /** What a system may have to do, and the person-days until it works and is tested. */
  'calculator-features': defineCollection({
    loader: data('calculator/features'),
    schema: z.strictObject({
      title: line(60),
      short: line(30),
      order: z.int().positive(),
      /** The row of the comparison that says what each framework brings. */
      row: stem('capabilities'),
      flask: z.strictObject({ how: line(60), effort: range, packages: z.int().nonnegative() }),
      django: z.strictObject({ how: line(60), effort: range, packages: z.int().nonnegative() }),
      /** Who builds it where both are used. */
      side: z.enum(keysOf(frameworks)),
      /** Whether the first release has it while nobody has answered. */
      byDefault: z.boolean(),
      ...grounds,
    }),
  }),

  /** Every other number of the calculator. */
  'calculator-assumptions': defineCollection({
    loader: data('calculator/assumptions'),
    schema: z.strictObject({
      title: line(60),
      unit: line(40),
      order: z.int().positive(),
      /** What the values depend on: `framework`, `alternative`, or a question. */
      by: z.string().optional(),
      /** A range for each framework, alternative or option; or one, named `all`. */
      values: z.record(z.string(), range),
      ...grounds,
    }),
  }),

  /** Made-up teams whose results show how the calculator behaves. */
  'calculator-personas': defineCollection({
    loader: data('calculator/personas'),
    schema: z.strictObject({
      title: line(80),
      order: z.int().positive(),
      story: line(320),
      ...answered,
    }),
  }),

  /** Where the calculator does something else than is published, or than its own first design did. */
  'calculator-decisions': defineCollection({
    loader: data('calculator/decisions'),
    schema: z.strictObject({
      title: line(60),
      order: z.int().positive(),
      departsFrom: z.enum(keysOf(departures)),
      /** What others do, or the first design did. */
      before: line(320),
      /** What the calculator does. */
      now: line(320),
      why: line(320),
      sources: citations,
      reviewed,
    }),
  }),

  /** The blind trial: descriptions that were labelled before the calculator saw them. */
  'calculator-trial': defineCollection({
    loader: data('calculator/trial'),
    schema: z.strictObject({
      text: line(1_200),
      /** What each of three judges recommended, who read only the text. */
      labels: z.array(z.enum(['flask', 'django', 'both', 'close'])).length(3),
      /** Whether numbers were adjusted with it in sight. */
      half: z.enum(['tuned', 'unseen']),
      /** What a fourth reader, who saw neither labels nor results, answered from the text. */
      ...answers,
    }),
  }),

  /** The subjects of the guide. An entry's `topics` come from here. */
  topics: defineCollection({
    loader: file('./content/topics.yaml'),
    schema: z.strictObject({ id: z.string(), kind: z.enum(topicKinds), label: line(70) }),
  }),
};
