/** The feed of the newest changes, made from each entry's own list. It needs absolute addresses, so it needs `SITE_URL`. */
import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { changes, pathOf, titleOf } from '../entries/queries.ts';
import { changesInFeed } from '../limits.ts';
import { absoluteHref, site } from '../site.ts';

export function getStaticPaths() {
  return absoluteHref('/') ? [{ params: { feed: 'changes' } }] : [];
}

export function GET(context: APIContext) {
  return rss({
    title: `Changes to ${site.title}`,
    description: site.description,
    site: context.site!,
    items: changes()
      .slice(0, changesInFeed)
      .map(({ entry, date, what }) => ({
        title: titleOf(entry),
        description: what,
        link: absoluteHref(pathOf(entry))!,
        pubDate: date,
      })),
  });
}
