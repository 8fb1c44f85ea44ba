// @ts-check
/** What `npm run lint` asks of the code. Types are `astro check`'s business, formatting is Prettier's. */
import { readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Small files that import nothing of ours; everything may import them. */
const forEverybody = [
  'day.ts',
  'formats.ts',
  'inline-text.ts',
  'limits.ts',
  'median.ts',
  'reading-time.ts',
  'site.ts',
  'vocabulary.ts',
];

/**
 * Who else may import what inside `src/`: a folder or file, and the folders and files that it may reach beside itself.
 * Types count too. Tests may import anything.
 */
const mayImport = {
  ...Object.fromEntries(forEverybody.map((name) => [name, []])),
  'verdict.ts': ['calculator'],
  'structured-data.ts': [],
  'embed.ts': [],
  data: ['decisions', 'entries', 'records', 'verdict.ts'],
  'content.config.ts': ['entries'],
  appearance: [],
  build: [],
  // Its tests and benchmarks read the published numbers with the reader of all content.
  calculator: ['entries'],
  'calculator-ui': ['embed.ts', 'calculator', 'decisions', 'entries'],
  components: [
    'calculator',
    'calculator-ui',
    'decisions',
    'entries',
    'measurements',
    'records',
    'search',
    'verdict.ts',
  ],
  decisions: ['calculator', 'entries'],
  entries: ['embed.ts', 'calculator', 'fonts', 'records', 'verdict.ts'],
  fonts: [],
  freshness: ['entries'],
  hosting: ['build'],
  integrations: ['build', 'entries', 'hosting', 'offline'],
  lab: ['entries', 'records'],
  layouts: ['appearance', 'components', 'entries', 'offline', 'open-graph', 'search', 'structured-data.ts'],
  measurements: ['entries', 'records'],
  offline: [],
  'open-graph': ['entries', 'verdict.ts'],
  pages: [
    'embed.ts',
    'calculator',
    'calculator-ui',
    'components',
    'decisions',
    'data',
    'entries',
    'layouts',
    'measurements',
    'offline',
    'open-graph',
    'records',
    'search',
    'structured-data.ts',
    'styles',
    'verdict.ts',
  ],
  records: [],
  search: ['build', 'entries', 'styles', 'verdict.ts'],
  server: ['build', 'hosting'],
  styles: [],
};

const unlisted = readdirSync('src').filter((name) => !/(\.test|\.d)\.ts$/.test(name) && !(name in mayImport));
if (unlisted.length > 0)
  throw new Error(`eslint.config.js does not say what src/${unlisted.join(', src/')} may import`);

const boundaries = Object.entries(mayImport).map(([target, except]) => ({
  target: `./src/${target}`,
  from: './src',
  except: [target, ...(forEverybody.includes(target) ? [] : forEverybody), ...except].map((name) => `./${name}`),
  message: `src/${target} may not reach there: eslint.config.js says what it may import.`,
}));

/** An address that leads from a file in one folder of `src/` into another, as `readFileSync` and globs take it. */
const otherFolder = `/^(\\u002E\\u002E\\u002F)+(${Object.keys(mayImport).join('|')})\\b/`;

export default defineConfig(
  { ignores: ['dist/', 'dist.*/', '.astro/', '.lab/', 'test-results/', 'playwright-report/', 'content/'] },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  astro.configs['recommended'],
  astro.configs['jsx-a11y-strict'],
  {
    rules: {
      // A name that TypeScript does not know is found by `astro check`.
      'no-undef': 'off',
      // A fixture of Playwright's must take an object, even when it wants nothing of it.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // A box that scrolls must take the focus, or the keyboard cannot scroll it; as a named group it says what it is.
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['group'] }],
    },
  },
  {
    // Rules that ask the types: few, for they take most of the time.
    files: ['{src,e2e}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it', 'test'], package: 'node:test' }] },
      ],
      // A listener may be async.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // What a server of an example answers may have any shape: its contract asserts it.
    files: ['src/lab/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['**/*.test.ts'],
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: boundaries }],
      'no-restricted-syntax': [
        'error',
        {
          selector: `:matches(NewExpression[callee.name="URL"], CallExpression[callee.object.type="MetaProperty"]) Literal[value=${otherFolder}]`,
          message: 'Import what another folder offers, so that eslint.config.js can say who may.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: ['src/entries/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'astro:content',
          importNames: ['getCollection', 'getEntry', 'getEntries'],
          message: 'The content has one door: src/entries/queries.ts.',
        },
      ],
    },
  },
);
