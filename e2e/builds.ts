/** The two builds that the tests read: one that knows nothing of its host, one for a folder of a named host. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

export const builds = {
  plain: { folder: 'test-results/builds/plain', base: '/', environment: {} },
  hosted: {
    folder: 'test-results/builds/hosted',
    base: '/guide-site/',
    environment: { SITE_URL: 'https://guide.example', BASE_PATH: 'guide-site' },
  },
} as const;
export type BuildName = keyof typeof builds;

/** Builds the site anew, whatever the environment says about its host. */
export function makeBuild(name: BuildName): void {
  const { folder, environment } = builds[name];
  const { SITE_URL: _host, BASE_PATH: _base, ...inherited } = process.env;
  execFileSync('npm', ['run', 'build'], { env: { ...inherited, ...environment, OUT_DIR: folder }, stdio: 'inherit' });
}

/** By default the parser takes the inside of <pre> for text. */
const parsing = { blockTextElements: { script: true, style: true } };

export interface BuiltPage {
  /** The address below the site's folder, without a slash in front, such as `faq/`. */
  address: string;
  html: string;
  dom: HTMLElement;
}

/** Every page of a build, in the order of addresses. */
export function pagesOf(name: BuildName): BuiltPage[] {
  return globSync('**/*.html', { cwd: builds[name].folder })
    .sort()
    .map((file) => {
      const html = readFileSync(join(builds[name].folder, file), 'utf8');
      return { address: file.replace(/(^|\/)index\.html$/, '$1'), html, dom: parse(html, parsing) };
    });
}

/** How many entries the named collections hold. */
export function countEntries(...collections: string[]): number {
  return collections.flatMap((name) => globSync(`content/${name}/*.{mdx,yaml}`)).length;
}

/** One address of each kind of page, for checks that are slow or look at the layout. */
export const kinds = [
  '',
  'verdict/',
  'about/',
  'guide/',
  'guide/django/',
  'use-cases/',
  'use-cases/online-shop-launch/',
  'faq/',
  'faq/can-flask-and-django-work-together/',
  'compare/',
  'calculator/',
  'calculator/method/',
  'evidence/',
  'evidence/measurements/',
  'glossary/',
  'paths/',
  'print/',
  'search/',
  '404.html',
];
