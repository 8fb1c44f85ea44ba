/** Finds a Chromium for the tests, or installs one. Never skips. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The variable that names a browser to test with. */
const variable = 'CHROMIUM_PATH';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What Chromium is started with: no sandbox inside containers, and no traffic of its own. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium: the one that the environment names, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist`);
  return named ?? [chromium.executablePath(), ...names.flatMap(onPath)].find((path) => existsSync(path));
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`);
}

/**
 * Installs a Chromium where there is none: with Playwright's installer, or with apt as root.
 * @throws when neither works, saying what to do.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one.');
  const attempts: [command: string, ...rest: string[]][][] = [
    [['npx', 'playwright', 'install', 'chromium']],
    ...(process.getuid?.() === 0
      ? [
          [
            ['apt-get', 'update'],
            ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
          ] as [string, ...string[]][],
        ]
      : []),
  ];
  for (const commands of attempts) {
    const worked = commands.every(([command, ...rest]) => spawnSync(command, rest, { stdio: 'inherit' }).status === 0);
    const installed = worked ? findChromium() : undefined;
    if (installed && runs(installed)) return installed;
  }
  throw new Error(`No Chromium could be installed. Install one and name it in ${variable}.`);
}

/** A downloaded browser may lack libraries of the system. */
function runs(path: string): boolean {
  try {
    execFileSync(path, ['--version', ...chromiumArguments]);
    return true;
  } catch {
    return false;
  }
}
