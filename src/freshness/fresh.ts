/**
 * `npm run fresh`: holds every package that a row of the comparison names against the package index, and with
 * `--support` the days of the releases against a public calendar. `--list` prints what the index says of each package.
 * Ends with 1 where something is stale or nobody answers.
 */
import { parseArgs } from 'node:util';
import { isoDay } from '../day.ts';
import { readContent, readYaml } from '../entries/files.ts';
import { lapsesOf, newestOf, type NamedPackage } from './lapses.ts';
import { askIndex, type IndexEntry } from './package-index.ts';
import { askCalendar, supportLapses, type NamedRelease } from './support.ts';

/** So many packages are asked for at a time. */
const atOnce = 8;

interface Package {
  name: string;
  index?: string;
  series: string;
  longTerm?: true;
  released: Date | string;
  upkeep?: string;
}

interface Row {
  flask: { packages: Package[] };
  django: { packages: Package[] };
}

const dayOf = (value: Date | string) => (typeof value === 'string' ? value : isoDay(value));

function contentOf<Data>(folder: string): { file: string; data: Data }[] {
  return [...readContent()]
    .filter(([name]) => name.startsWith(`${folder}/`))
    .map(([name, text]) => ({ file: `content/${name}`, data: readYaml(text) as Data }));
}

const named: NamedPackage[] = contentOf<Row>('capabilities').flatMap(({ file, data }) =>
  [...data.flask.packages, ...data.django.packages].map((each) => ({
    file,
    name: each.name,
    index: each.index ?? each.name,
    series: each.series,
    longTerm: each.longTerm ?? false,
    released: dayOf(each.released),
    upkeep: each.upkeep,
  })),
);

const { values: wanted } = parseArgs({ options: { support: { type: 'boolean' }, list: { type: 'boolean' } } });
const problems: string[] = [];
const entries = new Map<string, IndexEntry>();
const names = [...new Set(named.map(({ index }) => index))];
for (let at = 0; at < names.length; at += atOnce) {
  await Promise.all(
    names.slice(at, at + atOnce).map(async (name) => {
      try {
        entries.set(name, await askIndex(name));
      } catch (error) {
        problems.push((error as Error).message);
      }
    }),
  );
}
problems.push(
  ...lapsesOf(
    named.filter(({ index }) => entries.has(index)),
    entries,
  ),
);
if (wanted.list) {
  for (const [name, entry] of [...entries].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
    const newest = newestOf(entry);
    console.log(newest ? `${name} ${newest.version}, ${newest.released}, Python ${newest.python ?? 'not said'}` : name);
  }
}

if (wanted.support) {
  const releases = contentOf<{
    framework: string;
    series: string;
    released: Date | string;
    supportEnds?: Date | string;
  }>('releases').map(({ file, data }): NamedRelease => {
    const { framework, series, released, supportEnds } = data;
    return { file, framework, series, released: dayOf(released), supportEnds: supportEnds && dayOf(supportEnds) };
  });
  for (const framework of new Set(releases.map((release) => release.framework))) {
    try {
      const own = releases.filter((release) => release.framework === framework);
      problems.push(...supportLapses(own, await askCalendar(framework)));
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
}

for (const problem of problems.sort()) console.log(problem);
console.log(
  problems.length === 0
    ? `${names.length} packages are as the comparison says.`
    : `${problems.length} lapses among ${names.length} packages.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
