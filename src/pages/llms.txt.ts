/** A list of the guide for programs that read: each entry with its address as Markdown. */
import {
  articles,
  chapters,
  claims,
  pathOf,
  titleOf,
  type Article,
  type Chapter,
  type Claim,
} from '../entries/queries.ts';
import { absoluteHref, href, markdownPath, site } from '../site.ts';

const parts: { title: string; entries: (Article | Chapter | Claim)[] }[] = [
  { title: 'The verdict and how it was made', entries: articles.filter(({ collection }) => collection === 'pages') },
  { title: 'The guide', entries: chapters },
  { title: 'Use cases', entries: articles.filter(({ collection }) => collection === 'use-cases') },
  { title: 'Questions', entries: articles.filter(({ collection }) => collection === 'faq') },
  { title: 'Claims', entries: claims },
];

function line(entry: Article | Chapter | Claim): string {
  const path = markdownPath(pathOf(entry));
  const about = entry.collection === 'claims' ? entry.data.note : entry.data.summary;
  return `- [${titleOf(entry)}](${absoluteHref(path) ?? href(path)}): ${about}`;
}

export function GET() {
  const lists = parts.map(({ title, entries }) => `## ${title}\n\n${entries.map(line).join('\n')}`);
  return new Response([`# ${site.title}`, `> ${site.description}`, ...lists].join('\n\n') + '\n');
}
