/** The Markdown edition of every entry with a page of its own, for readers that are programs. */
import type { RootContent } from 'mdast';
import { calculatorNumbers, calculatorQuestions } from '../entries/calculator-editions.ts';
import { editionOfDecisions, editionOfUseCase } from '../decisions/edition.ts';
import { editionOf, editionOfClaim } from '../entries/editions.ts';
import { markdownOf, type Edition } from '../entries/markdown.ts';
import {
  articles,
  chapters,
  claims,
  contradictedClaims,
  decisions,
  pathOf,
  studies,
  type Article,
  type Chapter,
  type Claim,
} from '../entries/queries.ts';
import { editionOfStudy } from '../measurements/edition.ts';
import { frameCode } from '../embed.ts';
import { absoluteHref, href, markdownPath } from '../site.ts';

/** What pages show from data, beside their text. */
const fromData: Record<string, () => RootContent[]> = {
  calculator: () => calculatorQuestions(frameCode()),
  'calculator-method': calculatorNumbers,
};

/** A page by its path, and what its edition holds, written when it is asked for. */
interface Page {
  path: string;
  edition: () => Edition;
}

function pageOf(entry: Article | Chapter | Claim): Page {
  const path = pathOf(entry);
  if (entry.collection === 'claims') return { path, edition: () => editionOfClaim(entry) };
  if (entry.collection === 'use-cases') return { path, edition: () => editionOfUseCase(entry) };
  const more = entry.collection === 'pages' ? fromData[entry.id] : undefined;
  return { path, edition: () => editionOf(entry, more?.()) };
}

export function getStaticPaths() {
  const articlesWithPages = articles.filter(({ collection }) => collection !== 'sections');
  const pages: Page[] = [
    ...[...chapters, ...articlesWithPages, ...claims].map(pageOf),
    ...studies.map((study) => ({
      path: `/evidence/measurements/${study.id}/`,
      edition: () => editionOfStudy(study),
    })),
    { path: '/decisions/', edition: () => editionOfDecisions(decisions, contradictedClaims) },
  ];
  return pages.map((page) => ({
    params: { path: markdownPath(page.path).slice(1, -'.md'.length) },
    props: { page },
  }));
}

export function GET({ props: { page } }: { props: { page: Page } }) {
  const markdown = markdownOf(page.edition(), (path) => absoluteHref(path) ?? href(path));
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
