/** The calculator: what it asks, its numbers, each with its reason, and the teams that it is tried on. */
import { z } from 'astro/zod';
import { verdictNames } from '../../calculator/verdict-words.ts';
import { departures, featureGroups, frameworks, numberKinds, questionGroups, keysOf } from '../../vocabulary.ts';
import { citations, ourDay, ref, text } from './fields.ts';

/** The lowest, the likeliest and the highest value that we would believe; none below 0. */
const range = z.tuple([z.number().nonnegative(), z.number().nonnegative(), z.number().nonnegative()]);

/** Where a number of the calculator comes from, and why it is this one. */
const grounds = {
  /** `editorial`: our judgement. `source`: cited. `measured`: we ran it. */
  kind: z.enum(keysOf(numberKinds)),
  /** The document or run that it comes from. */
  source: ref('sources').optional(),
  /** The heading under which a stranger finds it. */
  locator: text(200).optional(),
  reason: text(320),
  reviewed: ourDay(),
};

/** Points from 0 to 100. */
const score = z.number().min(0).max(100);

/** What the odds are multiplied by where another answer holds, as `question.option`, or a feature is named, as `first.admin`. */
const likelier = z.record(z.string().regex(/^[a-z-]+\.[a-zA-Z0-9]+$/), z.number().positive()).optional();

/** What somebody told the calculator. */
const answers = {
  /** Question to option. A question that is missing is not answered. */
  choices: z.record(z.string(), z.string()),
  /** Features of the first release, and those of a year later. Without either, nobody has said anything about them. */
  first: z.array(z.string()).optional(),
  later: z.array(z.string()).default([]),
};

/** The same, with what the calculator must say; the build runs it and stops where it says something else. */
export const answered = { ...answers, verdict: z.enum(verdictNames) };

/** What the calculator weighs: seven criteria. */
export const criterion = z.strictObject({
  title: text(60),
  order: z.int().positive(),
  /** What a score of 0 and a score of 100 mean. */
  worst: text(120),
  best: text(120),
  /** How much the lift from worst to best counts, in swing points. */
  points: z.strictObject({ likely: z.number().positive(), range: z.tuple([z.number(), z.number()]) }),
  /** Whether the cost model gives the scores, or the answers. */
  computed: z.boolean(),
  ...grounds,
});

/** What an answer is a reason for, in one sentence, and the section of the guide that says more. */
const because = z.strictObject({ text: text(72), section: ref('sections') });

/** What the calculator asks. The file stem is its name in addresses and never changes. */
export const calculatorQuestion = z.strictObject({
  question: text(90),
  /** The question in a word or two, for lists. */
  short: text(30),
  help: text(160),
  /** What holds where the answer is any other than the one given, to stand after "If". */
  otherwise: text(60).optional(),
  order: z.int().positive(),
  group: z.enum(keysOf(questionGroups)),
  /** Whether it is asked at once, or under "Refine". */
  core: z.boolean(),
  /** The judged criterion that it scores on, and its part of it. */
  scored: z.strictObject({ criterion: ref('calculator-criteria'), share: z.number().positive().max(1) }).optional(),
  /** The option that holds while nobody has answered; without it, any of them may. */
  unanswered: z.string().optional(),
  /** It is asked only after one of these answers to another question. */
  asked: z.strictObject({ question: ref('calculator-questions'), options: z.array(z.string()).min(1) }).optional(),
  /** A wish and not a fact: while nobody has answered, it changes nothing. */
  preference: z.boolean(),
  /** Whether the team can choose the answer. */
  decidable: z.boolean(),
  options: z
    .array(
      z.strictObject({
        /** Its name in addresses; never changes. */
        id: z.string().regex(/^[a-zA-Z0-9]+$/),
        label: text(90),
        /** What belongs to it, shown smaller below the label. */
        detail: text(60).optional(),
        /** The answer as a reason: "A tiny first release". */
        short: text(60),
        /** The answer as a condition, to stand after "If": "the team had shipped with Flask". */
        condition: text(60).optional(),
        /** Why the answer pulls towards each of those that it pulls to. */
        because: z
          .strictObject({ flask: because.optional(), django: because.optional(), both: because.optional() })
          .optional(),
        months: z.int().positive().optional(),
        knows: z.array(z.enum(keysOf(frameworks))).optional(),
        /** The frameworks that run there already, in the system or elsewhere in the house. */
        runs: z.array(z.enum(keysOf(frameworks))).optional(),
        /** Features that the system does not build where the option holds. */
        idles: z.array(ref('calculator-features')).optional(),
        /** How likely it is against the other options while nobody has answered; 1 by default. Our judgement. */
        likely: z.number().positive().optional(),
        likelier,
        /** Where an application of this framework runs, what the option names is a part of it. */
        partOf: z.enum(keysOf(frameworks)).optional(),
        factors: z.record(z.string(), z.number().positive()).optional(),
        /** Scores on the criterion; our judgement, with its reason. */
        scores: z.strictObject({ flask: score, django: score, both: score }).optional(),
        reason: text(320).optional(),
      }),
    )
    .min(2),
  reviewed: ourDay(),
});

/** Packages that a side adds; see `Packages` of the model for what each form means. */
const packages = z.union([
  z.strictObject({ ran: ref('examples'), besides: z.array(text(40)).default([]) }),
  z.strictObject({ listed: z.array(text(40)) }),
  z.int().nonnegative(),
]);

/** What a system may have to do, and the person-days until it works and is tested. */
export const feature = z.strictObject({
  title: text(60),
  short: text(30),
  /** What belongs to it, beside the short name: "validation, CSRF protection". */
  detail: text(40).optional(),
  group: z.enum(keysOf(featureGroups)),
  order: z.int().positive(),
  /** The row of the comparison that says what each framework brings. */
  row: ref('capabilities'),
  flask: z.strictObject({ how: text(60), effort: range, packages }),
  django: z.strictObject({ how: text(60), effort: range, packages }),
  /** Who builds it where both are used. */
  side: z.enum(keysOf(frameworks)),
  /** How likely the first release has it while nobody has answered. Our judgement. */
  likely: z.number().gt(0).lt(1),
  likelier,
  ...grounds,
});

/** Every other number of the calculator. */
export const assumption = z.strictObject({
  title: text(60),
  unit: text(40),
  order: z.int().positive(),
  /** What the values depend on: `framework`, `alternative`, or a question. */
  by: z.string().optional(),
  /** A range for each framework, alternative or option; or one, named `all`. */
  values: z.record(z.string(), range),
  ...grounds,
});

/** Made-up teams whose results show how the calculator behaves. */
export const persona = z.strictObject({
  title: text(80),
  order: z.int().positive(),
  story: text(320),
  ...answered,
});

/** A start for the form: the answers of a use case, so that the two can never differ. */
export const preset = z.strictObject({
  /** What a reader recognises, in a word or two. */
  title: text(40),
  order: z.int().positive(),
  /** What it fills in, in a line after "Filled in from “Shop”:". */
  says: text(100),
  useCase: ref('use-cases'),
});

/** Where the calculator does something else than is published, or than its own first design did. */
export const choice = z.strictObject({
  title: text(60),
  order: z.int().positive(),
  departsFrom: z.enum(keysOf(departures)),
  /** What others do, or the first design did. */
  before: text(320),
  /** What the calculator does. */
  now: text(320),
  why: text(320),
  sources: citations,
  reviewed: ourDay(),
});

/** The blind trial: descriptions that were labelled before the calculator saw them. */
export const trialCase = z.strictObject({
  text: text(1_200),
  /** What each of three judges recommended, who read only the text. */
  labels: z.array(z.enum(['flask', 'django', 'both', 'close'])).length(3),
  /** Whether numbers were adjusted with it in sight. */
  half: z.enum(['tuned', 'unseen']),
  /** What a fourth reader, who saw neither labels nor results, answered from the text. */
  ...answers,
});
