/**
 * A study: a question that one run of the lab answers with a table. `content/studies/<name>/study.yaml` says what is
 * asked, what stands in the rows and columns, and what came out; the lab writes `runs.json` beside it.
 */
import { globSync } from 'node:fs';
import { z } from 'astro/zod';
import { fingerprintsOf } from './run.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const id = z.string().regex(/^[a-z\d]+(-[a-z\d]+)*$/, { error: 'must be lower-case words joined by hyphens' });

export const studySchema = z.strictObject({
  title: line(100),
  /** Names the study in a sentence. */
  label: line(40),
  /** What a decision maker wants to know. */
  question: line(240),
  /** What came out, without a typed number. */
  result: line(900),
  method: z.array(line(600)).min(1),
  limits: z.array(line(600)).min(1),
  /** The examples whose files take part beside those of the study. */
  over: z.array(z.string()).default([]),
  /** What was tried, by the name that figures use. The names `flask` and `django` can be compared. */
  rows: z.record(id, line(80)),
  /** What was counted or measured, by the name that figures use. */
  columns: z.record(id, z.strictObject({ label: line(80), unit: line(24) })),
});
export type Study = z.infer<typeof studySchema>;

/** A number; several are repeats of a measurement; null is "does not apply". */
const cell = z.union([z.number(), z.array(z.number()).min(2), z.null()]);

const studyRun = z.strictObject({
  /** The day of the run. It names the run. */
  date: z.iso.date(),
  machine: z.strictObject({
    processor: line(120),
    cores: z.int().positive(),
    memoryGiB: z.number().positive(),
    system: line(120),
  }),
  /** What ran, by name. */
  versions: z.record(z.string(), z.string()),
  /** By the names of the row and of the column. */
  rows: z.record(z.string(), z.record(z.string(), cell)),
});
export type StudyRun = z.infer<typeof studyRun>;
export type Cell = z.infer<typeof cell>;

export const studyRunsSchema = z.strictObject({
  /** Every file that took part in the newest run, from the project's root, with the fingerprint of its text. */
  files: z.record(z.string(), z.string()),
  /** The newest run is the last one. */
  runs: z.array(studyRun).min(1),
});
export type StudyRuns = z.infer<typeof studyRunsSchema>;

/** Where a study has its files, from the project's root. */
export const studyPlaces = (name: string) => ({
  folder: `content/studies/${name}`,
  study: `content/studies/${name}/study.yaml`,
  runs: `content/studies/${name}/runs.json`,
});

/** The files that take part in a study, each with the fingerprint of its text. */
export function studyFingerprints(name: string, over: readonly string[]): Record<string, string> {
  const { folder, study, runs } = studyPlaces(name);
  const own = Object.entries(fingerprintsOf([`${folder}/**/*`]));
  const missing = over.find((example) => globSync(`content/examples/${example}/example.yaml`).length === 0);
  if (missing !== undefined) throw new Error(`there is no example ${missing}`);
  const examples = over.length > 0 ? fingerprintsOf(over.map((each) => `content/examples/${each}/*/**/*`)) : {};
  return { ...Object.fromEntries(own.filter(([file]) => file !== study && file !== runs)), ...examples };
}

/** Units of what a second run may find otherwise; whatever else a study tells is counted from files and answers. */
const measuredUnits = new Set(['s', 'ms', 'MiB', '%']);
export const isMeasuredUnit = (unit: string): boolean => measuredUnits.has(unit);

/** What a run lacks or has too much of, held against the study, in words. Pure. */
export function misfits({ rows, columns }: Pick<Study, 'rows' | 'columns'>, run: Pick<StudyRun, 'rows'>): string[] {
  const differences = (wanted: object, found: object, what: string) => [
    ...Object.keys(wanted).flatMap((name) => (name in found ? [] : [`has no ${what} "${name}"`])),
    ...Object.keys(found).flatMap((name) => (name in wanted ? [] : [`has a ${what} "${name}" that the study lacks`])),
  ];
  return [
    ...differences(rows, run.rows, 'row'),
    ...Object.entries(run.rows).flatMap(([name, cells]) =>
      differences(columns, cells, 'column').map((reason) => `row "${name}" ${reason}`),
    ),
  ];
}
