/** Checks all of `content/` from its files alone: each file by itself, then each entry beside the others. */
import type { z } from 'astro/zod';
import { inField, type Entry, type Path, type Problem } from './entry.ts';
import { asPrinted } from './figures.ts';
import { normalised, parseFile } from './files.ts';
import { problemsAmong, type Surroundings } from './rules/index.ts';
import { typedNumbers } from './rules/figures.ts';
import { strayCharacters, unwritten } from './rules/texts.ts';
import { kinds, type Collection, type Kind } from './schema/index.ts';
import { homemadeWords, idiomsIn, wordListIn } from './words.ts';

/**
 * Everything that an author has to mend, file by file.
 * @param files the files of `content/`, by their paths from there
 */
export async function checkContent(files: ReadonlyMap<string, string>, surroundings: Surroundings): Promise<Problem[]> {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  for (const [name, text] of files) {
    const collection = collectionOf(name);
    if (!collection) {
      problems.push(...strayFile(name));
      continue;
    }
    problems.push(...strayCharacters(`content/${name}`, normalised(text)));
    for (const entry of entriesIn(name, text, collection, problems)) entries.push(entry);
  }
  problems.push(...missingCollections(files), ...unwritten(entries), ...(await wordProblems(files, entries)));
  problems.push(...typedNumbers(entries, idiomsIn(files.get('README.md') ?? '')));
  // What a field holds is of no use to the rules where the schema refuses it already.
  const faulty = new Set(problems.map(({ file, field }) => `${file} ${topField(field)}`));
  const checked = problems.some(({ field }) => field.startsWith('calculator'))
    ? entries.filter(({ collection }) => !collection.startsWith('calculator-'))
    : entries;
  problems.push(
    ...problemsAmong(checked, surroundings).filter(({ file, field }) => !faulty.has(`${file} ${topField(field)}`)),
  );
  return problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0));
}

const topField = (field: string) => /^[^.]*/.exec(field)![0];

const patterns = Object.entries(kinds).map(([collection, { files }]) => ({
  collection: collection as Collection,
  pattern: new RegExp(`^${files.replaceAll('.', '\\.').replace('*', '([^/]+)')}$`),
}));

/** The kind of entry that a file holds, by its place and its name. */
export function collectionOf(name: string): Collection | undefined {
  return patterns.find(({ pattern }) => pattern.test(name))?.collection;
}

/** The file stem of an entry; the folder of an example. */
export function idOf(name: string): string {
  const { pattern } = patterns.find((each) => each.pattern.test(name))!;
  return pattern.exec(name)![1] ?? '';
}

/** The entries of a file, with the values that the schema makes of them. */
function entriesIn(name: string, text: string, collection: Collection, problems: Problem[]): Entry[] {
  const { data, body, bodyLine, faults, lineOf } = parseFile(name, text);
  const file = `content/${name}`;
  problems.push(...faults.map(({ line, reason }) => ({ file, line, field: '', reason })));
  const base = { collection, file, body, bodyLine };
  const broken = faults.some(({ reason }) => /^(is not|begins without)/.test(reason));
  if (collection !== 'topics') {
    const entry: Entry = { ...base, id: idOf(name), data: asRecord(data), lineOf };
    return [broken ? { ...entry, data: {}, body: '' } : checkedBySchema(entry, problems)];
  }
  if (broken) return [];
  if (!Array.isArray(data)) {
    problems.push({ file, field: '', reason: 'must be a list of topics, each with id, kind and label' });
    return [];
  }
  return data.map((item: unknown, at) => {
    const topic = asRecord(item);
    const entry: Entry = {
      ...base,
      id: String(topic['id'] ?? ''),
      data: topic,
      lineOf: (path) => lineOf([at, ...path]),
    };
    return checkedBySchema(entry, problems);
  });
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The entry as the build gets it; where the schema refuses fields, without them. */
function checkedBySchema(entry: Entry, problems: Problem[]): Entry {
  const { schema }: Kind = kinds[entry.collection as Collection];
  const result = schema.safeParse(entry.data);
  if (result.success) return { ...entry, data: result.data as Record<string, unknown> };
  for (const issue of result.error.issues) problems.push(...asProblems(entry, issue));
  const refused = new Set(result.error.issues.map(({ path }) => path[0]));
  return { ...entry, data: Object.fromEntries(Object.entries(entry.data).filter(([field]) => !refused.has(field))) };
}

function asProblems(entry: Entry, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      inField(entry, [...path, key], `is no field ${path.length > 0 ? 'here' : `of ${entry.collection}`}`),
    );
  return [inField(entry, path, reasonOf(issue, valueAt(entry.data, path)))];
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], data);

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty';
  const size = (bound: 'at least' | 'at most', limit: number | bigint) => {
    if (typeof value === 'string')
      return value.trim() === '' ? 'is empty' : `has ${asPrinted(value.trim()).length} characters; ${bound} ${limit}`;
    return Array.isArray(value)
      ? `has ${value.length} items; ${bound} ${limit}`
      : `is ${String(value)}; ${bound} ${limit}`;
  };
  switch (issue.code) {
    case 'too_small':
      return size('at least', issue.minimum);
    case 'too_big':
      return size('at most', issue.maximum);
    case 'invalid_value':
      return `is ${JSON.stringify(value)}; it must be one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `must be ${aOr(issue.expected)}, not ${JSON.stringify(value)}`;
    default:
      return issue.message.startsWith('Invalid') ? `${JSON.stringify(value)} is not allowed here` : issue.message;
  }
}

/** What YAML's writer calls the types of the schema. */
const aOr = (type: string) =>
  ({
    string: 'a text (quote it)',
    array: 'a list',
    object: 'a group of fields',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  })[type] ?? type;

/** Every kind of entry has entries; without them pages would be empty. Some kinds may well have none. */
function missingCollections(files: ReadonlyMap<string, string>): Problem[] {
  const present = new Set([...files.keys()].map(collectionOf));
  return Object.entries(kinds)
    .filter(([collection]) => !present.has(collection as Collection))
    .map(([, { files: pattern }]) => ({
      file: `content/${pattern}`,
      field: '',
      reason: pattern.includes('*') ? 'there is no such file; every kind of entry needs one' : 'the file is missing',
    }));
}

async function wordProblems(files: ReadonlyMap<string, string>, entries: readonly Entry[]): Promise<Problem[]> {
  const list = wordListIn(files.get('README.md') ?? '');
  if (list.length > 0) return homemadeWords(entries, list);
  const reason = 'has no word list: a table with the columns "We write" and "Not"';
  return [{ file: 'content/README.md', field: '', reason }];
}

/** What stands in `content/` and is neither an entry nor a part of one. */
function strayFile(name: string): Problem[] {
  // A study's folder also holds what it runs on, whose fingerprints stand in its record.
  const isOfStudy = /^studies\/[^/]+\/(?!(study|runs)\.)/.test(name);
  if (name === 'README.md' || /^examples\/[^/]+\/[^/]+\//.test(name) || isOfStudy) return [];
  const [folder, ...rest] = name.split('/') as [string, ...string[]];
  const places = Object.values(kinds).map(({ files }) => files);
  const nearby = places.filter((files) => files.startsWith(`${folder}/`));
  const expected = nearby.length > 0 && rest.length > 0 ? nearby : places;
  return [
    {
      file: `content/${name}`,
      field: '',
      reason: `nothing reads this file; move or rename it, as ${nearby.length > 0 ? 'here' : 'in content/'} entries are ${expected.join(', ')}`,
    },
  ];
}
