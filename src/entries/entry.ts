/** An entry and what can be wrong with it, as the rules see them. Pure: no Astro, no files. */

/** Where a value stands in an entry: names of fields and places in lists, such as `['changes', 0, 'date']`. */
export type Path = readonly (string | number)[];

export interface Entry {
  collection: string;
  id: string;
  /** The file as an author sees it, from the project's root. */
  file: string;
  data: Record<string, unknown>;
  /** The text below the front matter; empty for data files. */
  body: string;
  /** The line of the file on which a value stands. */
  lineOf?: (path: Path) => number | undefined;
  /** The line of the file on which the body begins. */
  bodyLine?: number;
}

/** Something that an author has to mend. */
export interface Problem {
  file: string;
  line?: number | undefined;
  /** Empty where the file as a whole is meant. */
  field: string;
  reason: string;
}

/** A problem with a field of an entry. */
export function inField(entry: Entry, path: string | Path, reason: string): Problem {
  const steps = typeof path === 'string' ? [path] : path;
  return { file: entry.file, line: entry.lineOf?.(steps), field: fieldName(steps), reason };
}

/** A problem with the text below the front matter; the line counts from the beginning of that text. */
export function inBody(entry: Entry, line: number | undefined, reason: string): Problem {
  const start = entry.bodyLine;
  return { file: entry.file, line: start && line && start + line - 1, field: 'body', reason };
}

/** Such as `changes.date`; which of a list is meant, the line says. */
const fieldName = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');

/** The line that an author reads: file, field and reason, with the line where it is known. */
export function told({ file, line, field, reason }: Problem): string {
  return [line ? `${file}:${line}` : file, ...(field ? [field] : []), reason].join(': ');
}

export const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
export const strings = (value: unknown): string[] => list(value).filter((item) => typeof item === 'string');

/** Every text in the data of an entry, with its place. */
export function textsIn(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, at) => textsIn(item, [...path, at]));
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([field, inner]) => textsIn(inner, [...path, field]));
}

/** The entries of a collection. */
export const of = (entries: readonly Entry[], ...collections: string[]): Entry[] =>
  entries.filter(({ collection }) => collections.includes(collection));

/** The kinds of entry that answer something. */
export const articleCollections = ['sections', 'use-cases', 'faq', 'pages'];

/** What readers call an entry. */
export const titleOf = ({ data }: Entry): string =>
  String(data['title'] ?? data['question'] ?? data['statement'] ?? data['term'] ?? '');

/** One problem for each entry that repeats the key of an earlier one. */
export function repeated(
  entries: readonly Entry[],
  key: (entry: Entry) => string,
  say: (entry: Entry, first: Entry) => Problem,
): Problem[] {
  const firsts = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const first = firsts.get(key(entry));
    if (first) return [say(entry, first)];
    firsts.set(key(entry), entry);
    return [];
  });
}
