/**
 * Reads the files of `content/`: the one reader of YAML and front matter, for the build, the checks and the tools.
 * Dates stay text, so that a day which does not exist is not turned into another.
 */
import { globSync, readFileSync } from 'node:fs';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Path } from './entry.ts';

/** What stands in a file of `content/`. */
export interface FileContent {
  data: unknown;
  /** The text below the front matter; empty for data files. */
  body: string;
  /** The line on which the body begins, from 1. */
  bodyLine: number;
  /** What keeps the data from being read, and what its author will not have meant. */
  faults: { line: number; reason: string }[];
  lineOf(path: Path): number | undefined;
}

/** Every file below `content/` by its path from there, without what an operating system or Python leaves behind. */
export function readContent(folder = 'content'): Map<string, string> {
  const names = globSync('**/*', { cwd: folder, withFileTypes: true, exclude: (each) => isByProduct(each.name) })
    .filter((each) => each.isFile() && !each.name.startsWith('.'))
    .map((each) => `${each.parentPath}/${each.name}`.replaceAll('\\', '/').slice(folder.length + 1))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

const isByProduct = (name: string) => name === '__pycache__';

/** The text with one kind of line end and without a byte order mark. */
export const normalised = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** The data of a YAML text. */
export const readYaml = (text: string): unknown => parseDocument(normalised(text)).toJS();

/** Reads a file by its name: `.mdx` has front matter, `.json` and `.yaml` are data. */
export function parseFile(name: string, original: string): FileContent {
  const text = normalised(original);
  if (name.endsWith('.json')) return parseJson(text);
  if (!name.endsWith('.mdx')) return parseYaml(text, 0);
  const front = /^---\n(.*?)^---[ \t]*(?:\n|$)/ms.exec(text);
  if (!front) {
    const reason = 'begins without front matter, the fields between two lines of ---';
    return { data: {}, body: text, bodyLine: 1, faults: [{ line: 1, reason }], lineOf: () => undefined };
  }
  const body = text.slice(front[0].length);
  return { ...parseYaml(front[1]!, 1), body, bodyLine: front[0].split('\n').length };
}

function parseJson(text: string): FileContent {
  const read = { body: '', bodyLine: 1, lineOf: () => undefined };
  try {
    return { ...read, data: JSON.parse(text) as unknown, faults: [] };
  } catch (error) {
    return { ...read, data: {}, faults: [{ line: 1, reason: `is not JSON: ${(error as Error).message}` }] };
  }
}

/** @param above how many lines of the file stand above the text */
function parseYaml(text: string, above: number): FileContent {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + above;
  const faults = document.errors.map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    reason: `is not YAML: ${message}`,
  }));
  return {
    data: faults.length > 0 ? {} : (document.toJS() as unknown),
    body: '',
    bodyLine: 1,
    faults: [...faults, ...cutLines(document, text, lineAt)],
    lineOf: (path) => offsetOf(document, path, lineAt),
  };
}

/** Behind a space, # begins a comment: an unquoted text that has one ends there, and its author may not have noticed. */
function cutLines(document: Document, text: string, lineAt: (offset: number) => number): FileContent['faults'] {
  const found: FileContent['faults'] = [];
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || node.type !== 'PLAIN' || typeof node.value !== 'string' || !node.range) return;
      const rest = /^[ \t]+#.*/.exec(text.slice(node.range[1]));
      if (rest)
        found.push({
          line: lineAt(node.range[1]),
          reason: `"${rest[0].trim()}" is left out, as # begins a comment: quote the text, or put the comment on its own line`,
        });
    },
  });
  return found;
}

function offsetOf(document: Document, path: Path, lineAt: (offset: number) => number): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = (pair.key as { range?: [number, number, number] }).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
      node = node.items[step];
      offset = (node as { range?: [number, number, number] }).range?.[0] ?? offset;
    } else break;
  }
  return offset === undefined ? undefined : lineAt(offset);
}
