/** What a real team decided between the two frameworks, from a public record that one of us opened. */
import { z } from 'astro/zod';
import {
  frameworks,
  keysOf,
  moves,
  organisations,
  outcomes,
  reasonCodes,
  recordTypes,
  situationFacts,
} from '../../vocabulary.ts';
import { atMostWords, ourDay, someDay, text } from './fields.ts';

const address = () => z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' });

const answer = <Answer extends string>({ answers }: { answers: Record<Answer, string> }) =>
  z.enum(keysOf(answers)).optional();

/** An answer to each further fact that decides, as far as the situation states it. */
const facts = z.strictObject({
  codebase: answer(situationFacts.codebase),
  extent: answer(situationFacts.extent),
  sharedData: answer(situationFacts.sharedData),
  treatment: answer(situationFacts.treatment),
  face: answer(situationFacts.face),
  signIn: answer(situationFacts.signIn),
  house: answer(situationFacts.house),
});

export const decision = z.strictObject({
  /** As the project calls itself. */
  project: text(80),
  /** Whose it is, in a few words. No person. */
  organisation: text(120),
  kind: z.enum(keysOf(organisations)),
  /** When it was decided; absent where the record shows no date. */
  date: someDay.optional(),
  /** Where the date is inferred: from what. */
  dateFrom: text(220).optional(),
  move: z.enum(keysOf(moves)),
  /** What the team ran before, for those who run both or took neither; the other moves say it themselves. */
  from: z.enum(['flask', 'django', 'both', 'neither']).optional(),
  record: z.strictObject({
    /** The record at a fixed commit, or the thread. */
    url: address(),
    type: z.enum(keysOf(recordTypes)),
    /** Whether the whole record could be read, or an excerpt of it. */
    read: z.enum(['whole', 'excerpt']),
    opened: ourDay(),
  }),
  /** What the team was building and what already ran. Nothing of what was decided or came later. */
  situation: text(900),
  decided: text(400),
  /** The strongest reason in a line. */
  why: text(140),
  /** The reasons that the record states; empty where it states none. */
  reasons: z.array(z.strictObject({ code: z.enum(keysOf(reasonCodes)), says: text(240) })).max(6),
  /** The codes that a second reader gave, who saw the same excerpt without codes, decision and outcome. */
  secondCodes: z.array(z.enum(keysOf(reasonCodes))).optional(),
  /** Words of the record that prove it, as they stand there. */
  quote: text(240).refine(atMostWords(20), { error: 'has more than 20 words' }).optional(),
  outcome: z.strictObject({
    state: z.enum(keysOf(outcomes)),
    /** Which framework a team that ran both came back to. */
    to: z.enum(keysOf(frameworks)).optional(),
    says: text(400),
    url: address().optional(),
    /** The date of what shows the outcome. */
    seen: someDay.optional(),
    opened: ourDay().optional(),
  }),
  /** Whether it is one of the sixty records that the collection began with. */
  given: z.boolean(),
  /** Whether it is kept back, by lot, until the calculator's second model is finished. */
  kept: z.boolean(),
  /** What the situation states. What could not be told is absent. */
  mapped: z
    .strictObject({
      /**
       * Whether the reader who told it saw only the situation. Who knew the decision may lean towards it: such answers find
       * similar teams, and are not held against the calculator.
       */
      blind: z.boolean(),
      /** Question of the calculator's first version to option; later versions translate them. */
      choices: z.record(z.string(), z.string()),
      facts,
    })
    .optional(),
});
