import { builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

type Data = Record<string, unknown> & { '@type': string };

const dataOf = () =>
  builtPages().map(({ address, dom }) => ({
    address,
    data: dom
      .querySelectorAll('script[type="application/ld+json"]')
      .flatMap((script) => JSON.parse(script.textContent) as Data[]),
  }));
const ofType = (data: Data[], type: string) => data.filter((item) => item['@type'] === type);
const isDate = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
const isAddress = expect.stringMatching(/^https:\/\/guide\.example\/guide-site\//);

test('every entry is described as a technical article', () => {
  const entries = dataOf().filter(({ address }) => /^(guide|faq|use-cases)\/.+|^(verdict|about)\/$/.test(address));
  expect(entries.length).toBeGreaterThan(15);
  for (const { address, data } of entries) {
    expect(ofType(data, 'TechArticle'), address).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'TechArticle',
        headline: expect.stringMatching(/^.{3,110}$/),
        description: expect.stringMatching(/^.{50,160}$/),
        inLanguage: 'en',
        datePublished: isDate,
        dateModified: isDate,
        publisher: { '@type': 'Organization', name: expect.any(String) },
        url: isAddress,
      },
    ]);
  }
});

test('the list of questions is described with every question and its answer as the page prints them', () => {
  const page = builtPages().find(({ address }) => address === 'faq/')!;
  const [faq] = ofType(dataOf().find(({ address }) => address === 'faq/')!.data, 'FAQPage');
  const described = faq!['mainEntity'] as { name: string; acceptedAnswer: { text: string } }[];
  const text = (selector: string) =>
    page.dom.querySelectorAll(selector).map((element) => element.textContent.replace(/\s+/g, ' ').trim());
  expect(described.map(({ name }) => name)).toEqual(text('.question-list h2'));
  expect(described.map(({ acceptedAnswer }) => acceptedAnswer.text)).toEqual(text('.question-list p'));
});

test('every page but the home page says how one gets there', () => {
  for (const { address, data } of dataOf().filter(
    ({ address }) =>
      !['', '404.html', 'embed/calculator/', 'offline/', 'offline/not-kept/', 'print/'].includes(address),
  )) {
    const [trail] = ofType(data, 'BreadcrumbList');
    const items = trail!['itemListElement'] as { position: number; name: string; item: string }[];
    expect(
      items.map(({ position }) => position),
      address,
    ).toEqual(items.map((_, index) => index + 1));
    expect(items.at(-1)!.item, address).toBe(`https://guide.example/guide-site/${address}`);
    for (const item of items)
      expect(item).toEqual(expect.objectContaining({ name: expect.any(String), item: isAddress }));
  }
});
