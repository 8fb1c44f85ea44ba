/** The Markdown edition of every entry with a page of its own, for readers that are programs. */
import type { RootContent } from 'mdast';
import { calculatorNumbers, calculatorQuestions } from '../entries/calculator-editions.ts';
import { editionOf, editionOfClaim } from '../entries/editions.ts';
import { markdownOf } from '../entries/markdown.ts';
import { articles, chapters, claims, pathOf, type Article, type Chapter, type Claim } from '../entries/queries.ts';
import { frameCode } from '../embed.ts';
import { absoluteHref, href, markdownPath } from '../site.ts';

/** What pages show from data, beside their text. */
const fromData: Record<string, () => RootContent[]> = {
  calculator: () => calculatorQuestions(frameCode()),
  'calculator-method': calculatorNumbers,
};

export function getStaticPaths() {
  const articlesWithPages = articles.filter(({ collection }) => collection !== 'sections');
  return [...chapters, ...articlesWithPages, ...claims].map((entry) => ({
    params: { path: markdownPath(pathOf(entry)).slice(1, -'.md'.length) },
    props: { entry },
  }));
}

export function GET({ props: { entry } }: { props: { entry: Article | Chapter | Claim } }) {
  const more = entry.collection === 'pages' ? fromData[entry.id]?.() : undefined;
  const edition = entry.collection === 'claims' ? editionOfClaim(entry) : editionOf(entry, more);
  const markdown = markdownOf(edition, (path) => absoluteHref(path) ?? href(path));
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
