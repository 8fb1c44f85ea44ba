/** The Markdown edition of every entry with a page of its own, for readers that are programs. */
import type { RootContent } from 'mdast';
import { calculatorNumbers, calculatorQuestions } from '../entries/calculator-editions.ts';
import { editionOf } from '../entries/editions.ts';
import { markdownOf } from '../entries/markdown.ts';
import { articles, chapters, pathOf, type Article, type Chapter } from '../entries/queries.ts';
import { frameCode } from '../embed.ts';
import { absoluteHref, href, markdownPath } from '../site.ts';

/** What pages show from data, beside their text. */
const fromData: Record<string, () => RootContent[]> = {
  calculator: () => calculatorQuestions(frameCode()),
  'calculator-method': calculatorNumbers,
};

export function getStaticPaths() {
  return [...chapters, ...articles.filter(({ collection }) => collection !== 'sections')].map((entry) => ({
    params: { path: markdownPath(pathOf(entry)).slice(1, -'.md'.length) },
    props: { entry },
  }));
}

export function GET({ props: { entry } }: { props: { entry: Article | Chapter } }) {
  const more = entry.collection === 'pages' ? fromData[entry.id]?.() : undefined;
  const markdown = markdownOf(editionOf(entry, more), (path) => absoluteHref(path) ?? href(path));
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
