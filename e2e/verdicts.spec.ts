import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builds, pagesOf } from './builds.ts';
import { expect, test } from './reader.ts';

/** Use cases that the calculator calls too close, each with what every place has to say of it. */
const undecided = [
  { path: 'use-cases/json-api-for-a-front-end/', query: 'json api for a front end' },
  { path: 'use-cases/real-time-feature/', query: 'real time feature' },
  { path: 'use-cases/teaching-project/', query: 'teaching project' },
];
const words = 'Too close to call: Flask or Django';

const page = (address: string) => pagesOf('hosted').find((built) => built.address === address)!.dom;

test('a verdict that is too close to call stands on the page, in lists, in print, in Markdown and on the picture', () => {
  const print = page('print/');
  const [list, search] = ['use-cases/', 'search/'].map((address) => page(address));
  for (const { path } of undecided) {
    const own = page(path);
    expect(own.querySelector('.head .undecided')?.textContent, path).toBe(words);
    const alternative = own.querySelector('meta[property="og:image:alt"]')?.getAttribute('content');
    expect(alternative, path).toContain(words);
    const address = own.querySelector('link[type="text/markdown"]')!.getAttribute('href')!;
    const markdown = readFileSync(join(builds.hosted.folder, address.slice(builds.hosted.base.length)), 'utf8');
    expect(markdown, path).toContain(`**${words}.**`);
    const title = own.querySelector('h1')!.textContent.trim();
    const printed = print
      .querySelectorAll('article')
      .find((article) => article.querySelector('h3')?.text.trim() === title);
    expect(printed?.querySelector('.undecided')?.textContent, path).toBe(words);
    for (const place of [list!, search!]) {
      const link = place.querySelectorAll('main a').find((each) => each.getAttribute('href')?.endsWith(`/${path}`));
      expect(link?.closest('article, li')?.textContent, path).toContain(words);
    }
  }
});

test('every step of a path shows the verdict that its page has at the head', () => {
  const verdictIn = (place: ReturnType<typeof page> | null | undefined) =>
    place?.querySelector('.lean, .undecided')?.textContent;
  const steps = page('paths/').querySelectorAll('.path li');
  expect(steps.length).toBeGreaterThan(10);
  for (const step of steps) {
    const address = step.querySelector('a')!.getAttribute('href')!.slice(builds.hosted.base.length);
    const [path, id] = address.split('#');
    const head = id ? page(path!).getElementById(id)?.closest('section') : page(path!).querySelector('.head');
    expect(verdictIn(step), address).toBe(verdictIn(head));
  }
});

test('the search shows a verdict that is too close to call beside its hit', async ({ page, hostedSite }) => {
  for (const { path, query } of undecided) {
    await page.goto(`${hostedSite.url}search/?q=${encodeURIComponent(query)}`);
    const hit = page.locator(`.search-hit[href$="/${path}"]`);
    await expect(hit.locator('.undecided')).toHaveText(words);
  }
});
