/** Reads the part of a code sample that is printed. Pure. */
import { escape } from 'html-escaper';
import prism from 'prismjs';
import 'prismjs/components/prism-python.js';

/** What a part of code is, as far as it is set apart: a remark or a text. */
export type Kind = 'comment' | 'string';

/** A line of code, cut into parts so that each kind can be set apart. */
export interface Line {
  parts: { text: string; kind?: Kind }[];
  /** Ends with `# marked` in the file: a line that only this side needs. */
  marked: boolean;
}

const mark = /\s*# marked$/;
/** Lines may end as Windows ends them. */
const linesOf = (source: string) => source.split(/\r?\n/);

/**
 * The lines between `# region NAME` and `# endregion`.
 * @throws when the file has no such region or the region is not closed.
 */
export function region(source: string, name: string): Line[] {
  const lines = linesOf(source);
  const start = lines.findIndex((line) => line.trim() === `# region ${name}`);
  const end = lines.findIndex((line, index) => index > start && line.trim() === '# endregion');
  if (start < 0 || end < 0) throw new Error(`has no closed region "${name}"`);
  const shown = lines.slice(start + 1, end);
  const parted = inParts(shown.map((line) => line.replace(mark, '')).join('\n'));
  return shown.map((line, index) => ({ parts: parted[index]!, marked: mark.test(line) }));
}

/**
 * The region of that name in the one file of several that has it.
 * @throws when none or more than one has it
 */
export function regionAmong(sources: readonly string[], name: string): Line[] {
  const having = sources.filter((source) => linesOf(source).some((line) => line.trim() === `# region ${name}`));
  if (having.length > 1) throw new Error(`has the region "${name}" in ${having.length} files`);
  return region(having[0] ?? '', name);
}

/** Lines as HTML: `<i>` around comments, a class around texts, `<b>` around marked lines; all is escaped. */
export function codeHtml(lines: readonly Line[]): string {
  return lines
    .map(({ parts, marked }) => {
      const html = parts.map(partHtml).join('');
      return marked ? `<b>${html}</b>` : html;
    })
    .join('\n');
}

function partHtml({ text, kind }: Line['parts'][number]): string {
  if (!kind) return escape(text);
  return kind === 'comment' ? `<i>${escape(text)}</i>` : `<span class="${kind}">${escape(text)}</span>`;
}

/** The names of Prism's tokens that are set apart. */
const kinds: Record<string, Kind> = {
  comment: 'comment',
  string: 'string',
  'triple-quoted-string': 'string',
  'string-interpolation': 'string',
};

function inParts(code: string): Line['parts'][] {
  const lines: Line['parts'][] = [[]];
  const add = (text: string, kind: Kind | undefined) => {
    text.split('\n').forEach((piece, index) => {
      if (index > 0) lines.push([]);
      const parts = lines.at(-1)!;
      const last = parts.at(-1);
      // What is not set apart stands in one piece.
      if (last && !last.kind && !kind) last.text += piece;
      else if (piece) parts.push({ text: piece, ...(kind && { kind }) });
    });
  };
  for (const token of prism.tokenize(code, prism.languages['python']!)) {
    if (typeof token === 'string') add(token, undefined);
    else add(textOf(token), kinds[token.type]);
  }
  return lines;
}

function textOf(token: string | Prism.Token): string {
  if (typeof token === 'string') return token;
  return Array.isArray(token.content) ? token.content.map(textOf).join('') : textOf(token.content);
}
