/** Writes down what ran, for the build to hold against what it prints, and what was measured. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import { format } from 'prettier';
import { isoDay } from '../day.ts';
import { measurementSchema, rounded, type MeasurementRecord } from '../records/measurement.ts';
import { changedSince, fingerprints, places, type RunRecord } from '../records/run.ts';
import type { Service } from './deployments.ts';

/** The machine, as a record tells it. */
export const machine = (): MeasurementRecord['machine'] => ({
  processor: cpus()[0]!.model.trim(),
  cores: availableParallelism(),
  memoryGiB: rounded(totalmem() / 2 ** 30),
  system: `${type()} ${release().split('-')[0]}`,
});

/** Whether the files of a task differ from those that its record says passed, or it has no record. */
export const hasChanged = (task: string): boolean => changesSinceRecord(task).length > 0;

/** What differs between the files of a task and those that its record says passed, a line for each. */
export function changesSinceRecord(task: string): string[] {
  const { record } = places(task);
  if (!existsSync(record)) return [`${record}: does not exist`];
  const last = JSON.parse(readFileSync(record, 'utf8')) as RunRecord;
  return changedSince(last.files, fingerprints(task));
}

/**
 * Records that the files of a task passed. A record of exactly these files stays as it is, so that a run
 * that changes nothing leaves no trace.
 * @param gunicorn its version
 * @returns whether a record was written
 */
export async function recordRun(task: string, deployments: readonly Service[][], gunicorn: string): Promise<boolean> {
  if (!hasChanged(task)) return false;
  const { record } = places(task);
  const files = fingerprints(task);
  const services = [...new Set(deployments.flat())];
  const run: RunRecord = {
    date: isoDay(new Date()),
    files,
    runs: services.map(({ name, environment, named }) => ({
      side: name,
      python: environment.version,
      packages: { ...named, Gunicorn: gunicorn },
    })),
  };
  await writeJson(record, run);
  return true;
}

/**
 * Records a measuring run under its date. Jobs that the run of that day and machine lacks join it; else a second run of
 * one day gets a number, so that no run is lost.
 * @returns the file
 */
export async function recordMeasurement(measured: MeasurementRecord): Promise<string> {
  measurementSchema.parse(measured);
  const names = ['', ...Array.from({ length: 98 }, (_, index) => `-${index + 2}`)];
  const files = names.map((number) => `content/measurements/${measured.date}${number}.json`);
  const file = files.find((name) => !existsSync(name))!;
  const latest = files[files.indexOf(file) - 1];
  const whole = latest && joined(JSON.parse(readFileSync(latest, 'utf8')) as MeasurementRecord, measured);
  await writeJson(whole ? latest : file, whole ?? measured);
  return whole ? latest : file;
}

/**
 * A run with the jobs of a later one of the same day and machine, under the same conditions; undefined where it has one
 * of them already, or was withdrawn. Pure.
 */
export function joined(
  run: MeasurementRecord | { withdrawn: object },
  later: MeasurementRecord,
): MeasurementRecord | undefined {
  if ('withdrawn' in run) return undefined;
  const alike = (['date', 'machine', 'conditions', 'leftOut'] as const).every(
    (name) => JSON.stringify(run[name]) === JSON.stringify(later[name]),
  );
  const again = later.tasks.some(({ task }) => run.tasks.some((own) => own.task === task));
  if (!alike || again) return undefined;
  return {
    ...run,
    load: { before: run.load.before, after: later.load.after },
    versions: { ...run.versions, ...later.versions },
    tasks: [...run.tasks, ...later.tasks],
  };
}

/** Writes a record as the project formats it. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  // The first record of its kind finds no folder: git keeps no empty ones.
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await format(JSON.stringify(value), { parser: 'json', printWidth: 120 }));
}
