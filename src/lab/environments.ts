/** Virtual environments with exactly the packages of a requirements file, kept in `.lab/` until that file changes. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure, Unavailable } from './failure.ts';
import { lastLines, run } from './processes.ts';
import type { Python } from './python.ts';

export interface Environment {
  /** The interpreter inside. Programs run as its modules, since the folder was moved after they were installed. */
  python: string;
  /** Such as "3.11.7". */
  version: string;
  /** What the requirements file brought, without the server and without pip. */
  installed: Installed;
}

export interface Installed {
  packages: { name: string; version: string }[];
  /** What the packages take on disk, compiled files included. */
  bytes: number;
}

const gunicorn = 'src/lab/requirements/gunicorn.txt';

/** Folders that this process has under way, so that two sides with the same packages wait for one installation. */
const underWay = new Map<string, Promise<Environment>>();

/** What an interrupted installation leaves; it goes when the process does. */
const drafts = new Set<string>();
process.once('exit', () => drafts.forEach((draft) => rmSync(draft, { recursive: true, force: true })));

/**
 * The environment for a requirements file, with Gunicorn beside its packages. Made when it is not there yet.
 * @param requirements a file with a hash for every package
 * @throws Unavailable when the package index cannot be reached
 * @throws Failure when pip refuses a package
 */
export function environmentFor(python: Python, requirements: string): Promise<Environment> {
  const texts = [python.path, python.version, readFileSync(requirements), readFileSync(gunicorn)];
  const key = texts
    .reduce((hash, text) => hash.update(text), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
  const folder = resolve('.lab/environments', key);
  const made = underWay.get(folder) ?? make(folder, python, requirements);
  underWay.set(folder, made);
  return made;
}

/** Made beside its place and then moved there, so that an interrupted installation leaves nothing half done. */
async function make(folder: string, python: Python, requirements: string): Promise<Environment> {
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    const draft = mkdtempSync(`${folder}-draft-`);
    drafts.add(draft);
    await run([python.path, '-m', 'venv', draft]);
    const before = bytesIn(draft);
    await install(draft, requirements);
    const installed: Installed = { packages: await listed(draft), bytes: bytesIn(draft) - before };
    await install(draft, gunicorn);
    writeFileSync(join(draft, record), JSON.stringify(installed));
    if (!existsSync(folder)) renameSync(draft, folder);
  }
  const installed = JSON.parse(readFileSync(join(folder, record), 'utf8')) as Installed;
  return { python: interpreter(folder), version: python.version, installed };
}

const record = 'installed.json';
const interpreter = (folder: string) => join(folder, 'bin/python');

async function install(folder: string, requirements: string): Promise<void> {
  try {
    await run([
      interpreter(folder),
      ...['-m', 'pip', 'install', '--require-hashes', '--no-input', '--disable-pip-version-check'],
      ...['--requirement', requirements],
    ]);
  } catch (error) {
    throw explained((error as Error).message, requirements);
  }
}

/** What pip's complaint means. Pure. */
export function explained(complaint: string, requirements: string): Failure {
  const end = lastLines(complaint);
  if (/DO NOT MATCH THE HASHES|Hashes are required/i.test(complaint)) {
    return new Failure(`${requirements}: pip refused a package: its hash is missing or differs.\n${end}`);
  }
  if (/connection broken by|Failed to establish a new connection|Max retries exceeded|timed out/i.test(complaint)) {
    return new Unavailable(`${requirements}: the package index cannot be reached.\n${end}`);
  }
  return new Failure(`${requirements}: pip could not install the packages.\n${end}`);
}

async function listed(folder: string): Promise<Installed['packages']> {
  const list = await run([interpreter(folder), '-m', 'pip', '--disable-pip-version-check', 'list', '--format', 'json']);
  const all = JSON.parse(list) as Installed['packages'];
  return all.filter(({ name }) => !['pip', 'setuptools'].includes(name));
}

/** The sizes of all files added up. Links are counted where they lead, once. */
function bytesIn(folder: string): number {
  return globSync('lib/**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The packages that a side names itself, from the text of its `requirements.in`. Pure. */
export function namedPackages(text: string): string[] {
  return text
    .split('\n')
    .map((line) => /^[A-Za-z0-9][\w.-]*/.exec(line.trim())?.[0])
    .filter((name) => name !== undefined);
}

/** Package names are compared as pip compares them. */
export const samePackage = (a: string, b: string) => normal(a) === normal(b);
const normal = (name: string) => name.toLowerCase().replaceAll(/[-_.]+/g, '-');

/** The versions of packages by the names given, as far as one of the environments has them. */
export function versionsIn(environments: readonly Environment[], names: readonly string[]): Record<string, string> {
  const installed = environments.flatMap((each) => each.installed.packages);
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = installed.find((each) => samePackage(each.name, name));
      return found ? [[name, found.version]] : [];
    }),
  );
}
