/** Which Python the lab uses. */
import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from './failure.ts';
import { run } from './processes.ts';

export interface Python {
  /** The interpreter's own path. */
  path: string;
  /** Such as "3.11.7". */
  version: string;
}

/** What the examples are written for: Flask 3.1 and Django 5.2 LTS. */
export const needed = [3, 11] as const;
/** What Django 6 needs. */
export const neededForDjango6 = [3, 12] as const;

/** Whether a version such as "3.12.1" is at least the given one. */
export function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/**
 * Chooses among the interpreters that were found, in the order in which they were found.
 * @returns `main` for everything, and `newer`, the newest one that runs Django 6, if there is any
 * @throws Unavailable when none is new enough
 */
export function choose(found: readonly Python[]): { main: Python; newer: Python | undefined } {
  const main = found.find(({ version }) => isAtLeast(version, needed));
  if (!main) {
    const seen = found.map(({ path, version }) => `${path} (${version})`).join(', ') || 'none';
    throw new Unavailable(
      `The lab needs Python ${needed.join('.')} or newer. Found: ${seen}.\n` +
        'Install one, put it on the PATH, or name its program in PYTHON.',
    );
  }
  const newer = found
    .filter(({ version }) => isAtLeast(version, neededForDjango6))
    .sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))[0];
  return { main, newer };
}

/**
 * The interpreters of this machine: the one that PYTHON names, or those on the PATH and of pyenv.
 * @throws Unavailable when PYTHON names something else
 */
export async function findPythons(environment: NodeJS.ProcessEnv): Promise<Python[]> {
  const named = environment['PYTHON'];
  const pyenv = environment['PYENV_ROOT'] ?? join(homedir(), '.pyenv');
  const onPath = ['python3', 'python', ...[11, 12, 13, 14, 15].map((minor) => `python3.${minor}`)];
  const candidates = named ? [named] : [...onPath, ...globSync(join(pyenv, 'versions/3.*/bin/python3')).sort()];
  const answers = await Promise.all(candidates.map(ask));
  if (named && !answers[0]) {
    throw new Unavailable(`PYTHON is "${named}", which is no Python that can make virtual environments.`);
  }
  const byPath = new Map(answers.filter((python) => python !== undefined).map((python) => [python.path, python]));
  return [...byPath.values()];
}

/** What an interpreter says of itself; undefined when it is none, or cannot make virtual environments. */
async function ask(program: string): Promise<Python | undefined> {
  const question = 'import sys, platform, venv, ensurepip; print(sys.executable, platform.python_version(), sep="\\n")';
  try {
    const [path, version] = (await run([program, '-c', question])).trim().split('\n');
    return path && version ? { path, version } : undefined;
  } catch {
    return undefined;
  }
}
