/** Tells search engines that they may read everything and, where the build knows its host, where the sitemap is. */
import { absoluteHref } from '../site.ts';

export function GET() {
  const sitemap = absoluteHref('/sitemap-index.xml');
  return new Response(['User-agent: *', 'Allow: /', ...(sitemap ? [`Sitemap: ${sitemap}`] : []), ''].join('\n'));
}
