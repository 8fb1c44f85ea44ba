/** Astro lists the hashes of every page's styles and scripts in every page. A page needs only its own. */
import { createHash } from 'node:crypto';

const policyElement = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const inline = /<(style|script)(?:\s[^>]*)?>(.*?)<\/\1>/gs;

/**
 * The page with a Content-Security-Policy that names only the hashes of what stands in it.
 * @throws when the page has no policy, so that none can be published without one.
 */
export function withOwnHashes(html: string): string {
  const policy = policyElement.exec(html)?.[1];
  if (policy === undefined) throw new Error('has no Content-Security-Policy');
  const own = new Set([...html.matchAll(inline)].map(([, , content]) => hash(content!)));
  const kept = policy.replace(/ '(sha256-[^']+)'/g, (listed, name: string) => (own.has(name) ? listed : ''));
  return html.replace(policy, kept);
}

function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
