/** Links and anchors, from outside: the build stops on a broken one, and this holds it to its word. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build, builtPages } from '../builds.ts';

const linksOf = (page: ReturnType<typeof builtPages>[number]) =>
  page.dom.querySelectorAll('a[href]').map((link) => link.getAttribute('href')!);

describe('a link', () => {
  it('within the site stays in its folder and leads to a page, and to a place on it', () => {
    const pages = new Map(builtPages().map((page) => [page.address, page]));
    const placesOf = new Map<string, Set<string>>();
    const places = (address: string) => {
      const known =
        placesOf.get(address) ??
        new Set(
          pages
            .get(address)!
            .dom.querySelectorAll('[id]')
            .map(({ id }) => id),
        );
      placesOf.set(address, known);
      return known;
    };
    const found = builtPages().flatMap((page) =>
      [...new Set(linksOf(page))].flatMap((link) => {
        const url = new URL(link, build.root + page.address);
        if (!link.startsWith('#') && !link.startsWith('/') && !url.href.startsWith(build.root)) return [];
        if (!url.href.startsWith(build.root)) return [`/${page.address}: ${link} leaves the folder`];
        const address = url.pathname.slice(build.base.length);
        if (!pages.has(address))
          return existsSync(join(build.folder, address)) ? [] : [`/${page.address}: ${link} leads to no page`];
        const place = decodeURIComponent(url.hash.slice(1));
        return !place || places(address).has(place) ? [] : [`/${page.address}: ${link} leads to no place`];
      }),
    );
    assert.deepEqual(found, []);
  });

  it('to another site stands in the sources, each address once, or as a place where a claim or a decision is read', () => {
    const addresses = globSync('content/sources/*.yaml').flatMap(
      (file) => /^url: (\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? [],
    );
    const places = globSync('content/{claims,decisions}/*.yaml').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\s+url: '?([^\s']+)'?$/gm)].map((match) => match[1]!),
    );
    assert.equal(new Set(addresses).size, addresses.length, 'an address stands in two sources');
    const known = new Set([...addresses, ...places]);
    assert.deepEqual(
      addresses.filter((address) => !URL.canParse(address)),
      [],
    );
    const found = builtPages().flatMap((page) =>
      linksOf(page)
        .filter((link) => /^https?:/.test(link) && !link.startsWith(build.root) && !known.has(link))
        .map((link) => `/${page.address}: ${link}`),
    );
    assert.deepEqual(found, []);
  });

  it('stands at every heading in the text and at every claim, to be copied', () => {
    const found = builtPages()
      .filter(({ address }) => /^(guide|faq|use-cases)\/.+|^evidence\/$|^verdict\/|^about\//.test(address))
      .flatMap(({ address, dom }) =>
        dom
          .querySelectorAll('.section-head h2, .prose h2, .claim h3')
          .filter(({ id }) => id)
          .filter((heading) => heading.querySelector('.permalink')?.getAttribute('href') !== `#${heading.id}`)
          .map(({ id }) => `/${address}#${id}`),
      );
    assert.deepEqual(found, []);
  });
});
