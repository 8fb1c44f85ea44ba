/** Finds the browsers that the tests need, or installs them. Never skips. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium as playwrights } from '@playwright/test';

/** A program that the tests need and this package does not bring. */
interface Program {
  /** What people call it. */
  name: string;
  /** The environment variable that names the one to use. */
  variable: string;
  /** What it may be called on the system's path. */
  commands: string[];
  /** Where else it may be. */
  places?: string[];
  /** The package of Debian and its relatives that holds it. */
  aptPackage: string;
  /** A command of ours that installs it for any user. */
  installer?: [command: string, ...rest: string[]] | undefined;
  /** What makes it name its version and end, where it can. It tells whether the system has its libraries. */
  version?: string[];
}

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

const chromium: Program = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [playwrights.executablePath()],
  aptPackage: 'chromium',
  installer: ['npx', 'playwright', 'install', 'chromium'],
  version: ['--version', ...chromiumArguments],
};
/** The same without windows. Tests take half the time with it, and no page of the browser itself disturbs what is measured. */
const chromiumShell: Program = {
  ...chromium,
  commands: ['chromium-headless-shell'],
  places: [],
  aptPackage: 'chromium-headless-shell',
  installer: undefined,
};
const firefox: Program = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  aptPackage: 'firefox-esr',
  version: ['--version'],
};
/** It starts the browser that it was built with, MiniBrowser. */
const webKitDriver: Program = {
  name: 'WebKitWebDriver',
  variable: 'WEBKIT_DRIVER_PATH',
  commands: ['WebKitWebDriver'],
  aptPackage: 'webkit2gtk-driver',
  version: ['--help'],
};
/** The screen for a browser that needs one. */
const screen: Program = { name: 'Xvfb', variable: 'XVFB_PATH', commands: ['Xvfb'], aptPackage: 'xvfb' };

/** The path of a Chromium: the one that the environment names, one without windows, Playwright's own, or the system's. */
export const findChromium = (): string | undefined => find(chromiumShell) ?? find(chromium);

/**
 * A Chromium, without windows where there is one or apt can install it as root. Where there is none at all, one is
 * installed: with apt, or with Playwright's installer.
 * @throws when neither works, saying what to do.
 */
export const ensureChromium = (): string =>
  find(chromiumShell) ?? install(chromiumShell) ?? find(chromium) ?? ensure(chromium);

/**
 * Installs a Firefox where there is none, with apt as root.
 * @throws when that does not work, saying what to do.
 */
export const ensureFirefox = (): string => ensure(firefox);

/**
 * Installs WebKit's driver, which brings its browser, and a screen for it where they are missing, with apt as root.
 * @throws when that does not work, saying what to do.
 */
export const ensureWebKit = (): { driver: string; screen: string } => ({
  driver: ensure(webKitDriver),
  screen: ensure(screen),
});

function find({ variable, commands, places = [] }: Program): string | undefined {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist`);
  return named ?? [...places, ...commands.flatMap(onPath)].find((path) => existsSync(path));
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`);
}

function ensure(program: Program): string {
  const found = find(program);
  if (found) return found;
  const { name, variable, aptPackage } = program;
  console.log(`No ${name} found: installing one.`);
  const installed = install(program);
  if (installed) return installed;
  throw new Error(`No ${name} could be installed. Install one (on Debian: ${aptPackage}) and name it in ${variable}.`);
}

/** The path of the program that was installed; undefined where that is not possible. */
function install(program: Program): string | undefined {
  const { aptPackage, installer } = program;
  const attempts = [
    ...(installer ? [[installer]] : []),
    ...(process.getuid?.() === 0
      ? [
          [
            ['apt-get', 'update'],
            ['apt-get', 'install', '--yes', '--no-install-recommends', aptPackage],
          ],
        ]
      : []),
  ];
  for (const commands of attempts) {
    const worked = commands.every(([command, ...rest]) => spawnSync(command!, rest, { stdio: 'inherit' }).status === 0);
    const installed = worked ? find(program) : undefined;
    if (installed && runs(installed, program)) return installed;
  }
  return undefined;
}

/** A downloaded browser may lack libraries of the system. */
function runs(path: string, { version }: Program): boolean {
  try {
    if (version) execFileSync(path, version, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
