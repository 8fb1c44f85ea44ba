/**
 * The words of the guide: every closed list that content may use, with the label a reader sees.
 * Imports nothing; everything may import it.
 */

/** The two frameworks that the guide compares. */
export const frameworks = { flask: 'Flask', django: 'Django' } as const;
export type Framework = keyof typeof frameworks;

/**
 * Where an entry comes down, from one end of the scale to the other.
 * `even` says that it does not matter; `both` says that it matters at both ends.
 * The order is the order in which lists are sorted.
 */
export const leans = {
  'strongly-flask': 'Strongly Flask',
  'leans-flask': 'Leans Flask',
  even: 'Even',
  both: 'Use both',
  'leans-django': 'Leans Django',
  'strongly-django': 'Strongly Django',
} as const;
export type Lean = keyof typeof leans;

/** How well a claim stands once it is held against its sources. */
export const verdicts = {
  holds: 'Holds',
  'holds-with-limits': 'Holds with limits',
  disputed: 'Disputed',
  'not-checkable': 'Not checkable',
} as const;
export type Verdict = keyof typeof verdicts;

/** The themes that group the questions. */
export const themes = {
  starting: 'Starting',
  team: 'Team',
  money: 'Money',
  risk: 'Risk',
  growing: 'Growing',
} as const;
export type Theme = keyof typeof themes;

/** What a number of claims with each verdict do, as in "27 hold". */
export const verdictVerbs: Record<Verdict, string> = {
  holds: 'hold',
  'holds-with-limits': 'hold with limits',
  disputed: 'are disputed',
  'not-checkable': 'cannot be checked',
};

/** Where a use case comes from. */
export const origins = {
  article: 'told without name or date, so not evidence',
  composite: 'drawn from common patterns, not a client story',
} as const;

/** What kind of document a source is. A `measurement` is one of our own runs. */
export const sourceKinds = {
  documentation: 'Documentation',
  'release-notes': 'Release notes',
  policy: 'Policy',
  'source-code': 'Source code',
  package: 'Package',
  discussion: 'Discussion',
  article: 'Article',
  survey: 'Survey',
  measurement: 'Our measurement',
} as const;

/** How a framework provides a capability, from "it is there" to "you write it". */
export const supports = {
  'built-in': 'Built in',
  community: 'Community',
  'third-party': 'Third party',
  'by-hand': 'By hand',
} as const;
export type Support = keyof typeof supports;

/** How well a package is kept, when we last looked. */
export const upkeeps = {
  active: 'active',
  quiet: 'quiet',
  dormant: 'dormant',
} as const;

/** The parts of the comparison. */
export const capabilityGroups = {
  data: 'Data',
  web: 'Pages and addresses',
  security: 'Security and accounts',
  operations: 'Running it',
  project: 'The projects themselves',
} as const;

/** Where a number of the calculator comes from. */
export const numberKinds = {
  editorial: 'Editorial estimate',
  source: 'From a source',
  measured: 'Measured by us',
} as const;

/** What a choice of the calculator’s model parts from. */
export const departures = {
  practice: 'What others publish',
  design: 'Our first design',
} as const;

/** The parts of the calculator's form. */
export const questionGroups = {
  project: 'The project',
  team: 'The team',
  priorities: 'Time, risk and preference',
} as const;

/** What a topic is about; the kinds group the topic list. */
export const topicKinds = ['section', 'case', 'faq', 'term', 'page'] as const;

/** The keys of a vocabulary, as the non-empty tuple that a schema wants. */
export function keysOf<Key extends string>(vocabulary: Record<Key, string>): [Key, ...Key[]] {
  return Object.keys(vocabulary) as [Key, ...Key[]];
}
