/**
 * What a reader types, made into words that the index knows. Pure. Pagefind alone wants every word, forgives no typo
 * and answers to words that it does not know with words that begin alike.
 */

/** Words that say nothing about what is sought. */
const stopWords = new Set(
  `a about all also am an and any are as at be been being but by can could did do does doing done for from get gets
  had has have having how i if in into is it its just me much my need of on one or our please s shall should so some
  than that the their them then there these they this those to too us usage use used using vs versus want was we were what when where
  which while who why will with would you your`.split(/\s+/),
);

export const isStopWord = (word: string): boolean => stopWords.has(word);

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

/** Everyday words, each line with the word of this site that means the same in a choice between frameworks. */
const everyday = new Map(
  `security: safe safer safety secure hack hacked hacker hackers hacking attack penetration pentest attacks attacker breach exploit
  beginner: newbie newbies noob newcomer novice rookie starter
  junior: graduate intern trainee
  skills: prerequisite prerequisites requirement requirements qualification qualifications
  cost: cheap cheaper expensive price pricing money afford fee fees spend
  performance: fast faster fastest quick quickest quicker speed slow slower
  scaling: scale scalable scalability grow growth traffic peak peaks load
  large: big bigger huge enterprise
  small: tiny little simple
  overkill: heavy heavyweight bloat bloated
  memory: ram footprint
  drawbacks: disadvantage disadvantages downside downsides cons weakness weaknesses limitation limitations
  poor: not avoid wrong bad never against
  sign-in: login logon signin signup register registration account accounts password passwords
  hire: hiring recruit recruiting recruitment staffing jobs career salary wage finding
  queue: rabbitmq kafka broker
  debt: legacy spaghetti messy
  learn: learning study tutorial course training easy easier hard harder difficult difficulty steep
  shop: store ecommerce webshop retail cart checkout
  public: government municipal municipality council ministry authority
  finance: bank banking fintech trading
  vulnerability: cve cves flaw flaws
  update: patch patches patching upgrade upgrades upgrading
  migrations: schema
  move: migrate migrating switch switching port porting rewrite
  host: hosting deploy deploying deployment server servers
  worker: background queue job
  tests: testing test tested qa
  prototype: mvp poc demo pilot
  start-up: startup startups founder
  admin: backend backoffice dashboard panel
  maintenance: maintain maintaining upkeep maintainable`
    .split('\n')
    .flatMap((line) => {
      const [word, others] = line.trim().split(': ') as [string, string];
      return others.split(' ').map((other) => [other, word] as const);
    }),
);

/** The words of a text, in lower case and without accents. What hyphens and points join becomes one word. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#.'’_-]+/u)
    .flatMap((token) => {
      const parts = token
        .replace(/['’](s|re|t)?\b/g, '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      return parts.length > 1 ? [parts.join(''), ...parts] : parts;
    });
}

/** What the site's own words tell about a word that somebody types. */
export interface Vocabulary {
  /** Whether the index holds the word, a form of it, or a word that begins with it. */
  knows(word: string): boolean;
  /** The nearest word of the site, where one is near enough. */
  nearest(word: string): string | undefined;
}

/** A query, understood. */
export interface Understood {
  /** What is searched: each word with its weight and what else may stand for it. */
  terms: Term[];
  changes: { typed: string; used: string }[];
  ignored: string[];
}

/** A word of the query. */
export interface Term {
  word: string;
  /** What else finds it. */
  also: string[];
}

/** More words than anyone asks with; what comes behind them is a text that was pasted. */
const mostTerms = 12;
const longestWord = 40;

/**
 * Reads a query against the vocabulary of the site. `literal` takes the words as they were typed.
 */
export function understand(query: string, vocabulary: Vocabulary, literal = false): Understood {
  const changes: Understood['changes'] = [];
  const ignored: string[] = [];
  const terms = new Map<string, Term>();
  for (const typed of meaningful(tokensOf(query.slice(0, 1_000), vocabulary)).slice(0, mostTerms)) {
    const { word, also } = literal ? { word: typed, also: [] } : resolved(typed, vocabulary);
    if (!vocabulary.knows(word)) ignored.push(typed);
    else terms.set(word, { word, also });
    if (word !== typed && vocabulary.knows(word)) changes.push({ typed, used: word });
  }
  return { terms: [...terms.values()], changes, ignored: [...new Set(ignored)] };
}

/** The words of a query. What a hyphen joins stays one word where the site has it so. */
function tokensOf(query: string, vocabulary: Vocabulary): string[] {
  return query
    .split(/[\s/,;:()"“”]+/u)
    .map(wordsOf)
    .flatMap(([whole, ...parts]) =>
      whole === undefined ? [] : parts.length === 0 || vocabulary.knows(whole) ? [whole] : parts,
    )
    .map((word) => word.slice(0, longestWord));
}

/** The words that say something; all of them where none does. */
function meaningful(words: readonly string[]): string[] {
  const kept = words.filter((word) => !stopWords.has(word));
  return kept.length > 0 ? kept : [...words];
}

/** The word that is searched in place of what was typed, and what else may stand for it. */
function resolved(typed: string, vocabulary: Vocabulary): Term {
  const other = (Object.hasOwn(abbreviations, typed) ? abbreviations[typed] : undefined) ?? everyday.get(typed);
  if (vocabulary.knows(typed)) return { word: typed, also: other ? [other] : [] };
  return { word: other ?? vocabulary.nearest(typed) ?? typed, also: [] };
}

/** What the words of the site, each as often as it occurs, tell about other words. */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.keys()].sort();
  const beginsSomeWord = (start: string) => sorted[positionOf(sorted, start)]?.startsWith(start) ?? false;
  return {
    knows: (phrase) => wordsOf(phrase).every((word) => beginsSomeWord(stem(word))),
    nearest(word) {
      const most = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
      let best: { candidate: string; rank: number[] } | undefined;
      for (const candidate of most === 0 ? [] : sorted) {
        if (stopWords.has(candidate) || Math.abs(candidate.length - word.length) > most) continue;
        // Hardly anyone mistypes the first letter, but two at the start may change places.
        if (candidate[0] !== word[0] && candidate[0] !== word[1]) continue;
        const edits = editsBetween(word, candidate, most);
        if (edits > most) continue;
        const rank = [edits, -counts.get(candidate)!];
        if (!best || isBefore(rank, best.rank)) best = { candidate, rank };
      }
      return best?.candidate;
    },
  };
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && a[at]! < b[at]!;
}

/** Where a word stands, or would stand, in a sorted list. */
function positionOf(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The start that the forms of a word share. Cuts no more than Pagefind's own stemmer does. */
export function stem(word: string): string {
  const ending = /(?:ies|ing|ed|es|s|y|e)$/.exec(word)?.[0] ?? '';
  const start = word.slice(0, word.length - ending.length);
  if (start.length < 3) return word;
  return /^(?:ing|ed)$/.test(ending) ? start.replace(/([bdfgmnprt])\1$/, '$1') : start;
}

/** How many letters to add, drop, change or swap with their neighbour; more than `most` is as good as any. */
function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let edits = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, before[column - 2]! + 1);
      }
      line.push(edits);
    }
    if (Math.min(...line) > most) return most + 1;
    before = above;
    above = line;
  }
  return above[b.length]!;
}
