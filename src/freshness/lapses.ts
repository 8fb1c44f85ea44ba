/** What the guide says of packages, held against the package index. Pure. */
import { explain, rcompare } from '@renovatebot/pep440';
import type { IndexEntry } from './package-index.ts';

/** A package as a row of the comparison names it. */
export interface NamedPackage {
  /** The file that names it. */
  file: string;
  /** As the row prints it. */
  name: string;
  /** As the package index knows it. */
  index: string;
  /** Such as "3.1": the beginning of the version. */
  series: string;
  /** Whether a newer series stands beside it, so that only this one is looked at. */
  longTerm: boolean;
  /** The day of its newest release, `YYYY-MM-DD`. */
  released: string;
  /** How well it is kept, where somebody typed that. It is told from the day, so it must not be. */
  upkeep?: string | undefined;
}

/** The newest version that its makers have not withdrawn and that is no trial version. */
export interface Newest {
  version: string;
  /** The day on which its first file came, `YYYY-MM-DD`. */
  released: string;
  /** The versions of Python that it asks for; undefined where it says none. */
  python: string | undefined;
}

/** @param series looks at the versions of this series only */
export function newestOf({ versions, files }: IndexEntry, series?: string): Newest | undefined {
  const stable = versions
    .filter((version) => explain(version)?.is_prerelease === false)
    .filter((version) => series === undefined || isOf(series, version))
    .sort(rcompare);
  for (const version of stable) {
    const own = files.filter(({ filename }) => versionIn(filename) === version);
    if (own.length === 0 || own.every(({ withdrawn }) => withdrawn)) continue;
    const released = own.map(({ uploaded }) => uploaded.slice(0, 10)).sort()[0]!;
    return { version, released, python: own.find(({ python }) => python)?.python };
  }
  return undefined;
}

const isOf = (series: string, version: string) => version === series || version.startsWith(`${series}.`);

/** The version in the name of a file: 2.2.1 in `flask_admin-2.2.1.tar.gz` and in `Flask_Admin-2.2.1-py3-none-any.whl`. */
const versionIn = (filename: string) =>
  /-(?<version>\d[^-]*?)(?:\.tar\.(?:gz|bz2)|\.zip|-.+\.(?:whl|egg))$/.exec(filename)?.groups?.['version'];

/** Every lapse as a line that names file, package and what is so instead. */
export function lapsesOf(named: readonly NamedPackage[], entries: ReadonlyMap<string, IndexEntry>): string[] {
  return named.flatMap(({ file, name, index, series, longTerm, released, upkeep }) => {
    const say = (what: string) => [`${file}: ${name}: ${what}`];
    if (upkeep !== undefined) return say(`"${upkeep}" is typed; how a package is kept is told from its newest release`);
    const entry = entries.get(index);
    if (!entry) return say('the package index was not asked');
    const newest = newestOf(entry, longTerm ? series : undefined);
    if (!newest) return say(`no release${longTerm ? ` of ${series}` : ''} stands`);
    const { version } = newest;
    if (!isOf(series, version)) {
      return say(`the row says ${series}; the newest release that stands is ${version} of ${newest.released}`);
    }
    if (newest.released !== released) {
      return say(`the row dates the newest release ${released}; ${version} came on ${newest.released}`);
    }
    return [];
  });
}
