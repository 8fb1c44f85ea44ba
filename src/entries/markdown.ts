/** Writes an entry as Markdown, for readers that are programs. Pure. */
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { inline, link, paragraph, strong, text } from './plain.ts';

/** What the Markdown edition of an entry is made of. Every line may hold backticks; paths begin at the root. */
export interface Edition {
  title: string;
  verdict?: string | undefined;
  /** The reason for the verdict, in one line. */
  because?: string | undefined;
  answer?: string | undefined;
  /** The entry in a few lines. */
  inShort?: readonly string[];
  facts?: readonly { term: string; detail: string }[];
  body: readonly RootContent[];
  flipsIf?: string | undefined;
  /** Entries that stand in the page of this one. */
  sections?: readonly Edition[];
  /** When it was checked and against what. */
  checked?: string;
  claims?: readonly CitedClaim[];
  /** What real teams decided. */
  decisions?: DecisionsInEdition;
}

/** Decisions of real teams, and how they were found where somebody did not choose them. */
export interface DecisionsInEdition {
  title: string;
  method?: string;
  teams: readonly { title: string; path: string; told: string }[];
}

/** A claim that an entry cites, with the documents that the claim rests on. */
export interface CitedClaim {
  number: number;
  statement: string;
  verdict: string;
  path: string;
  sources: readonly { title: string; address: string | undefined; locator: string }[];
}

const writer = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, { bullet: '-', rule: '-' });

/** @param address gives the address of a path from the root, which readers anywhere can follow */
export function markdownOf(edition: Edition, address: (path: string) => string): string {
  const root: Root = {
    type: 'root',
    children: [...contentOf(edition, 1), ...decidedIn(edition), ...evidenceOf(edition)],
  };
  // Nodes may be shared with others, so addresses change in a copy.
  const copy = structuredClone(root);
  visit(copy, 'link', (node) => {
    if (node.url.startsWith('/')) node.url = address(node.url);
  });
  return writer.stringify(copy);
}

function contentOf(edition: Edition, depth: 1 | 2): RootContent[] {
  const { title, verdict, because, answer, inShort = [], facts = [], body, flipsIf, sections = [], checked } = edition;
  return [
    heading(depth, title),
    ...(verdict ? [paragraph(strong(`${verdict}.`), ...(because ? inline(` ${because}`) : []))] : []),
    ...(answer ? [paragraph(...inline(answer))] : []),
    ...(inShort.length > 0 ? [list(inShort.map(inline))] : []),
    ...(facts.length > 0
      ? [list(facts.map(({ term, detail }) => [strong(`${term}:`), text(' '), ...inline(detail)]))]
      : []),
    ...body,
    ...(flipsIf ? [paragraph(strong('This flips if'), text(' '), ...inline(flipsIf))] : []),
    ...sections.flatMap((section) => contentOf(section, 2)),
    ...(checked ? [paragraph(text(checked))] : []),
  ];
}

function decidedIn({ decisions }: Edition): RootContent[] {
  if (!decisions || decisions.teams.length === 0) return [];
  const { title: name, method, teams } = decisions;
  return [
    heading(2, name),
    ...(method ? [paragraph(text(method))] : []),
    list(teams.map(({ title, path, told }) => [link(path, [text(title)]), text(`: ${told}`)])),
  ];
}

function evidenceOf({ claims = [] }: Edition): RootContent[] {
  if (claims.length === 0) return [];
  return [
    heading(2, 'The claims behind this page'),
    list(
      claims.map(({ number, statement, verdict, path }) => [
        link(path, [text(`Claim ${number}`)]),
        text(': '),
        ...inline(statement),
        text(' '),
        strong(`${verdict}.`),
      ]),
    ),
    heading(2, 'Sources'),
    list(
      claims.flatMap(({ number, sources }) =>
        sources.map(({ title, address, locator }) => [
          text(`Claim ${number}: `),
          ...(address ? [link(address, inline(title))] : inline(title)),
          text(', '),
          ...inline(locator),
        ]),
      ),
    ),
  ];
}

export const heading = (depth: 1 | 2 | 3, line: string): RootContent => ({
  type: 'heading',
  depth,
  children: inline(line),
});

export const list = (items: readonly PhrasingContent[][]): BlockContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((item) => ({ type: 'listItem', children: [paragraph(...item)] as BlockContent[] })),
});
