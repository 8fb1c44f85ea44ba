/**
 * `npm run stale`: the claims and capabilities that nobody has checked for six months, the oldest first.
 * Reads the files themselves, so that it answers in a moment.
 */
import { isoDay } from '../day.ts';
import { readContent, readYaml } from './files.ts';

export interface Checked {
  file: string;
  checked: Date;
}

/** Those that were checked more than six months before the given day, the oldest first. */
export function stale(entries: readonly Checked[], today: Date): Checked[] {
  const limit = new Date(today);
  limit.setUTCMonth(limit.getUTCMonth() - 6);
  return entries
    .filter(({ checked }) => checked < limit)
    .sort((a, b) => a.checked.getTime() - b.checked.getTime() || a.file.localeCompare(b.file, 'en'));
}

if (import.meta.main) {
  const entries = [...readContent()]
    .filter(([name]) => /^(claims|capabilities)\//.test(name))
    .map(([name, text]) => ({
      file: `content/${name}`,
      checked: new Date((readYaml(text) as { checked: string }).checked),
    }));
  const found = stale(entries, new Date());
  for (const { file, checked } of found) console.log(`${isoDay(checked)}  ${file}`);
  console.log(`${found.length} of ${entries.length} claims and capabilities were checked over six months ago.`);
}
