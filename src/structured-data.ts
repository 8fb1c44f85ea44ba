/** What search engines are told about a page, as JSON-LD. Addresses are absolute, so most needs `SITE_URL`. */
import type {
  BreadcrumbList,
  ClaimReview,
  DataCatalog,
  Dataset,
  FAQPage,
  TechArticle,
  Thing,
  WebPage,
  WithContext,
} from 'schema-dts';
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

/** A claim and how it stands. Without a public place that says it there is nobody whom a review would be of. */
export function claimReview(claim: {
  statement: string;
  note: string;
  path: string;
  checked: Date;
  /** The verdict in words. */
  verdict: string;
  /** From 1, disputed, to 3, holds; none where the claim cannot be checked. */
  rating?: number | undefined;
  said: readonly { title: string; publisher: string; url: string }[];
}): WithContext<ClaimReview> | WithContext<WebPage> {
  const url = absoluteHref(claim.path);
  const us = { '@type': 'Organization', name: site.title } as const;
  const statement = plainText(claim.statement);
  if (claim.said.length === 0 || !url)
    return {
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      name: statement,
      description: plainText(claim.note),
      inLanguage: site.language,
      dateModified: isoDay(claim.checked),
      publisher: us,
      ...(url && { url }),
    };
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    author: us,
    datePublished: isoDay(claim.checked),
    claimReviewed: statement,
    reviewBody: plainText(claim.note),
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Organization', name: claim.said[0]!.publisher },
      appearance: claim.said.map(({ title, publisher, url }) => ({
        '@type': 'CreativeWork',
        headline: title,
        url,
        publisher: { '@type': 'Organization', name: publisher },
      })),
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: claim.verdict,
      ...(claim.rating !== undefined && { ratingValue: claim.rating, bestRating: 3, worstRating: 1 }),
    },
  };
}

/** The collection of decisions, with the addresses of its files. */
export function decisionsDataset(page: { title: string; description: string; path: string }): WithContext<Dataset> {
  const url = absoluteHref(page.path);
  const file = (path: string, encodingFormat: string) => {
    const contentUrl = absoluteHref(path);
    return { '@type': 'DataDownload', encodingFormat, ...(contentUrl && { contentUrl }) } as const;
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: page.title,
    description: page.description,
    inLanguage: site.language,
    creator: { '@type': 'Organization', name: site.title },
    distribution: [file('/decisions.csv', 'text/csv'), file('/data/decisions.json', 'application/json')],
    ...(url && { url }),
  };
}

/** All data of the guide, a dataset for each file. */
export function dataCatalog(page: {
  title: string;
  description: string;
  path: string;
  /** The day of the newest change, `YYYY-MM-DD`. */
  edition: string;
  files: readonly { title: string; description: string; path: string }[];
}): WithContext<DataCatalog> {
  const url = absoluteHref(page.path);
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: page.title,
    description: page.description,
    inLanguage: site.language,
    dateModified: page.edition,
    ...(url && { url }),
    dataset: page.files.map(({ title, description, path }) => {
      const contentUrl = absoluteHref(path);
      return {
        '@type': 'Dataset',
        name: title,
        description,
        creator: { '@type': 'Organization', name: site.title },
        distribution: [
          { '@type': 'DataDownload', encodingFormat: 'application/json', ...(contentUrl && { contentUrl }) },
        ],
      };
    }),
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
