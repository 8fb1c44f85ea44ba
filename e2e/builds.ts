/** The one build that the tests read, its pages, and which of them stand for the others. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { seeded } from '../src/calculator/random.ts';

/** For a folder of a named host, the stricter case: an address that forgets the folder or the host leads nowhere. */
export const build = {
  folder: 'test-results/builds/hosted',
  base: '/guide-site/',
  /** The absolute address of the home page. */
  root: 'https://guide.example/guide-site/',
} as const;

const environment = { SITE_URL: 'https://guide.example', BASE_PATH: 'guide-site', OUT_DIR: build.folder };

/** Builds the site anew, whatever the environment says about its host. */
export function makeBuild(): void {
  execFileSync('npm', ['run', 'build'], { env: { ...process.env, ...environment }, stdio: 'inherit' });
}

/** By default the parser takes the inside of <pre> for text. */
const parsing = { blockTextElements: { script: true, style: true } };

/** A page of the build. It is read and parsed once, when a test first asks for what it holds. */
export class BuiltPage {
  /** The address below the site's folder, without a slash in front, such as `faq/`. */
  readonly address: string;
  /** The file, from the folder of the build. */
  readonly file: string;
  #html: string | undefined;
  #dom: HTMLElement | undefined;

  constructor(file: string) {
    this.file = file;
    this.address = file.replace(/(^|\/)index\.html$/, '$1');
  }

  get html(): string {
    return (this.#html ??= readFileSync(join(build.folder, this.file), 'utf8'));
  }

  get dom(): HTMLElement {
    return (this.#dom ??= parse(this.html, parsing));
  }
}

let pages: BuiltPage[] | undefined;

/** Every page of the build, in the order of addresses. */
export function builtPages(): BuiltPage[] {
  return (pages ??= globSync('**/*.html', { cwd: build.folder })
    .sort()
    .map((file) => new BuiltPage(file)));
}

/**
 * The page at an address below the site's folder.
 * @throws when the build has none
 */
export function builtPage(address: string): BuiltPage {
  const page = builtPages().find((each) => each.address === address);
  if (!page) throw new Error(`the build has no page /${address}`);
  return page;
}

/** The text of a file of the build. */
export const builtFile = (name: string): string => readFileSync(join(build.folder, name), 'utf8');

/** How many entries the named collections hold. */
export function countEntries(...collections: string[]): number {
  return collections.flatMap((name) => globSync(`content/${name}/*.{mdx,yaml,json}`)).length;
}

/** Pages that search engines are not to list, because another page says the same or nobody looks for them. */
export const unlisted = ['404.html', 'embed/calculator/', 'offline/', 'offline/not-kept/', 'print/'];

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
  'data/',
  'decisions/',
  'evidence/',
  'evidence/django-ships-web-attack-defences/',
  'evidence/measurements/',
  'evidence/measurements/types-and-client/',
  'evidence/sources/',
  'glossary/',
  'paths/',
  'print/',
  'search/',
  '404.html',
];

/** Pages whose layouts have the least in common. */
export const layouts = [
  '',
  'guide/django/',
  'faq/',
  'compare/',
  'calculator/',
  'evidence/measurements/',
  'glossary/',
  'search/',
];

/** For a test that is slow on many pages: in the default run those that differ most, in the sweep one of each kind. */
export const fewOrAll = [
  { of: 'the pages that differ most', addresses: layouts, tag: [] },
  { of: 'one page of each kind', addresses: kinds, tag: ['@sweep'] },
];

/** Of so many pages of one kind or fewer, a sweep in the browser visits all. */
const drawn = 10;

/**
 * The pages that a sweep visits in the browser: all, but of the many in one folder, which are of one kind, the longest,
 * the shortest and ten that are drawn, always the same as long as the pages are.
 */
export function sampledPages(): BuiltPage[] {
  const folders = Map.groupBy(builtPages(), ({ address }) => address.replace(/[^/]*\/?$/, ''));
  return [...folders.values()].flatMap((all) => {
    if (all.length <= drawn + 2) return all;
    const [shortest, ...others] = all.toSorted((a, b) => a.html.length - b.html.length);
    const longest = others.pop()!;
    const random = seeded(all.length);
    const some = Array.from({ length: drawn }, () => others.splice(Math.floor(random() * others.length), 1)[0]!);
    return [shortest!, longest, ...some];
  });
}
