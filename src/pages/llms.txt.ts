/** A list of the guide for programs that read: each entry with its address as Markdown. */
import { dataPath, datasets } from '../data/datasets.ts';
import { overviewOf } from '../decisions/overview.ts';
import {
  articles,
  chapters,
  claims,
  decisions,
  pathOf,
  studies,
  titleOf,
  type Article,
  type Chapter,
  type Claim,
} from '../entries/queries.ts';
import * as measurements from '../measurements/published.ts';
import { absoluteHref, href, markdownPath, site } from '../site.ts';

const parts: { title: string; entries: (Article | Chapter | Claim)[] }[] = [
  { title: 'The verdict and how it was made', entries: articles.filter(({ collection }) => collection === 'pages') },
  { title: 'The guide', entries: chapters },
  { title: 'Use cases', entries: articles.filter(({ collection }) => collection === 'use-cases') },
  { title: 'Questions', entries: articles.filter(({ collection }) => collection === 'faq') },
  { title: 'Claims', entries: claims },
];

function line(entry: Article | Chapter | Claim): string {
  return lineOf(titleOf(entry), pathOf(entry), entry.collection === 'claims' ? entry.data.note : entry.data.summary);
}

function lineOf(title: string, page: string, about: string): string {
  const path = markdownPath(page);
  return `- [${title}](${absoluteHref(path) ?? href(path)}): ${about}`;
}

export function GET() {
  const { title, description } = overviewOf(decisions);
  const file = (path: string) => absoluteHref(path) ?? href(path);
  const lists = [
    ...parts.map((part) => `## ${part.title}\n\n${part.entries.map(line).join('\n')}`),
    `## Decisions\n\n${lineOf(title, '/decisions/', description)}`,
    `## Measurements\n\n${[
      lineOf(measurements.title, '/evidence/measurements/', measurements.description),
      ...studies.map(({ id, data }) => lineOf(data.title, `/evidence/measurements/${id}/`, data.question)),
    ].join('\n')}`,
    `## The same as data\n\n${datasets
      .map(({ name, title: label, says }) => `- [${label}](${file(dataPath(name))}): ${says}`)
      .join('\n')}`,
  ];
  return new Response([`# ${site.title}`, `> ${site.description}`, ...lists].join('\n\n') + '\n');
}
