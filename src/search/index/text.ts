/** The plain text of an entry. */
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Answering, Capability, Term } from '../../entries/queries.ts';
const parser = unified().use(remarkParse).use(remarkMdx);
export function textOf(entry: Answering | Term | Capability): string {
  const parts =
    entry.collection === 'glossary'
      ? [entry.data.definition, entry.data.inFlask ?? '', entry.data.inDjango ?? '']
      : entry.collection === 'capabilities'
        ? [entry.data.flask.what, entry.data.django.what, entry.data.nuance]
        : parser.parse(entry.body ?? '').children.map((node) => (node.type === 'code' ? '' : toString(node)));
  return parts.join(' ').replaceAll('`', '').replace(/\s+/g, ' ').trim();
}
