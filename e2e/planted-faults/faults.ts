/** What can go wrong, planted on purpose: each is one small change that a reader or an author would suffer from. */

export interface Fault {
  /** What is wrong then, in a few words. */
  name: string;
  /** The file that is changed, from the project's root. */
  file: string;
  /** The text that is replaced, which stands in the file once, and what takes its place. */
  from: string;
  to: string;
  /** The browser tests that should see it, as a name or part of a name of their file; tried before all others. */
  spec?: string;
  /** What of the sweep should see it where `npm test` does not: a command. */
  sweep?: string[];
}

/** Chosen by hand, for what readers and authors meet. */
export const faults: readonly Fault[] = [
  {
    name: 'a drawing says nothing to those who do not see it',
    file: 'src/components/prose/Sketch.astro',
    from: ' role="img" aria-label={`${title}. ${words}`}',
    to: '',
  },
  {
    name: 'the policy has a broken hash',
    file: 'src/integrations/policy.ts',
    from: "createHash('sha256').update(content)",
    to: "createHash('sha256').update(content.trimEnd() + ';')",
  },
  {
    name: 'pages scroll sideways on a small tablet',
    file: 'src/styles/base.css',
    from: '  :focus-visible {\n',
    to: '  @media (min-width: 560px) and (max-width: 640px) {\n    main {\n      min-inline-size: 700px;\n    }\n  }\n  :focus-visible {\n',
    spec: 'layout.spec.ts',
  },
  {
    name: 'a link leads to no place on its page',
    file: 'content/faq/which-is-faster.mdx',
    from: 'If you doubt it, measure',
    to: 'If [you doubt it](/evidence/#no-such-claim), measure',
  },
  {
    name: 'the words of drawings and code are searched as text',
    file: 'src/entries/plain.ts',
    from: "if (node.data?.beside || node.type === 'code') return 'skip';",
    to: '',
  },
  {
    name: 'an undecided verdict vanishes from lists, search and pictures',
    file: 'src/verdict.ts',
    from: 'tooCloseToCall(...verdict.between)',
    to: "''",
  },
  {
    name: 'a use case states a verdict that its answers do not give',
    file: 'content/use-cases/online-shop-launch.mdx',
    from: '  verdict: ',
    to: '  verdict: close-flask-django # ',
  },
  {
    name: 'the focus is lost when the search closes',
    file: 'src/search/ui/dialog.ts',
    from: 'if (document.activeElement === document.body) button.focus();',
    to: '',
    spec: 'search.spec.ts',
  },
  {
    name: 'the form loses the newest answer',
    file: 'src/calculator-ui/address-bar.ts',
    from: '      if (location.search === this.#known) return;\n',
    to: '',
    spec: 'calculator.spec.ts',
  },
  {
    name: 'the search stays broken after one failure',
    file: 'src/search/ui/load.ts',
    from: '    loading = undefined;\n',
    to: '',
    spec: 'slow-network.spec.ts',
  },
  {
    name: 'the policy has no Trusted Types',
    file: 'astro.config.mjs',
    from: '        "require-trusted-types-for \'script\'",\n',
    to: '',
  },
  {
    name: 'a link has no name',
    file: 'src/components/Permalink.astro',
    from: ' aria-label={`Link to ${to}`}>#',
    to: '>',
  },
  {
    name: 'the keyboard leaves no trace on the page',
    file: 'src/styles/base.css',
    from: '    outline: 3px solid var(--ink);\n    outline-offset: 2px;\n    border-radius: 1px;\n    background-color: var(--here);\n    color: var(--ink);\n',
    to: '    outline: none;\n',
    spec: 'keyboard.spec.ts',
  },
  {
    name: 'the feed names the oldest change as the newest',
    file: 'src/entries/queries.ts',
    from: 'b.date.getTime() - a.date.getTime()',
    to: 'a.date.getTime() - b.date.getTime()',
  },
  {
    name: 'readers get the kept page though a newer one is there',
    file: 'src/offline/worker.ts',
    from: 'registerRoute(({ url }) => inScope(url), new NetworkFirst({ ...options, networkTimeoutSeconds: patience }));',
    to: 'registerRoute(({ url }) => inScope(url), new CacheFirst(options));',
    spec: 'offline.spec.ts',
  },
  {
    name: 'a query is changed without a word about it',
    file: 'src/search/query/parse-query.ts',
    from: 'if (term.word !== typed) parsed.changes.push({ typed, used: term.word });',
    to: '',
  },
  {
    name: 'the host may guess the type of a file',
    file: 'src/hosting/headers.ts',
    from: "  'X-Content-Type-Options': 'nosniff',\n",
    to: '',
  },
  {
    name: 'a claim rests on a source that nobody wrote down',
    file: 'content/claims/a-few-lines-of-flask-serve-pages.yaml',
    from: '- source: flask-docs-quickstart',
    to: '- source: flask-docs-quick-start',
  },
  {
    name: 'a heading level is skipped',
    file: 'src/components/EvidenceList.astro',
    from: '<h2 id="evidence">The claims behind this page</h2>',
    to: '<h4 id="evidence">The claims behind this page</h4>',
  },
  {
    name: 'the cost of the first release leaves learning out',
    file: 'src/calculator/cost.ts',
    from: 'first: setupDays + learningDays + build',
    to: 'first: setupDays + build',
  },
];
