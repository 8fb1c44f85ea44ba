/**
 * What an entry says, without what only its page needs: its body and every component in it as plain Markdown nodes. The
 * Markdown edition and the text that is searched are both made of them, so what is no content is said here alone. Pure.
 */
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Printed } from '../records/figure.ts';
import { pictures, type PictureName } from '../vocabulary.ts';
import { attributesOf, type ComponentNode, type Value } from './body.ts';

declare module 'mdast' {
  interface Data {
    /** Stands beside the words of the entry: a note, a number to follow, a caption. Not searched. */
    beside?: boolean;
  }
}

/** What the components of a text name by a stem. Each function throws where there is nothing of that name. */
export interface References {
  claim(id: string): {
    number: number;
    statement: string;
    verdict: string;
    note: string;
    /** The document that it rests on first. */
    source: { title: string; address: string | undefined } | undefined;
    path: string;
  };
  row(id: string): { number: number; path: string };
  term(id: string): { path: string };
  /** A package that a row of the comparison lists: its newest release and how it is kept, in words. */
  package(row: string, name: string): { seen: string };
  /** A measured number, as its attributes name it. */
  figure(wanted: Record<string, unknown>): Printed;
  /** The source that gives a number. */
  given(source: string): { path: string };
  /** Who publishes this copy and how to reach them, in words; the address, where there is one. */
  publisher(): { named: string; reached: string; address: string | undefined };
  /** How many entries come down on which side; the first line names the columns. */
  leans(): readonly (readonly string[])[];
  example(id: string, region: string): { title: string; told: string; samples: Sample[] };
}

/** The parts of a system: the boxes of each level from top to bottom, and which leads to which. */
export interface SketchOf {
  title: string;
  levels: readonly (readonly string[])[];
  joins?: readonly string[] | undefined;
}

/** A piece of a program, with who does the job and what that took. */
export interface Sample {
  label: string;
  remark: string;
  code: string;
}

type Made = RootContent[];
type Attributes = Record<string, Value>;
type Component = (attributes: Attributes, children: Made, references: References) => Made;

/** Each component that a text may use, as plain nodes. */
const components: Record<string, Component> = {
  Term: ({ of }, children, { term }) => [link(term(name(of)).path, children as PhrasingContent[])],
  Cite: ({ claim }, _, references) => {
    const { number, path } = references.claim(name(claim));
    return [beside(link(path, [text(`Claim ${number}`)]))];
  },
  Row: ({ of }, _, { row }) => {
    const { number, path } = row(name(of));
    return [beside(link(path, [text(`Comparison, row R${number}`)]))];
  },
  Package: ({ name: of, of: row }, _, references) => {
    const { number, path } = references.row(name(row));
    const { seen } = references.package(name(row), name(of));
    return [strong(name(of)), beside(text(` ${seen} `)), beside(link(path, [text(`Comparison, row R${number}`)]))];
  },
  Figure: (wanted, _, references) => {
    const { text: said, mark, details, path } = references.figure(wanted);
    return [link(path, [text(said)], details), ...(mark ? [text(` (${mark})`)] : [])];
  },
  Given: ({ source }, children, { given }) =>
    source === undefined ? children : [link(given(name(source)).path, children as PhrasingContent[])],
  Publisher: (_, __, { publisher }) => {
    const { named, reached, address } = publisher();
    return [paragraph(text(`${named} `), address ? link(address, [text(reached)]) : text(reached))];
  },
  LeanCount: (_, __, { leans }) => [beside(table(leans()))],
  Annotated: ({ claim }, children, references) => {
    const { number, statement, verdict, note, source, path } = references.claim(name(claim));
    const found = [strong(`${verdict}.`), text(' '), ...inline(note), text(' '), link(path, [text(`Claim ${number}`)])];
    const title = source && inline(source.title);
    const first = title && [text(' First source: '), ...(source.address ? [link(source.address, title)] : title)];
    return [
      ...children,
      beside(quote([paragraph(text('“'), ...inline(statement), text('”')), paragraph(...found, ...(first ?? []))])),
    ];
  },
  Side: (_, children) => children,
  CodePair: ({ example, region = 'shown' }, _, references) => {
    const { title, told, samples } = references.example(name(example), name(region));
    return [
      beside(paragraph(strong(`${title}.`), text(' '), ...inline(told))),
      ...samples.flatMap(({ label, remark, code }) => [
        beside(paragraph(strong(label), text(`, ${remark}:`))),
        codeBlock('python', code),
      ]),
    ];
  },
  Picture: ({ of }) => {
    const told = pictures[name(of) as PictureName] as string | undefined;
    if (!told) throw new Error(`there is no picture "${name(of)}"; there are ${Object.keys(pictures).join(', ')}`);
    return [beside(paragraph(text(told)))];
  },
  Sketch: ({ title, levels, joins }) => [
    sketchInWords({ title: name(title), levels: levels as string[][], joins: joins as string[] | undefined }),
  ],
};

/** What a sketch shows, in words. */
export function sketchInWords({ title, levels, joins }: SketchOf): BlockContent {
  const pairs = joins
    ? joins.map((join) => join.split('>') as [string, string])
    : levels.slice(1).flatMap((level, above) => levels[above]!.map((from) => [from, level.join(' and ')] as const));
  const words = pairs.map(([from, to]) => `${from} leads to ${to}.`).join(' ');
  return beside(paragraph(strong(`${title}.`), text(` ${words}`)));
}

/**
 * A body as plain nodes. The tree that it is made of stays as it is.
 * @throws when the text uses a component that there is not, or computes something
 */
export function plainBody(body: Root, references: References): Root {
  return { type: 'root', children: plain(body.children, references) };
}

function plain(nodes: readonly RootContent[], references: References): Made {
  return nodes.flatMap((node): Made => {
    switch (node.type) {
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (/^\s*\/\*.*\*\/\s*$/s.test(node.value)) return [];
        throw new Error(`a text computes nothing, but here stands {${node.value}}`);
      case 'mdxjsEsm':
        throw new Error('a text imports nothing');
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const component = components[node.name ?? ''];
        if (!component) throw new Error(`there is no component <${node.name}>`);
        const children = plain(node.children, references);
        return component(attributesOf(node as ComponentNode), children, references);
      }
      default:
        return 'children' in node ? [{ ...node, children: plain(node.children, references) } as RootContent] : [node];
    }
  });
}

/** The words of plain nodes, as they are searched: without code, pictures of text, and what stands beside it. */
export function plainText(root: Root): string {
  const parts: string[] = [];
  visit(root, (node: Nodes) => {
    if (node.data?.beside || node.type === 'code') return 'skip';
    if (node.type === 'tableRow') {
      // In one line, nothing else tells where a cell ends, and where a row.
      const cells = node.children.map(saidIn).filter(Boolean);
      if (cells.length > 0) parts.push(`${cells.join(' · ')}.`.replace(/([.!?])\.$/, '$1'));
    } else if (node.type === 'paragraph' || node.type === 'heading') parts.push(saidIn(node));
    else return;
    return 'skip';
  });
  return parts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}

const saidIn = (node: Extract<Nodes, { children: unknown }>): string =>
  toString({ ...node, children: (node.children as Nodes[]).filter(({ data }) => !data?.beside) }).trim();

function name(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error(`expected a name, not ${JSON.stringify(value)}`);
}

const beside = <Node extends Nodes>(node: Node): Node => ({ ...node, data: { ...node.data, beside: true } });

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
export const link = (url: string, children: PhrasingContent[], title?: string): PhrasingContent =>
  ({ type: 'link', url, title, children }) as PhrasingContent;
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
export const codeBlock = (lang: string, value: string): BlockContent => ({ type: 'code', lang, value });
/** A table of lines, the first of which names the columns. */
export const table = (rows: readonly (readonly string[])[]): BlockContent => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
  })),
});
const quote = (children: BlockContent[]): BlockContent => ({ type: 'blockquote', children });

/** A line of prose from a data file, in which backticks make code. */
export function inline(line: string): PhrasingContent[] {
  return line
    .split('`')
    .map((part, at): PhrasingContent => (at % 2 === 1 ? { type: 'inlineCode', value: part } : text(part)))
    .filter((node) => 'value' in node && node.value !== '');
}
