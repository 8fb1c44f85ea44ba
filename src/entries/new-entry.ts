/**
 * `npm run new -- faq "Which is faster?"`: writes a file for a new entry from its template, with the next free number,
 * today's date and the newest releases, and says what to do next. What is still to be written is marked TODO.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isoDay } from '../day.ts';
import { addressOf } from './addresses.ts';
import { collectionOf, idOf } from './check.ts';
import { parseFile, readContent } from './files.ts';
import { nextNumber } from './rules/duplicates.ts';
import { kinds, type Collection } from './schema/index.ts';

const templates = join(import.meta.dirname, 'templates');

/** What an entry can be made of: the folders of `content/` that have a template. */
export const newKinds: string[] = globSync('**/*.{mdx,yaml}', { cwd: templates })
  .map((name) => name.replaceAll('\\', '/').replace(/\.\w+$/, ''))
  .sort();

export interface NewEntry {
  /** The file, from `content/`. */
  name: string;
  text: string;
}

/**
 * The file of a new entry.
 * @param kind one of `newKinds`
 * @param files the files of `content/` as they are
 * @throws when there is no such kind, or the title makes no name
 */
export function newEntry(kind: string, title: string, files: ReadonlyMap<string, string>, today: Date): NewEntry {
  const template = globSync(`${kind}.{mdx,yaml}`, { cwd: templates })[0];
  if (!template || !newKinds.includes(kind))
    throw new Error(`There is no kind "${kind}". There are: ${newKinds.join(', ')}.`);
  const collection = kind.replace('/', '-') as Collection;
  const stem = stemOf(kind, title, today);
  if (!stem) throw new Error('Say in quotes what the entry is called: npm run new -- faq "Which is faster?"');
  const name = freeName(kinds[collection].files, stem, files);
  const own = [...files].filter(([file]) => collectionOf(file) === collection);
  const data = own.map(([file, text]) => ({ data: parseFile(file, text).data as Record<string, unknown> }));
  const [framework = '', series = ''] = title.toLowerCase().split(/\s+(.*)/);
  const values: Record<string, string> = {
    title: quoted(title),
    today: isoDay(today),
    order: String(nextNumber(data, 'order')),
    number: String(nextNumber(data, 'number')),
    versions: newestReleases(files).join(', '),
    framework,
    series: quoted(series),
  };
  const text = readFileSync(join(templates, template), 'utf8').replace(
    /\$([a-z]+)/g,
    (whole, key: string) => values[key] ?? whole,
  );
  return { name, text };
}

/** As YAML wants a text, and Prettier quotes it. */
const quoted = (text: string) => (text.includes("'") || text.includes('\\') ? JSON.stringify(text) : `'${text}'`);

/** A release is named after its series, a count after its day, and everything else in words joined by hyphens. */
function stemOf(kind: string, title: string, today: Date): string {
  if (kind === 'counts') return isoDay(today);
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’]/g, '').toLowerCase();
  const words = plain.match(kind === 'releases' ? /[a-z0-9.]+/g : /[a-z0-9]+/g) ?? [];
  let stem = '';
  for (const word of words) if (`${stem}-${word}`.length <= 60) stem = stem ? `${stem}-${word}` : word;
  return stem;
}

function freeName(pattern: string, stem: string, files: ReadonlyMap<string, string>): string {
  for (let at = 1; ; at++) {
    const name = pattern.replace('*', at === 1 ? stem : `${stem}-${at}`);
    if (!files.has(name)) return name;
  }
}

/** The newest series of each framework. */
function newestReleases(files: ReadonlyMap<string, string>): string[] {
  const releases = [...files]
    .filter(([name]) => collectionOf(name) === 'releases')
    .map(([name, text]) => ({
      id: idOf(name),
      ...(parseFile(name, text).data as { framework: string; released: string }),
    }))
    .sort((a, b) => b.released.localeCompare(a.released));
  return [...Map.groupBy(releases, ({ framework }) => framework).values()]
    .map(([newest]) => newest!.id)
    .sort()
    .reverse();
}

if (import.meta.main) {
  const [kind = '', ...words] = process.argv.slice(2);
  try {
    const { name, text } = newEntry(kind, words.join(' ').trim(), readContent(), new Date());
    const file = `content/${name}`;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) throw new Error(`${file} is there already`);
    writeFileSync(file, text);
    const address = addressOf({ collection: kind, id: idOf(name), data: {} });
    const place = address && !address.includes('undefined') ? ` shows it at ${address}` : ' shows it';
    console.log(`Wrote ${file}. Next:
1. Write what is marked TODO, and nothing else has to change. The lines that begin with # explain the fields.
2. npm run check:content   says in seconds what is missing or wrong.
3. npm run dev            ${place} while you write.
4. npx prettier --write ${file}
5. npm test`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
