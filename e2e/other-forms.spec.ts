import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { build, builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

const entries = () => builtPages().filter(({ dom }) => dom.querySelector('link[type="text/markdown"]'));
const edition = (address: string) => readFileSync(join(build.folder, address.replace(/\/$/, '.md')), 'utf8');

test('every entry with a page has a Markdown edition that parses and says the same', () => {
  expect(entries().length).toBeGreaterThan(20);
  for (const { address, dom } of entries()) {
    const markdown = edition(address);
    const [first] = unified()
      .use(remarkParse)
      .parse(markdown)
      .children.filter((node) => node.type === 'heading');
    expect(first, address).toMatchObject({ depth: 1 });
    expect(markdown.replaceAll('\\', '')).toContain(dom.querySelector('h1')!.textContent.trim());
    const prose = markdown.replace(/```.*?```/gs, '').replace(/`[^`]*`/g, '');
    expect(prose, address).not.toMatch(/(?<!\\)<\/?[A-Z]|\{[a-z]+\}|class=/);
    for (const code of dom.querySelectorAll('pre'))
      expect(markdown, address).toContain(code.textContent.split('\n')[0]);
  }
});

test('a Markdown edition keeps verdicts, leans and links that can be followed from anywhere', () => {
  const markdown = edition('guide/django/');
  expect(markdown).toContain('**Leans Django.**');
  expect(markdown).toContain('**Holds with limits.**');
  expect(markdown).toContain('](https://guide.example/guide-site/evidence/#');
  expect(markdown).not.toMatch(/\]\(\/(?!\/)/);
  expect(markdown).toMatch(/## Sources\n\n- Claim \d+: \[[^\]]+\]\(https:\/\//);
});

test('llms.txt lists every Markdown edition with an address that exists', () => {
  const list = readFileSync(join(build.folder, 'llms.txt'), 'utf8');
  const root = 'https://guide.example/guide-site/';
  const addresses = [...list.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!);
  expect(addresses.sort()).toEqual(
    entries()
      .map(({ address }) => root + address.replace(/\/$/, '.md'))
      .sort(),
  );
  for (const address of addresses) {
    expect(existsSync(join(build.folder, address.slice(root.length))), address).toBe(true);
  }
});

test('the guide on one page holds every entry, no id twice, and points search engines to the guide', () => {
  const pages = new Map(builtPages().map(({ address, dom }) => [address, dom]));
  const print = pages.get('print/')!;
  const titles = print.querySelectorAll('article h3').map((heading) => heading.textContent.trim());
  for (const [address, dom] of pages) {
    if (!/^(faq|use-cases)\/.+/.test(address)) continue;
    expect(titles).toContain(dom.querySelector('h1')!.textContent.trim());
  }
  const ids = print.querySelectorAll('[id]').map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(print.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(print.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    'https://guide.example/guide-site/guide/',
  );
});

test('the guide on one page prints to a PDF with its contents first', async ({ page, site }) => {
  await page.goto(`${site.url}print/`);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  const [contents, first] = await Promise.all([
    page.locator('.print-contents').boundingBox(),
    page.locator('.print-part').first().boundingBox(),
  ]);
  expect(contents!.y).toBeLessThan(first!.y);
});

test('a path leads each kind of reader through entries that exist', async ({ page, site }) => {
  await page.goto(`${site.url}paths/`);
  const paths = page.locator('main section');
  await expect(paths).toHaveCount(4);
  for (const path of await paths.all()) {
    expect(await path.locator('li').count()).toBeGreaterThanOrEqual(3);
    expect(await path.locator('li').count()).toBeLessThanOrEqual(6);
  }
});
