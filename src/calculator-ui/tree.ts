/**
 * Markup as plain values, so that one set of functions draws the result in the build and in the browser.
 * The build writes it as HTML, the browser makes nodes of it; text is only ever text.
 */
import { escape } from 'html-escaper';

export interface Branch {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: readonly Tree[];
}
export type Tree = Branch | string;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element. Attributes that are undefined or false are left out. */
export function h(name: string, attributes: Attributes = {}, ...content: readonly (Tree | readonly Tree[])[]): Branch {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined || value === false ? [] : [[key, value === true ? '' : String(value)] as const],
      ),
    ),
    content: content.flat(),
  };
}

/** A table of figures: the first cell of each row is its head. */
export function dataTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Tree)[])[],
): Branch {
  return h(
    'table',
    {},
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((text) => h('th', { scope: 'col' }, text)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((cells) =>
        h(
          'tr',
          {},
          cells.map((text, at) => (at === 0 ? h('th', { scope: 'row' }, text) : h('td', {}, text))),
        ),
      ),
    ),
  );
}

const empty = ['br', 'input'];

export function toHtml(tree: Tree | readonly Tree[]): string {
  if (typeof tree === 'string') return escape(tree);
  if (!('name' in tree)) return tree.map(toHtml).join('');
  const { name, attributes, content } = tree;
  const open = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${open.join('')}>${empty.includes(name) ? '' : `${toHtml(content)}</${name}>`}`;
}

const svg = 'http://www.w3.org/2000/svg';

export function toNode(tree: Tree, space?: string): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const { name, attributes, content } = tree;
  const inside = name === 'svg' ? svg : space;
  const made = inside ? document.createElementNS(inside, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content.map((child) => toNode(child, inside)));
  return made;
}
