/**
 * `content/examples/<task>/ran.json`: which files of a task ran, when, and with which versions.
 * The lab writes it. The build, which runs no Python, holds it against the files that it prints.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';

export const runSchema = z.strictObject({
  /** The day on which exactly these files passed their contract. */
  date: z.iso.date().transform((day) => new Date(day)),
  /** Every file that took part, from the project's root, with the fingerprint of its text. */
  files: z.record(z.string(), z.string()),
  runs: z
    .array(
      z.strictObject({
        side: z.enum(['flask', 'django', 'both']),
        /** The version of Python, such as "3.11.7". */
        python: z.string(),
        /** The packages that the side names itself, with the versions that were installed, and Gunicorn. */
        packages: z.record(z.string(), z.string()),
      }),
    )
    .min(1),
});
/** A record as the file holds it. */
export type RunRecord = z.input<typeof runSchema>;
export type Run = z.infer<typeof runSchema>;

/** Such as "Python 3.11.7, Flask 3.1.3, Django 5.2.19, Gunicorn 27.0.1; also Python 3.13.0, Django 6.1.3". Pure. */
export function ranWith({ runs }: Pick<Run, 'runs'>): string {
  const said = new Set<string>();
  const pythons = [...new Set(runs.map(({ python }) => python))];
  return pythons
    .map((python) => {
      const packages = runs.filter((run) => run.python === python).flatMap((run) => Object.entries(run.packages));
      // Gunicorn is everybody's, so it comes last.
      const last = ([name]: [string, string]) => Number(name === 'Gunicorn');
      const named = packages.sort((a, b) => last(a) - last(b)).map(([name, version]) => `${name} ${version}`);
      const fresh = [...new Set([`Python ${python}`, ...named])].filter((each) => !said.has(each));
      for (const each of fresh) said.add(each);
      return fresh.join(', ');
    })
    .join('; also ');
}

/** Where a task has its files, its contract and the record of its run, from the project's root. */
export const places = (task: string) => ({
  folder: `content/examples/${task}`,
  contract: `src/lab/contracts/${task}.contract.ts`,
  record: `content/examples/${task}/ran.json`,
});

/** The files of a task that take part in a run, each with the fingerprint of its text. Line ends do not count. */
export function fingerprints(task: string): Record<string, string> {
  const { folder, contract } = places(task);
  return fingerprintsOf([`${folder}/*/**/*`, contract]);
}

/** The files that the patterns name, from the project's root, each with the fingerprint of its text. */
export function fingerprintsOf(patterns: string[]): Record<string, string> {
  const files = globSync(patterns, { withFileTypes: true, exclude: isByProduct })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  return Object.fromEntries(files.map((file) => [file, fingerprint(readFileSync(file, 'utf8'))]));
}

/** Python leaves compiled files beside the sources when somebody runs them by hand. */
const isByProduct = ({ name }: { name: string }) => name === '__pycache__';

const fingerprint = (text: string) =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 32);

/** What differs between the files that ran and the files that are there, a line for each. Pure. */
export function changedSince(ran: Record<string, string>, now: Record<string, string>): string[] {
  const names = [...new Set([...Object.keys(ran), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    if (ran[name] === now[name]) return [];
    if (now[name] === undefined) return [`${name}: ran, but is gone`];
    return [`${name}: ${ran[name] === undefined ? 'has not run' : 'differs from the file that ran'}`];
  });
}
