/** Finds links that lead nowhere. Pure: pages in, one readable line for each broken link out. */

/** A built page: its path below the site's folder, such as `/faq/`, and its HTML. */
export interface BuiltPage {
  path: string;
  html: string;
}

const attribute = (names: string) => new RegExp(`\\s(?:${names})="([^"]*)"`, 'g');
const values = (html: string, names: string) => [...html.matchAll(attribute(names))].map((match) => match[1]!);
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

/**
 * @param pages every page of the site
 * @param base the folder that the site is served from, with a slash at both ends
 * @param isFile whether a path below that folder is a file that is not a page
 */
export function brokenLinks(pages: readonly BuiltPage[], base: string, isFile: (path: string) => boolean): string[] {
  const anchors = new Map(pages.map(({ path, html }) => [path, new Set(values(html, 'id'))]));
  return pages.flatMap((page) =>
    values(page.html, 'href|src')
      .map(unescaped)
      .flatMap((link) => problemWith(link, page).map((problem) => `${page.path}: the link "${link}" ${problem}`)),
  );

  function problemWith(link: string, from: BuiltPage): string[] {
    if (/^(https?:|mailto:|data:)/.test(link)) return [];
    const [address, fragment] = link.split('#') as [string, string?];
    if (address !== '' && !address.startsWith(base)) return [`does not start with ${base}`];
    const path = address === '' ? from.path : `/${address.slice(base.length).replace(/\?.*$/, '')}`;
    const known = anchors.get(path);
    if (!known) return isFile(path) ? [] : ['leads to no page'];
    if (!fragment || known.has(decodeURIComponent(fragment))) return [];
    const alike = [...known].filter((id) => id.slice(0, 4) === fragment.slice(0, 4));
    return [`leads to no place on that page${alike.length > 0 ? `; there is ${alike.join(', ')}` : ''}`];
  }
}
