/**
 * `npm run bench:growth [-- 100 1000 10000]`: builds copies of the guide with that many made-up questions more, and
 * says what the build takes, how much memory, how large the site is and what a first search on it costs. Beside it, a
 * default Starlight site with the same questions is built in turn. Everything happens in a folder that is removed.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { median } from '../src/median.ts';
import { copyProject } from '../src/build/copy-project.ts';
import { measure, type Measured } from './growth/measure.ts';
import { addPages, addQuestions, madeUpQuestions, type MadeUp } from './growth/questions.ts';

const project = join(import.meta.dirname, '..');
const sizes = process.argv.slice(2).map(Number);
// The guide as it is comes first, to compare with.
if (sizes.length === 0) sizes.push(0, 100, 1_000, 10_000);
/** Larger sites are built once. */
const runsFor = (size: number) => (size <= 1_000 ? Number(process.env['RUNS'] ?? 3) : 1);
/** Each page of a default Starlight site links to every other; beyond this it measures nothing but that. */
const mostForStarlight = 1_000;

const quiet = { ASTRO_TELEMETRY_DISABLED: '1' };
const environment = { ...quiet, SITE_URL: 'https://guide.example', BASE_PATH: '', OUT_DIR: 'dist' };
const node = join(project, 'node_modules/.bin/node');
const root = mkdtempSync(join(tmpdir(), 'guide-growth-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

interface Row {
  size: number;
  guide: Measured[];
  starlight: Measured[];
  files: number;
  raw: number;
  sent: number;
  search: FirstSearch;
}

interface FirstSearch {
  bytes: number;
  /** The largest files of it. */
  parts: string[];
  first: string;
  keystroke: string;
}

const starlight = installStarlight();
for (const size of sizes) print(await grow(size));

async function grow(size: number): Promise<Row> {
  const questions = madeUpQuestions(project, size);
  const copy = join(root, `guide-${size}`);
  copyProject(copy);
  addQuestions(copy, questions);
  const guide: Measured[] = [];
  const others: Measured[] = [];
  for (let run = 0; run < runsFor(size); run += 1) {
    for (const name of ['dist', 'node_modules/.astro', '.astro']) putAside(join(copy, name));
    guide.push(await measure([join(project, 'node_modules/.bin/astro'), 'build'], copy, environment));
    if (size > 0 && size <= mostForStarlight) others.push(await buildStarlight(questions));
  }
  const dist = join(copy, 'dist');
  const files = globSync('**/*', { cwd: dist })
    .map((name) => ({ name, ...sizeOf(join(dist, name)) }))
    .filter(({ isFile }) => isFile);
  const sum = (ends: RegExp) => files.filter(({ name }) => ends.test(name)).reduce((all, { bytes }) => all + bytes, 0);
  const search = firstSearch(dist);
  return {
    size,
    guide,
    starlight: others,
    files: files.length,
    raw: sum(/(?<!\.br|\.gz)$/),
    sent: sum(/\.br$/),
    search,
  };
}

/** A new Starlight site as its manual starts one, beside the same release of Astro. */
function installStarlight(): string {
  const folder = join(root, 'starlight');
  mkdirSync(join(folder, 'src/content/docs'), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(project, 'node_modules/astro/package.json'), 'utf8')) as {
    version: string;
  };
  const dependencies = { astro: version, '@astrojs/starlight': '0.42.4', sharp: '0.35.5' };
  const files = {
    'package.json': JSON.stringify({ private: true, type: 'module', dependencies }),
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://guide.example', integrations: [starlight({ title: 'Questions' })] });
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': '---\ntitle: Questions\n---\n\nStart here.\n',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
  return folder;
}

async function buildStarlight(questions: readonly MadeUp[]): Promise<Measured> {
  const pages = join(starlight, 'src/content/docs/questions');
  for (const folder of [
    pages,
    join(starlight, 'dist'),
    join(starlight, 'node_modules/.astro'),
    join(starlight, '.astro'),
  ])
    putAside(folder);
  addPages(pages, questions);
  return measure([node, 'node_modules/astro/bin/astro.mjs', 'build'], starlight, quiet);
}

/**
 * Takes what an earlier build made out of the way of the next. It is removed at the end: some file systems, Linux's ext4
 * among them, make new files slowly for minutes after thousands were removed.
 */
function putAside(folder: string): void {
  if (existsSync(folder)) renameSync(folder, mkdtempSync(join(root, 'aside-')));
}

/** What `npm run bench:search` says of the built site. */
function firstSearch(dist: string): FirstSearch {
  const output = execFileSync(node, ['e2e/bench-search.ts'], {
    cwd: project,
    env: { ...process.env, ...environment, OUT_DIR: dist, RUNS: '3' },
    encoding: 'utf8',
  });
  const found = (pattern: RegExp) => {
    const match = pattern.exec(output)?.[1];
    if (match === undefined) throw new Error(`bench:search printed no ${pattern}:\n${output}`);
    return match;
  };
  return {
    parts: [...output.matchAll(/^ *(\d+) {2}(\S+\.\S+)$/gm)]
      .slice(0, 6)
      .map(([, bytes, name]) => `${bytes} ${name!.split('/').at(-1)}`),
    bytes: Number(found(/(\d+) {2}together/)),
    first: found(/^First result.*median (\d+) ms/m),
    keystroke: found(/^Keystroke.*median (\d+) ms/m),
  };
}

function sizeOf(file: string): { isFile: boolean; bytes: number } {
  const stats = statSync(file);
  return { isFile: stats.isFile(), bytes: stats.size };
}

function print({ size, guide, starlight, files, raw, sent, search }: Row): void {
  const peak = (runs: Measured[]) => {
    const memory = runs.map((run) => run.memory);
    return memory.includes(undefined) ? 'not measured' : `${(Math.max(...(memory as number[])) / 1e9).toFixed(2)} GB`;
  };
  const line = (name: string, runs: Measured[]) => {
    const times = [runs.map((run) => run.seconds), runs.map((run) => run.work)];
    const cells = times.map((of) => `${median(of).toFixed(1)} s`.padStart(10));
    console.log(`${name.padEnd(26)}${cells.join('')}${peak(runs).padStart(14)}`);
  };
  console.log(`\n${size} questions more, medians of ${guide.length}: time, work of processors, most memory`);
  line('this guide', guide);
  if (starlight.length > 0) line('Starlight', starlight);
  console.log(`output: ${files} files, ${(raw / 1e6).toFixed(1)} MB, text as Brotli ${(sent / 1e6).toFixed(1)} MB`);
  console.log(`first search: ${search.bytes} bytes, ${search.first} ms on slow 4G; a keystroke ${search.keystroke} ms`);
  console.log(`its largest files: ${search.parts.join(', ')}`);
}
