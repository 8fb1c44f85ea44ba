/** What a study of the lab is made of. Each is a file of this folder that exports one as `study`. */
import type { Python } from '../python.ts';

export interface Study {
  /** Its folder below `content/studies/`. */
  name: string;
  /**
   * @throws Failure when something does not hold, such as a contract or a patch
   * @throws Unavailable when the package index or a server cannot be had
   */
  run(context: Context): Promise<Result>;
}

export interface Context {
  main: Python;
  /** For Django 6, where one was found. */
  newer: Python | undefined;
  /** Told what is under way. */
  say(what: string): void;
}

export interface Result {
  /** What ran, by name: frameworks, packages, servers, Python. */
  versions: Record<string, string>;
  /** By the names of the row and of the column. Several values are repeats; null is "does not apply". */
  rows: Record<string, Record<string, number | readonly number[] | null>>;
}
