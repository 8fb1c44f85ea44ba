/** What pages say of themselves to search engines, as JSON-LD. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build, builtPage, builtPages, unlisted, type BuiltPage } from '../builds.ts';

type Data = Record<string, unknown> & { '@type': string };

const dataOf = ({ dom }: BuiltPage) =>
  dom
    .querySelectorAll('script[type="application/ld+json"]')
    .flatMap((script) => JSON.parse(script.textContent) as Data[]);
const ofType = (page: BuiltPage, type: string) => dataOf(page).filter((item) => item['@type'] === type);

describe('the structured data', () => {
  it('describes every entry as a technical article', () => {
    const entries = builtPages().filter(({ address }) =>
      /^(guide|faq|use-cases)\/[^/]+\/$|^(verdict|about)\/$/.test(address),
    );
    assert.ok(entries.length > 15);
    const shapes: Record<string, RegExp> = {
      '@context': /^https:\/\/schema\.org$/,
      headline: /^.{3,110}$/,
      description: /^.{50,160}$/,
      inLanguage: /^en$/,
      datePublished: /^\d{4}-\d{2}-\d{2}$/,
      dateModified: /^\d{4}-\d{2}-\d{2}$/,
      url: RegExp(`^${build.root}`),
    };
    const found = entries.flatMap((page) => {
      const articles = ofType(page, 'TechArticle');
      if (articles.length !== 1) return [`/${page.address}: ${articles.length} articles`];
      const [article] = articles;
      const publisher = article!['publisher'] as Record<string, unknown> | undefined;
      return [
        ...Object.entries(shapes)
          .filter(([field, shape]) => typeof article![field] !== 'string' || !shape.test(article![field]))
          .map(([field]) => `/${page.address}: ${field} is ${JSON.stringify(article![field])}`),
        ...(publisher?.['@type'] === 'Organization' && publisher['name'] ? [] : [`/${page.address}: no publisher`]),
      ];
    });
    assert.deepEqual(found, []);
  });

  it('describes a claim that a public place asserts as a review of it, and any other as a page', () => {
    const pages = builtPages().filter(({ dom }) => dom.querySelector('.parts'));
    const found = pages.flatMap((page) => {
      const places = page.dom.querySelector('#said')!.nextElementSibling!.querySelectorAll('a');
      const reviews = ofType(page, 'ClaimReview');
      if (places.length === 0)
        return reviews.length === 0 && ofType(page, 'WebPage').length === 1
          ? []
          : [`/${page.address}: a review of nobody`];
      const review = reviews[0] as
        | (Data & {
            url?: string;
            claimReviewed?: string;
            author?: { name?: string };
            itemReviewed?: { '@type'?: string; appearance?: { url?: string }[] };
            reviewRating?: { alternateName?: string };
          })
        | undefined;
      const complete =
        review?.url === build.root + page.address &&
        review.claimReviewed &&
        review.author?.name &&
        review.itemReviewed?.['@type'] === 'Claim' &&
        review.itemReviewed.appearance?.length === places.length &&
        review.reviewRating?.alternateName === page.dom.querySelector('.fill-mark')!.textContent;
      return complete ? [] : [`/${page.address}: ${JSON.stringify(review)}`];
    });
    assert.ok(pages.length > 100);
    assert.deepEqual(found, []);
  });

  it('lists every question with its answer as the page prints them', () => {
    const page = builtPage('faq/');
    const [faq] = ofType(page, 'FAQPage');
    const described = faq!['mainEntity'] as { name: string; acceptedAnswer: { text: string } }[];
    const text = (selector: string) =>
      page.dom.querySelectorAll(selector).map((element) => element.textContent.replace(/\s+/g, ' ').trim());
    assert.deepEqual(
      described.map(({ name }) => name),
      text('.question-list h2'),
    );
    assert.deepEqual(
      described.map(({ acceptedAnswer }) => acceptedAnswer.text),
      text('.question-list p'),
    );
  });

  it('says how one gets to every page but the home page', () => {
    const found = builtPages()
      .filter(({ address }) => !['', ...unlisted].includes(address))
      .flatMap((page) => {
        const [trail] = ofType(page, 'BreadcrumbList');
        const items = (trail?.['itemListElement'] ?? []) as { position: number; name: string; item: string }[];
        const complete = items.every(
          ({ position, name, item }, at) => position === at + 1 && name && item.startsWith(build.root),
        );
        return complete && items.at(-1)?.item === build.root + page.address
          ? []
          : [`/${page.address}: ${JSON.stringify(items)}`];
      });
    assert.deepEqual(found, []);
  });
});
