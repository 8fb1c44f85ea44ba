/** The files that list the pages: sitemap, feed, robots.txt and the list for language models. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { changesInFeed } from '../../src/limits.ts';
import { build, builtFile, builtPages, unlisted } from '../builds.ts';

/** How many dated notes the articles have together. */
const countChanges = () =>
  globSync('content/{sections,use-cases,faq,pages}/*.mdx').flatMap(
    (file) => readFileSync(file, 'utf8').match(/^ {2}- date: /gm) ?? [],
  ).length;

const isListed = (address: string) => !unlisted.includes(address);

/** @throws when the file is not well-formed */
function xml(name: string): Record<string, Record<string, unknown>> {
  const text = builtFile(name);
  assert.equal(XMLValidator.validate(text), true, name);
  return new XMLParser({ isArray: (tag) => ['item', 'url', 'sitemap'].includes(tag) }).parse(text) as never;
}

describe('the sitemap', () => {
  it('lists every page that search engines may list, and no other', () => {
    const index = xml('sitemap-index.xml')['sitemapindex']!['sitemap'] as { loc: string }[];
    const listed = index.flatMap(({ loc }) => {
      assert.ok(loc.startsWith(build.root), loc);
      return (xml(loc.slice(build.root.length))['urlset']!['url'] as { loc: string }[]).map((url) => url.loc);
    });
    const pages = builtPages().filter(({ address }) => isListed(address));
    assert.deepEqual(listed.sort(), pages.map(({ address }) => build.root + address).sort());
  });

  it('leaves out what says that it is not to be indexed', () => {
    const hidden = builtPages()
      .filter(({ dom }) => dom.querySelector('meta[name=robots]')?.getAttribute('content')?.includes('noindex'))
      .map(({ address }) => address);
    assert.deepEqual(hidden.filter(isListed), []);
  });
});

describe('the feed', () => {
  it('has the newest changes, as many as it may hold, with addresses that open', () => {
    const channel = xml('changes.xml')['rss']!['channel'] as { item: Record<string, string>[] };
    const links = channel.item.map((item) => {
      for (const field of ['title', 'description', 'pubDate']) assert.ok(item[field], `${item['link']}: ${field}`);
      return item['link']!;
    });
    const days = channel.item.map(({ pubDate }) => Date.parse(pubDate!));
    assert.deepEqual(
      days,
      days.toSorted((a, b) => b - a),
      'the newest first',
    );
    assert.equal(links.length, Math.min(changesInFeed, countChanges()));
    const pages = new Map(builtPages().map(({ address, dom }) => [build.root + address, dom]));
    for (const link of links) {
      const [address, anchor] = link.split('#') as [string, string?];
      assert.ok(pages.has(address), link);
      if (anchor) assert.ok(pages.get(address)!.getElementById(anchor), link);
    }
  });
});

describe('llms.txt', () => {
  it('lists every entry in Markdown and all data, with addresses that exist', () => {
    const addresses = [...builtFile('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!);
    const entries = builtPages().filter(({ dom }) => dom.querySelector('link[type="text/markdown"]'));
    assert.ok(entries.length > 20);
    const markdown = addresses.filter((address) => address.endsWith('.md'));
    assert.deepEqual(markdown.sort(), entries.map(({ address }) => build.root + address.replace(/\/$/, '.md')).sort());
    for (const address of addresses)
      assert.ok(existsSync(join(build.folder, address.slice(build.root.length))), address);
  });
});
