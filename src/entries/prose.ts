/** What an entry says in our own words, line by line, for the rules about wording. Pure. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { attributesOf, bodyOf, type ComponentNode, type Value } from './body.ts';
import { withoutTags } from './figures.ts';
import { writtenByLab } from './schema/index.ts';
import { inBody, inField, textsIn, type Entry, type Path, type Problem } from './entry.ts';

/** A text without line ends. Code and quotations in it are filled with dots, so that every word keeps its place. */
export interface Prose {
  text: string;
  /** Where it stands in the data; undefined for the text below the front matter. */
  path?: Path;
  /** A problem with what stands at a place of the text. */
  problemAt(place: number, reason: string): Problem;
}

/** Kinds of entry that hold no words of ours for readers, or, in the trial, words that were judged as they stand. */
const wordless = new Set([...writtenByLab, 'calculator-trial']);

/** Fields that hold other people's words: what they ask and say, and how they call themselves and their documents. */
const othersWords = new Set([
  'aliases',
  'asked',
  'for',
  'locator',
  'organisation',
  'project',
  'publisher',
  'quote',
  'said',
  'url',
]);

/** Every text of an entry, field by field and then paragraph by paragraph. */
export function proseOf(entry: Entry): Prose[] {
  if (wordless.has(entry.collection)) return [];
  return [...fieldsOf(entry), ...paragraphsOf(entry)];
}

function fieldsOf(entry: Entry): Prose[] {
  return textsIn(entry.data)
    .filter(({ path, text }) => !path.some((step) => othersWords.has(String(step))) && !isName(text))
    .filter(({ path }) => !(entry.collection === 'sources' && path[0] === 'title'))
    .map(({ path, text }) => ({
      text: ownWords(withoutTags(text.replace(/`[^`]*`/g, dots))),
      path,
      problemAt: (_place, reason) => inField(entry, path, reason),
    }));
}

/** A file stem or the name of an option: names that nobody reads as prose. */
const isName = (text: string) => /^[a-z\d]+([./_-][a-z\d]+)*$/.test(text);

function paragraphsOf(entry: Entry): Prose[] {
  let root;
  try {
    root = bodyOf(entry.body);
  } catch {
    // Why it cannot be read is told by the rule about texts.
    return [];
  }
  const found: Prose[] = [];
  const add = (text: string, line: number | undefined) =>
    found.push({
      text: ownWords(text),
      problemAt: (place, reason) => inBody(entry, line && line + linesIn(text.slice(0, place)), reason),
    });
  visit(root, (node: Nodes) => {
    const line = node.position?.start.line;
    if (node.type === 'code' || node.type === 'blockquote') return 'skip';
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Sketch')
      for (const text of textsOf(attributesOf(node as ComponentNode))) add(text, line);
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    add(words(node), line);
    return 'skip';
  });
  return found;
}

/** The words of a node, in which code and numbers of others are filled with dots. */
const words = (node: Nodes): string =>
  node.type === 'inlineCode'
    ? dots(node.value)
    : node.type === 'mdxJsxTextElement' && node.name === 'Given'
      ? dots(toString(node))
      : 'children' in node
        ? (node.children as Nodes[]).map(words).join('')
        : toString(node);

const textsOf = (values: Record<string, Value>): string[] => textsIn(values).map(({ text }) => text);

const dots = (text: string) => text.replace(/[^\n]/g, '·');
const linesIn = (text: string) => text.split('\n').length - 1;

/** The text without what it quotes. */
const ownWords = (text: string): string => text.replaceAll('\n', ' ').replace(/“[^”]*”|"[^"]*"/g, dots);
