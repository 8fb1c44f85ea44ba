/** Tasks of a run that are already measured, kept in `.lab/` so that a run that was interrupted goes on. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../records/measurement.ts';
import { fingerprints, places } from '../records/run.ts';

/** Where the parts lie. */
export const partsFolder = '.lab/parts';

/** A part with what it depends on, and when it was begun. */
export interface Kept {
  key: string;
  began: string;
  /** The load average of the last minute, before the task. */
  load: number;
  part: Part;
}

/** A run is of one day. */
const oldest = 24 * 3_600_000;

/**
 * What the part of a task depends on: the files of the task, the lab's own, the interpreters, and how much is measured.
 * @param circumstances whatever else a part depends on
 */
export function keyOf(task: string, circumstances: unknown): string {
  const own = globSync('src/lab/{*.{ts,py},requirements/*,baseline/*.py}', { exclude: ['**/*.test.ts'] }).sort();
  const texts = [`${places(task).folder}/example.yaml`, ...own].map((file) => readFileSync(file, 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify([fingerprints(task), circumstances, texts]));
  return hash.digest('hex').slice(0, 32);
}

/** The part of a task that is still good: of the same files and circumstances, and not older than a day. */
export function keptPart(task: string, key: string, now = Date.now()): Kept | undefined {
  const file = join(partsFolder, `${task}.json`);
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  return kept.key === key && now - Date.parse(kept.began) < oldest ? kept : undefined;
}

export function keepPart(kept: Kept): void {
  mkdirSync(partsFolder, { recursive: true });
  writeFileSync(join(partsFolder, `${kept.part.task}.json`), JSON.stringify(kept));
}

/** Removes the parts of the named tasks. */
export function removeParts(tasks: readonly string[]): void {
  for (const task of tasks) rmSync(join(partsFolder, `${task}.json`), { force: true });
}
