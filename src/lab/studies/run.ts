/** `npm run lab -- --studies [NAME …]`: runs studies and keeps what came out beside them. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isoDay } from '../../day.ts';
import { readYaml } from '../../entries/files.ts';
import {
  misfits,
  studyFingerprints,
  studyPlaces,
  studySchema,
  type Study as Described,
  type StudyRun,
  type StudyRuns,
} from '../../records/study.ts';
import { Failure } from '../failure.ts';
import { machine, writeJson } from '../record.ts';
import type { Context, Result, Study } from './study.ts';

/** The names of the studies. */
export const studyNames = (): string[] =>
  globSync('content/studies/*/study.yaml')
    .map((file) => basename(dirname(file)))
    .sort();

/**
 * @param wanted names of studies; all of them when it is empty
 * @throws Failure when there is no such study, or what came out does not fit what it says
 */
export async function runStudies(wanted: readonly string[], context: Context): Promise<void> {
  const names = studyNames();
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Failure(`There is no study ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  for (const name of wanted.length > 0 ? wanted : names) {
    const described = readStudy(name);
    const { study } = (await import(`./${name}.ts`)) as { study: Study };
    const say = (what: string) => context.say(`${name}: ${what}`);
    const files = studyFingerprints(name, described.over);
    const run = runOf(described, await study.run({ ...context, say }), name);
    const { runs: file } = studyPlaces(name);
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StudyRuns).runs : [];
    await writeJson(file, { files, runs: withNewest(before, run) });
    context.say(`Written: ${file}`);
  }
}

function readStudy(name: string): Described {
  const { study: file } = studyPlaces(name);
  const { data, error } = studySchema.safeParse(readYaml(readFileSync(file, 'utf8')));
  if (data) return data;
  throw new Failure(
    error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'the file'}: ${message}`).join('\n'),
  );
}

function runOf(described: Described, { versions, rows }: Result, name: string): StudyRun {
  const run = { date: isoDay(new Date()), machine: machine(), versions, rows: rows as StudyRun['rows'] };
  const reasons = misfits(described, run);
  if (reasons.length > 0) throw new Failure(reasons.map((reason) => `${name}: the run ${reason}`).join('\n'));
  return run;
}

/** One run for each day and machine: what ran again that day takes the place of what ran before. Pure. */
export function withNewest(before: readonly StudyRun[], run: StudyRun): StudyRun[] {
  const same = (other: StudyRun) =>
    other.date === run.date && JSON.stringify(other.machine) === JSON.stringify(run.machine);
  return [...before.filter((other) => !same(other)), run];
}
