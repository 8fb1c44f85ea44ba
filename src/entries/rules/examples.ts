/** What is printed is what ran. */
import { changedSince } from '../../records/run.ts';
import { of, type Entry, type Problem } from '../entry.ts';

/**
 * The record of a run holds a fingerprint of every file that took part.
 * @param files the fingerprints of an example's files as they are now
 */
export function unrunExamples(
  entries: readonly Entry[],
  files: (example: string) => Record<string, string>,
): Problem[] {
  const runs = new Map(of(entries, 'runs').map((entry) => [entry.id, entry]));
  return of(entries, 'examples').flatMap(({ id, file }) => {
    const ran = runs.get(id)?.data['files'] as Record<string, string> | undefined;
    const changes = ran ? changedSince(ran, files(id)) : [`${file}: has not run`];
    return changes.map((change) => {
      const [changed, reason] = change.split(': ') as [string, string];
      return { file: changed, field: '', reason: `${reason}; run "npm run lab -- --contracts ${id}"` };
    });
  });
}
