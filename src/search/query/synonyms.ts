/**
 * What readers say for what the guide says. Only what means the same whatever is asked stands here; what readers call
 * one entry is an alias of that entry. The list goes by the themes of their questions, not by queries.
 */
import { vocabularyOf } from './vocabulary.ts';
import { stem } from './words.ts';

/** Each line: words of the guide, then words of readers in any form. What has a hyphen here stands joined too. */
const lines = `
  choosing
  choose, verdict: recommend recommendation advice decide decision winner conclusion prefer opinion suggest pick select
  drawbacks: disadvantage downside weakness limitation cons problem issue pitfall trouble mistake hurdle obstacle shortcoming caveat gotcha
  poor, drawbacks: avoid bad wrong never against not unsuitable
  small: tiny little simple light lightweight minimal basic modest
  large: big huge massive enterprise corporate complex
  overkill: heavy heavyweight bloat bloated excessive
  share: similar similarity common

  first versions
  mvp, prototype: poc pilot demo trial experiment
  start-up: startup founder
  launch, market: ship rollout deadline rapid quickly soon

  learning and people
  beginner: newbie noob newcomer novice rookie starter friendly
  junior: graduate intern trainee apprentice inexperienced
  learning: learn study tutorial course lesson training education hard difficult difficulty steep
  skills: prerequisite requirement qualification knowledge expertise know
  hiring: hire recruit recruitment job career salary wage employ employee vacancy talent candidate freelancer
  productive: onboard onboarding

  cost and upkeep
  cost: cheap cheaper expensive price pricing money afford fee spend invest investment economical
  calculator: calculate estimate estimator quote
  maintenance: maintain upkeep maintainable
  upgrade: update patch patching upgrading
  lts: eol obsolete unsupported lifecycle
  debt: legacy spaghetti messy mess refactor
  abandoned: dead unmaintained inactive discontinued abandonware

  speed and scale
  performance: fast faster fastest quick quicker slow slower speed snappy lag efficient efficiency
  scaling: scale scalable scalability grow growth traffic peak spike load million crowd
  memory: ram footprint
  figures, metrics: kpi measure monitor monitoring observability track indicator
  servers: machines instances cluster horizontal

  security and sign-in
  security: safe safer safety secure hack hacker attack attacker breach exploit threat protect harden malicious vulnerability cve flaw
  owasp, audit: penetration pentest
  sign-in: login logon signin signup register registration account password credential
  permissions: role rights acl rbac authorisation authorization privilege
  two-factor: otp authenticator mfa
  regulated, compliance: gdpr privacy hipaa legal law regulation regulator medical health healthcare patient insurance

  data
  database: sql postgresql mysql sqlite
  migrations: schema
  structure: layout folder directory organise organize
  admin: backoffice backend dashboard panel crud

  services and both together
  together: combine mix alongside coexist parallel
  move: migrate migration migrating switch switching port convert transition rewrite
  microservices: monolith
  broker: rabbitmq kafka pubsub

  live updates and hosting
  real-time: realtime live streaming push
  task queue: background job cron nightly
  hosting: host deploy deployment cloud server
  pipeline: devops jenkins gitlab github
  testing: test qa tdd unittest

  kinds of product
  shop: store ecommerce webshop retail cart basket checkout sell selling merchant
  content management: blog news newspaper magazine article editorial publish
  public: government governmental municipal municipality council ministry authority city citizen
  finance: bank banking fintech trading
  teaching: school university teacher class student
  machine learning: prediction inference llm
  tenants: saas subscription
`;

const pairs = lines.split('\n').flatMap((line) => {
  const [ours, readers] = line.trim().split(': ');
  return readers?.split(' ').map((word) => ({ word, ours: ours!.split(', ') })) ?? [];
});
const byStem = new Map<string, string[]>();
for (const { word, ours } of pairs) {
  byStem.set(stem(word), [...new Set([...(byStem.get(stem(word)) ?? []), ...ours])]);
}

/** The words of readers, as a vocabulary. */
export const wordsOfReaders = vocabularyOf(pairs.map(({ word }) => word));
/** All words of the guide that stand for words of readers. */
export const wordsOfGuide: readonly string[] = [...new Set(pairs.flatMap(({ ours }) => ours))];

/** What developers shorten. */
const abbreviations: Record<string, string> = {
  ai: 'machine learning',
  auth: 'authentication',
  authn: 'authentication',
  authz: 'permissions',
  config: 'configuration',
  db: 'database',
  dbs: 'databases',
  dev: 'developer',
  devs: 'developers',
  docs: 'documentation',
  env: 'environment',
  k8s: 'kubernetes',
  l10n: 'localisation',
  ml: 'machine learning',
  perf: 'performance',
  pg: 'postgresql',
  postgres: 'postgresql',
  repo: 'repository',
  rps: 'requests per second',
  sec: 'security',
  sso: 'single sign-on',
  ws: 'websocket',
};

/** The words of the guide that mean the same as a word of a reader; none where there are none. */
export function synonymsOf(word: string): readonly string[] {
  const written = Object.hasOwn(abbreviations, word) ? [abbreviations[word]!] : [];
  return [...written, ...(byStem.get(stem(word)) ?? [])].filter((other) => stem(other) !== stem(word));
}
