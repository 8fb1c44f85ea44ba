/** What a text may hold: Markdown, the components of the site, and links within the site. */
import type { Heading, Node, Root } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { addressOf } from '../addresses.ts';
import { attributesOf, bodyOf, type ComponentNode } from '../body.ts';
import { attributesOfFigure, attributesOfGiven } from '../figures.ts';
import { inBody, type Entry, type Problem } from '../entry.ts';
import { draw } from '../sketch.ts';
import { partsOfPages } from './names.ts';

/** The components of `src/components/prose` with their attributes; those with a question mark may be left out. */
export const componentsOfTexts: Record<string, string[]> = {
  Annotated: ['claim'],
  Cite: ['claim'],
  CodePair: ['example', 'region?'],
  Figure: attributesOfFigure,
  Given: attributesOfGiven,
  LeanCount: [],
  Package: ['name', 'of'],
  Picture: ['of'],
  Publisher: [],
  Row: ['of'],
  Side: ['of?'],
  Sketch: ['title', 'levels', 'joins?'],
  Term: ['of'],
};

export function faultyBodies(entries: readonly Entry[], routes: readonly string[]): Problem[] {
  const addresses = new Set([...routes, ...entries.flatMap((entry) => addressOf(entry) ?? [])]);
  return entries
    .filter(({ body }) => body.trim() !== '')
    .flatMap((entry) => {
      let root: Root;
      try {
        root = bodyOf(entry.body);
      } catch (error) {
        const { line, reason = (error as Error).message } = error as { line?: number; reason?: string };
        return [inBody(entry, line, `is not MDX: ${reason}`)];
      }
      return [...faultsIn(root, addresses), ...headingFaults(entry, root)].map(({ node, reason }) =>
        inBody(entry, node?.position?.start.line, reason),
      );
    });
}

interface Fault {
  node?: Node | undefined;
  reason: string;
}

function faultsIn(root: Root, addresses: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const say = (node: Node, reason: string | undefined) => reason && faults.push({ node, reason });
  visit(root, (node) => {
    switch (node.type) {
      case 'mdxjsEsm':
        return void say(node, 'a text imports nothing; it may use the components of src/components/prose');
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return void say(node, expressionFault(node));
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return void say(node, componentFault(node));
      case 'image':
      case 'imageReference':
        return void say(node, 'a text shows no images; <Sketch> draws');
      case 'link':
        return void say(node, linkFault(node.url, addresses));
      case 'definition':
        return void say(node, linkFault(node.url, addresses));
      case 'text':
        return void say(node, node.value.includes('`') ? 'a backtick has no partner' : undefined);
      default:
        return;
    }
  });
  return faults;
}

/** In braces only comments may stand. */
const expressionFault = ({ value }: MdxFlowExpression | MdxTextExpression) =>
  value.replace(/\/\*.*?\*\//gs, '').trim() === ''
    ? undefined
    : `"{${value}}" is a program; write braces as \\{ or in backticks`;

function componentFault(node: ComponentNode): string | undefined {
  const known = node.name ? componentsOfTexts[node.name] : undefined;
  if (!known)
    return `<${node.name ?? ''}> is not for texts; there are ${Object.keys(componentsOfTexts).join(', ')} and Markdown`;
  try {
    const given = Object.keys(attributesOf(node));
    const unknown = given.find((name) => !known.includes(name) && !known.includes(`${name}?`));
    if (unknown)
      return `<${node.name}> has no attribute "${unknown}"; it takes ${known.join(', ').replaceAll('?', '')}`;
    const missing = known.find((name) => !name.endsWith('?') && !given.includes(name));
    if (missing) return `<${node.name}> lacks its "${missing}"`;
    return node.name === 'Sketch' ? sketchFault(attributesOf(node)) : undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Why the drawing cannot be drawn. */
function sketchFault({ levels, joins }: ReturnType<typeof attributesOf>): string | undefined {
  try {
    draw(levels as string[][], joins as string[] | undefined);
    return undefined;
  } catch (error) {
    return `<Sketch>: ${(error as Error).message}`;
  }
}

/** Pages whose places are entries, with the kind of entry. */
const pagesOfPlaces: Record<string, string> = {
  '/evidence/': 'claims',
  '/compare/': 'capabilities',
  '/decisions/': 'decisions',
  '/glossary/': 'glossary',
};

function linkFault(url: string, addresses: ReadonlySet<string>): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return `"${url}" is another site, which is linked in sources/ only`;
  if (url.startsWith('#')) return undefined;
  if (!url.startsWith('/')) return `"${url}" must be written from the root, such as /faq/name/`;
  try {
    decodeURI(url);
  } catch {
    return `"${url}" is no address: a percent sign is written %25`;
  }
  const [path, fragment] = url.split('#') as [string, string | undefined];
  if (!addresses.has(path)) {
    const slashed = addresses.has(`${path}/`) ? '; an address ends with a slash' : '';
    return `"${url}" leads to a page that is not there${slashed}`;
  }
  const kind = pagesOfPlaces[path] ?? (path.startsWith('/guide/') && path !== '/guide/' ? 'sections' : undefined);
  if (!fragment || !kind || addresses.has(url)) return undefined;
  const { names, prefixes } = partsOfPages[kind]!;
  if (names.includes(fragment) || prefixes.some((prefix) => fragment.startsWith(prefix))) return undefined;
  return `"${url}" leads to a place that is not there`;
}

const useCaseHeadings = ['Why', 'When to choose the other one', 'What it looks like'];

function headingFaults({ collection }: Entry, root: Root): Fault[] {
  const headings: Heading[] = [];
  visit(root, 'heading', (node) => void headings.push(node));
  // Sections of a chapter share one page, whose headings are their titles.
  if (collection === 'sections' || collection === 'chapters')
    return headings.slice(0, 1).map((node) => ({ node, reason: 'a section has no headings of its own' }));
  // Use cases can be compared because they are told in one order.
  const told = headings.filter(({ depth }) => depth === 2).map((node) => toString(node).trim());
  if (collection === 'use-cases' && told.join('|') !== useCaseHeadings.join('|'))
    return [
      { node: headings[0], reason: `its headings must be ${useCaseHeadings.map((each) => `"${each}"`).join(', ')}` },
    ];
  return headings.flatMap((node, at) =>
    node.depth > (headings[at - 1]?.depth ?? 1) + 1 || node.depth === 1
      ? [{ node, reason: `a heading of level ${node.depth} cannot stand here; the first level below the title is ##` }]
      : [],
  );
}
