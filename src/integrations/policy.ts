/** Astro lists the hashes of every page's styles and scripts in every page. A page needs only its own. */
import { createHash } from 'node:crypto';
import type { HTMLElement } from 'node-html-parser';

/**
 * The page with a Content-Security-Policy that names only the hashes of what stands in it.
 * @param page the same page, parsed
 * @throws when the page has no policy, so that none can be published without one.
 */
export function withOwnHashes(html: string, page: HTMLElement, path: string): string {
  const policy = page.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content');
  if (!policy || !html.includes(policy)) throw new Error(`${path} has no Content-Security-Policy`);
  const own = new Set(page.querySelectorAll('style, script').map((element) => hash(element.rawText)));
  return html.replace(policy, () =>
    policy.replace(/ '(sha256-[^']+)'/g, (listed, name: string) => (own.has(name) ? listed : '')),
  );
}

/** What a policy says of a style or script that may stand in the page. */
export function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
