/** What search engines are told about a page, as JSON-LD. Addresses are absolute, so most needs `SITE_URL`. */
import type { BreadcrumbList, FAQPage, TechArticle, Thing, WithContext } from 'schema-dts';
import { isoDay } from './day.ts';
import { plainText } from './inline-text.ts';
import { absoluteHref, site } from './site.ts';

export function techArticle(article: {
  title: string;
  description: string;
  path: string;
  /** What changed in it and when, the first publication included. */
  changes: readonly { date: Date }[];
}): WithContext<TechArticle> {
  const url = absoluteHref(article.path);
  const days = article.changes.map(({ date }) => isoDay(date)).sort();
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: plainText(article.title),
    description: plainText(article.description),
    inLanguage: site.language,
    datePublished: days[0]!,
    dateModified: days.at(-1)!,
    publisher: { '@type': 'Organization', name: site.title },
    ...(url && { url }),
  };
}

export function faqPage(questions: { question: string; answer: string }[]): WithContext<FAQPage> {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: plainText(question),
      acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
    })),
  };
}

/** The way from the home page. Undefined when the build does not know its host. */
export function breadcrumbs(trail: { title: string; path: string }[]): WithContext<BreadcrumbList> | undefined {
  if (!absoluteHref('/')) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ title: site.title, path: '/' }, ...trail].map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: plainText(title),
      item: absoluteHref(path)!,
    })),
  };
}

/** JSON for a script element: no text in it can end the element. */
export function asScript(data: WithContext<Thing>[]): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
