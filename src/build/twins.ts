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

/**
 * The entry of a page as Markdown.
 * @param origin put in front of addresses from the root, such as `https://guide.example`; empty where it is not known
 */
export function markdownOf(html: string, origin = ''): string {
  const main = parse(html).querySelector('main');
  if (!main) throw new Error('the page has no <main>');
  for (const element of main.querySelectorAll(furniture)) element.remove();
  for (const drawing of main.querySelectorAll('svg'))
    drawing.replaceWith(`<p>${drawing.getAttribute('aria-label')}</p>`);
  for (const mark of main.querySelectorAll('.lean')) mark.replaceWith(`<b>${mark.textContent.trim()}.</b> `);
  for (const mark of main.querySelectorAll('.fill-mark')) mark.replaceWith(`<b>${mark.textContent.trim()}.</b> `);
  for (const link of main.querySelectorAll('a[href^="/"]'))
    link.setAttribute('href', origin + link.getAttribute('href'));
  return `${turndown.turndown(main.innerHTML).trim()}\n`;
}
