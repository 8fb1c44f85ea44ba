/** Turns the HTML of an entry into Markdown, for readers that are programs. Pure. */
import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { parse } from 'node-html-parser';

const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' });
turndown.use(gfm);
turndown.addRule('code', {
  filter: 'pre',
  replacement: (_content, node) => `\n\n\`\`\`python\n${node.textContent?.replace(/\n+$/, '') ?? ''}\n\`\`\`\n\n`,
});

/** What a page prints around an entry, or for the eye only. */
const furniture = 'nav, .permalink, .term-button, [data-apart], .reading-line, summary + ul';

/** Where the Markdown of a page stands, as the page itself says; undefined for a page without. */
export function twinAddress(html: string): string | undefined {
  return /<link rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(html)?.[1];
}

/** For each claim of the ledger, by its stem: its sources, each with the place in it. */
export function sourcesByClaim(ledger: string): Map<string, Source[]> {
  const page = parse(ledger);
  const addresses = new Map(
    page
      .querySelectorAll('.source-list li')
      .map((item) => [item.id, item.querySelector('a')?.getAttribute('href') ?? ''] as const),
  );
  return new Map(
    page.querySelectorAll('.claim').map((claim) => [
      claim.querySelector('h4')!.id,
      claim.querySelectorAll('a[href^="#source-"]').map((link) => ({
        title: link.textContent.trim(),
        address: addresses.get(link.getAttribute('href')!.slice(1)) ?? '',
        place: link.nextSibling?.textContent.replace(/^[\s:]+/, '').trim() ?? '',
      })),
    ]),
  );
}

/** Text that Markdown takes for nothing but text. */
const plain = (text: string) => text.replace(/[\\`*_[\]<]/g, '\\$&');

/** A document that a claim rests on. The address is empty for a run of our own without tables. */
export interface Source {
  title: string;
  address: string;
  place: string;
}

/**
 * The entry of a page as Markdown, with the sources of the claims that it cites.
 * @param main the `<main>` of the page
 * @param sources the sources of every claim, by its stem
 * @param origin put in front of addresses from the root, such as `https://guide.example`; empty where it is not known
 */
export function markdownOf(main: string, sources: ReadonlyMap<string, readonly Source[]>, origin = ''): string {
  const page = parse(main);
  for (const element of page.querySelectorAll(furniture)) element.remove();
  for (const drawing of page.querySelectorAll('svg'))
    drawing.replaceWith(`<p>${drawing.getAttribute('aria-label')}</p>`);
  for (const mark of page.querySelectorAll('.lean, .undecided'))
    mark.replaceWith(`<b>${mark.textContent.trim()}.</b> `);
  for (const mark of page.querySelectorAll('.fill-mark')) mark.replaceWith(`<b>${mark.textContent.trim()}.</b> `);
  for (const link of page.querySelectorAll('a[href^="/"]'))
    link.setAttribute('href', origin + link.getAttribute('href'));
  const claims = page.querySelectorAll('.evidence-list a').map((link) => ({
    number: /\d+/.exec(link.textContent)![0],
    sources: sources.get(link.getAttribute('href')!.split('#')[1]!) ?? [],
  }));
  const list = claims.flatMap(({ number, sources: of }) =>
    of.map(({ title, address, place }) => {
      const target = address.startsWith('/') ? origin + address : address;
      return `- Claim ${number}: ${target ? `[${plain(title)}](${target})` : plain(title)}, ${plain(place)}`;
    }),
  );
  return [turndown.turndown(page.innerHTML).trim(), ...(list.length > 0 ? ['## Sources', list.join('\n')] : []), '']
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
