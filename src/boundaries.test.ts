import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';

const src = import.meta.dirname;

/** Who may import what inside `src/`: a folder or file, and the folders and files that it may reach beside itself. */
const allowed: Record<string, string[]> = {
  'vocabulary.ts': [],
  'limits.ts': [],
  'verdict.ts': ['calculator', 'vocabulary.ts'],
  'site.ts': [],
  'reading-time.ts': [],
  'structured-data.ts': ['site.ts'],
  records: ['vocabulary.ts'],
  'content.config.ts': ['calculator', 'records', 'vocabulary.ts'],
  appearance: [],
  build: [],
  calculator: [],
  finish: ['build', 'search'],
  fonts: [],
  hosting: ['build'],
  server: ['build', 'hosting'],
  'calculator-ui': ['calculator', 'entries', 'site.ts', 'vocabulary.ts'],
  lab: ['records'],
  entries: ['calculator', 'records', 'verdict.ts', 'vocabulary.ts'],
  'comparison-data.ts': ['entries', 'vocabulary.ts'],
  components: ['calculator', 'entries', 'limits.ts', 'records', 'search', 'site.ts', 'verdict.ts', 'vocabulary.ts'],
  search: ['build', 'entries', 'site.ts', 'styles', 'verdict.ts', 'vocabulary.ts'],
  'open-graph': ['build', 'entries', 'site.ts', 'verdict.ts', 'vocabulary.ts'],
  layouts: [
    'appearance',
    'calculator',
    'components',
    'entries',
    'offline',
    'open-graph',
    'search',
    'site.ts',
    'structured-data.ts',
  ],
  offline: ['build', 'styles'],
  styles: [],
  pages: [
    'calculator',
    'comparison-data.ts',
    'components',
    'calculator-ui',
    'layouts',
    'entries',
    'limits.ts',
    'open-graph',
    'reading-time.ts',
    'records',
    'search',
    'site.ts',
    'structured-data.ts',
    'styles',
    'verdict.ts',
    'vocabulary.ts',
  ],
};

const modules = globSync('**/*.{ts,astro}', { cwd: src }).filter((name) => !/\.(test|d)\.ts$/.test(name));
const importsOf = (name: string) =>
  [
    ...readFileSync(join(src, name), 'utf8').matchAll(
      /^\s*(?:import|export)\b(?:[^'"=]*?\bfrom)?\s*['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => match[1]!);
const home = (name: string) => name.split('/')[0]!;

describe('the boundaries inside src/', () => {
  it('are written down for every folder and file', () => {
    assert.deepEqual(
      [...new Set(modules.map(home))].filter((name) => !(name in allowed)),
      [],
    );
  });

  it('are kept by every import', () => {
    const broken = modules.flatMap((name) =>
      importsOf(name)
        .filter((target) => target.startsWith('.'))
        .map((target) => home(relative(src, join(src, dirname(name), target))))
        .filter((target) => target !== home(name) && !allowed[home(name)]!.includes(target))
        .map((target) => `${name} imports from ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('leave one door to the content', () => {
    const others = modules.filter(
      (name) =>
        name !== 'entries/queries.ts' &&
        /\bget(Collection|Entry|Entries)\b/.test(readFileSync(join(src, name), 'utf8')),
    );
    assert.deepEqual(others, []);
  });
});
