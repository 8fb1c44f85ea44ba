/**
 * How a new build takes the place of the last one. It is made in a folder beside it; at the end the old folder is
 * renamed away and the new one in. Nothing is deleted before the new site is complete.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { refuseSources } from './settings.ts';
import { holderOf } from './lock.ts';

/** Where a build is made. */
export const buildingFolder = (folder: string): string => `${folder}.building`;
/** Where the last site is while the new one takes its place. */
const formerFolder = (folder: string): string => `${folder}.former`;
/** Keeps a second build out of a folder. */
export const lockFile = (folder: string): string => `${folder}.lock`;

/** In the root of every site that this project built: its files whose names change with their content. */
const record = '.build.json';
/** The folders of such files. */
const hashed = ['_astro', 'pagefind/index', 'pagefind/fragment'];

/** The folder behind an output folder that may be a link to another. */
export const realFolder = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);

/**
 * Sees to it that a folder may be replaced by a new build.
 * @throws with the reason, when it holds anything but a site of ours
 */
export function refuseForeign(folder: string): void {
  refuseSources(folder);
  const refuse = (reason: string) => new Error(`OUT_DIR: ${folder} ${reason}. Nothing was changed.`);
  if (!existsSync(folder)) return;
  if (!lstatSync(folder).isDirectory()) throw refuse('is not a folder');
  const names = readdirSync(folder);
  // Builds of earlier versions left no record.
  const isOurs =
    names.includes(record) || ['_astro', '_headers', 'sw.js', 'site.webmanifest'].every((name) => names.includes(name));
  if (names.length > 0 && !isOurs) throw refuse('is not empty, and what it holds was not built by this project');
}

/** Puts the last site back where a build was ended between taking it away and putting the new one in. */
export function repair(folder: string): void {
  if (holderOf(lockFile(folder))) return;
  const former = formerFolder(folder);
  if (!existsSync(former)) return;
  if (existsSync(folder)) rmSync(former, { recursive: true });
  else renameSync(former, folder);
}

/** Makes an empty folder for a build. */
export function prepare(folder: string): void {
  const building = buildingFolder(folder);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
}

/** Puts the finished build in the place of the last one. */
export function replace(folder: string): void {
  const building = buildingFolder(folder);
  keepHashedFiles(folder, building);
  makeReadable(building);
  const former = formerFolder(folder);
  rmSync(former, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, former);
  renameSync(building, folder);
  rmSync(former, { recursive: true, force: true });
}

/**
 * Copies what open pages of the last site may still ask for: its own files with a hash in their name, not those that
 * it kept of the site before. Notes which ones are the new site's own.
 */
function keepHashedFiles(folder: string, building: string): void {
  const own = hashed
    .flatMap((place) => globSync(`${place}/**/*.*`, { cwd: building }))
    .map((name) => name.replaceAll(sep, '/'));
  for (const name of recordOf(folder)) {
    const [from, to] = [join(folder, name), join(building, name)];
    if (!existsSync(from) || existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
  writeFileSync(join(building, record), JSON.stringify(own.sort()));
}

function recordOf(folder: string): string[] {
  try {
    const names: unknown = JSON.parse(readFileSync(join(folder, record), 'utf8'));
    const inside = (name: unknown): name is string =>
      typeof name === 'string' &&
      hashed.some((place) => name.startsWith(`${place}/`)) &&
      !name.split('/').includes('..');
    return Array.isArray(names) ? names.filter(inside) : [];
  } catch {
    // The first build, or one of an earlier version.
    return [];
  }
}

/** Lets every user of the machine read the site, such as its web server, whatever the mask of who builds says. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
}
