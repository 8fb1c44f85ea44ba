/** What a study tells is what ran. */
import { changedSince } from '../../records/run.ts';
import { misfits, type Study, type StudyRuns } from '../../records/study.ts';
import { inField, of, type Entry, type Problem } from '../entry.ts';

/**
 * The record of a study fits what it says, and comes from the files as they are.
 * @param files the fingerprints of a study's files, and of those of the examples that take part, as they are now
 */
export function unrunStudies(
  entries: readonly Entry[],
  files: (study: string, over: readonly string[]) => Record<string, string>,
): Problem[] {
  const examples = new Set(of(entries, 'examples').map(({ id }) => id));
  const records = new Map(of(entries, 'study-runs').map((entry) => [entry.id, entry]));
  return of(entries, 'studies').flatMap((entry) => {
    const again = `run "npm run lab -- --studies ${entry.id}"`;
    const study = entry.data as unknown as Study;
    const unknown = study.over.filter((name) => !examples.has(name));
    if (unknown.length > 0) return [inField(entry, ['over'], `there is no example ${unknown.join(', ')}`)];
    const record = records.get(entry.id);
    if (!record) return [{ file: entry.file, field: '', reason: `has not run; ${again}` }];
    const { files: ran, runs } = record.data as unknown as StudyRuns;
    return [
      ...runs.flatMap((run) => misfits(study, run).map((reason) => inField(record, run.date, `${reason}; ${again}`))),
      ...changedSince(ran, files(entry.id, study.over)).map((change) => {
        const [changed, reason] = change.split(': ') as [string, string];
        return { file: changed, field: '', reason: `${reason}; ${again}` };
      }),
    ];
  });
}
