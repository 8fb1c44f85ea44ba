/** Holds the texts against the word list of `content/README.md`: the field's own term first, plain words after it. */
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import terminology from 'textlint-rule-terminology';
import { unified } from 'unified';
import type { Entry, Problem } from './entry.ts';
import { proseOf } from './prose.ts';

// It was compiled to CommonJS: Node hands over the module where its types promise the plugin.
const plainText = (textPlugin as unknown as { default: typeof textPlugin }).default;

/** A line of the word list. */
export interface Word {
  /** What the guide writes. */
  term: string;
  /** What it does not write in its place, as a regular expression. */
  not: string;
}

/** The word list: the table whose columns are called "We write" and "Not". Empty where there is none. */
export function wordListIn(markdown: string): Word[] {
  return rowsBelow('We write,Not', markdown).map(([term = '', wordings = '']) => ({
    term,
    // A term with capitals is also held to its spelling.
    not: [...(/[A-Z]/.test(term) ? [term] : []), ...wordings.split(', ')].map(patternOf).join('|'),
  }));
}

/** Phrases that look like a number with a unit and are none: the table whose columns are called "Idiom" and "As in". */
export const idiomsIn = (markdown: string): string[] =>
  rowsBelow('Idiom,As in', markdown).flatMap(([wordings = '']) => wordings.toLowerCase().split(', '));

/** The cells of the table with this head, row by row; none where there is no such table. */
function rowsBelow(head: string, markdown: string): string[][] {
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const tables = children.flatMap((node) => (node.type === 'table' ? [node.children] : []));
  const cells = tables.map((rows) => rows.map((row) => row.children.map((cell) => toString(cell))));
  return (cells.find(([first]) => first?.join() === head) ?? []).slice(1);
}

/** "(s)" is a plural that is meant too; between two words stands a space or a hyphen. */
const patternOf = (wording: string) =>
  wording
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\\(s\\)', 's?')
    .replaceAll(/[ -]/g, '[- ]');

/** Every place where a text says otherwise what the list has a term for, and the term has not gone before. */
export async function homemadeWords(entries: readonly Entry[], list: readonly Word[]): Promise<Problem[]> {
  // Most lines hold none of the words, and textlint would take seconds over all of them.
  const suspect = new RegExp(list.map(({ not }) => not).join('|'), 'i');
  const lines = entries.flatMap(proseOf).filter(({ text }) => suspect.test(text));
  const { messages } = await new TextlintKernel().lintText(lines.map(({ text }) => text).join('\n'), {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: plainText }],
    rules: [
      {
        ruleId: 'terminology',
        rule: terminology,
        options: { defaultTerms: false, terms: list.map(({ term, not }) => [`(?:${not})`, term]) },
      },
    ],
  });
  return messages.flatMap(({ message, loc: { start } }) => {
    const line = lines[start.line - 1]!;
    const place = start.column - 1;
    const { term } = list.find(({ not }) => new RegExp(`^(?:${not})`, 'i').test(line.text.slice(place)))!;
    return explains(line.text.slice(0, place), term) ? [] : [line.problemAt(place, uncapitalised(message))];
  });
}

/** Whether the words follow the term in the same sentence: then they explain it. */
function explains(before: string, term: string): boolean {
  const sentence = before.slice(1 + Math.max(...[...'.!?:'].map((mark) => before.lastIndexOf(`${mark} `))));
  return sentence.toLowerCase().includes(term.toLowerCase());
}

const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
