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

/** What our sources say to a part of a claim. `unproven` says that nothing we found shows it or denies it. */
export const partStates = {
  supported: 'Supported',
  denied: 'Denied',
  unproven: 'Unproven',
} as const;
export type PartState = keyof typeof partStates;

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

/** The pictures that a text may show by name, with what each says, for readers of the Markdown edition. */
export const pictures = {
  'ways-to-run-both':
    'Two ways to run both: two processes behind one proxy, each with its own data, or one process with a dispatcher.',
  'in-the-box': 'What is in each box: the parts that each framework brings, and those that are packages.',
  'support-calendar': 'The support calendar: how long each series of Flask and Django gets security fixes.',
} as const;
export type PictureName = keyof typeof pictures;

/** How a framework provides a capability, from "it is there" to "you write it". */
export const supports = {
  'built-in': 'Built in',
  community: 'Community',
  'third-party': 'Third party',
  'by-hand': 'By hand',
} as const;
export type Support = keyof typeof supports;

/** How well a package is kept, told from its newest release (`entries/upkeep.ts`). */
export const upkeeps = {
  active: 'active',
  quiet: 'quiet',
  dormant: 'dormant',
} as const;
export type Upkeep = keyof typeof upkeeps;

/** The parts of the comparison. */
export const capabilityGroups = {
  data: 'Data',
  web: 'Web and URLs',
  security: 'Security',
  operations: 'Operations',
  project: 'The projects',
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

/** The parts of the calculator's list of features. */
export const featureGroups = {
  data: 'Data',
  access: 'People and access',
  content: 'Content and commerce',
  operations: 'Operations',
} as const;

/** What a topic is about; the kinds group the topic list. */
export const topicKinds = ['section', 'case', 'faq', 'term', 'page'] as const;

/** What a team did: which framework it chose, left, kept, or that it runs both or took neither. */
export const moves = {
  'chose-flask': 'Chose Flask',
  'chose-django': 'Chose Django',
  'flask-to-django': 'From Flask to Django',
  'django-to-flask': 'From Django to Flask',
  'stayed-flask': 'Stayed with Flask',
  'stayed-django': 'Stayed with Django',
  both: 'Runs both',
  neither: 'Took neither',
} as const;
export type Move = keyof typeof moves;

/** Whose a decision was. */
export const organisations = {
  government: 'Public bodies',
  research: 'Research groups',
  company: 'Companies',
  'non-profit': 'Non-profits',
  volunteers: 'Volunteers',
} as const;

/** Where a decision is written down. */
export const recordTypes = {
  issue: 'Issue',
  'pull-request': 'Pull request',
  'decision-record': 'Decision record',
  documentation: 'Documentation',
  blog: 'Blog',
  talk: 'Talk',
} as const;

/** What became of a decision. `given-up` is for a third way. */
export const outcomes = {
  held: 'Held',
  reversed: 'Reversed',
  'given-up': 'Given up for a third way',
  'not-known': 'Not known',
} as const;

/** Why teams decided as they did, as their records say. */
export const reasonCodes = {
  parts: 'Ready-made parts wanted',
  light: 'Unused parts are dead weight',
  known: 'The team or the house knows it',
  speed: 'An MVP or features sooner',
  'one-stack': 'One stack in place of two',
  works: 'It works, and a rewrite is not worth it',
  community: 'Community, documentation, libraries',
  security: 'Security or upkeep of the parts',
  conventions: 'Conventions help many or new developers',
  'data-layer': 'The data layer does not fit Django’s ORM',
  forced: 'A change was forced',
  async: 'Asynchronous work',
  freedom: 'Free choice of libraries or structure',
  other: 'Something else',
} as const;
export type ReasonCode = keyof typeof reasonCodes;

/** Facts that decide real cases beside what the calculator asks, each with its answers. */
export const situationFacts = {
  codebase: {
    label: 'What already runs or is begun',
    answers: {
      nothing: 'Nothing',
      flask: 'A Flask application',
      django: 'A Django application',
      both: 'Parts in both',
      python: 'Another Python framework, or none',
      other: 'Another language',
    },
  },
  extent: {
    label: 'How much of it there is',
    answers: { begun: 'Begun', small: 'Small', large: 'Large' },
  },
  sharedData: {
    label: 'Who else uses its data layer',
    answers: { nobody: 'Nobody', others: 'Other programs or teams' },
  },
  treatment: {
    label: 'What may happen to it',
    answers: { keep: 'It is kept and extended', port: 'It is ported', rewrite: 'It is written anew' },
  },
  face: {
    label: 'Who draws the pages',
    answers: { server: 'The framework', apart: 'A front end of its own', none: 'Nobody: an API for programs' },
  },
  signIn: {
    label: 'Whose the sign-in is',
    answers: { framework: 'The framework’s', own: 'One of its own or of the house', none: 'There is none' },
  },
  house: {
    label: 'What the house runs elsewhere',
    answers: { flask: 'Flask', django: 'Django', both: 'Both', other: 'Something else' },
  },
} as const;

/** The keys of a vocabulary, as the non-empty tuple that a schema wants. */
export function keysOf<Key extends string>(vocabulary: Record<Key, string>): [Key, ...Key[]] {
  return Object.keys(vocabulary) as [Key, ...Key[]];
}
