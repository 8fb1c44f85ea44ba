/** Finds links that lead nowhere. Pure: pages in, one readable line for each broken link out. */

/** What the check needs of a page: thousands of them fit into memory, thousands of texts do not. */
export interface LinkedPage {
  /** The path below the site's folder, such as `/faq/`. */
  path: string;
  /** The ids on the page. */
  places: Set<string>;
  links: string[];
}

const attribute = (names: string) => new RegExp(`\\s(?:${names})="([^"]*)"`, 'g');
const values = (html: string, names: string) => [...html.matchAll(attribute(names))].map((match) => match[1]!);
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

export function linkedPage(path: string, html: string): LinkedPage {
  return {
    path,
    places: new Set(values(html, 'id')),
    links: [...new Set(values(html, 'href|src').map(unescaped))],
  };
}

/**
 * @param pages every page of the site
 * @param base the folder that the site is served from, with a slash at both ends
 * @param isFile whether a path below that folder is a file that is not a page
 */
export function brokenLinks(pages: readonly LinkedPage[], base: string, isFile: (path: string) => boolean): string[] {
  const placesOf = new Map(pages.map(({ path, places }) => [path, places]));
  /** What is wrong with a link that means the same on every page. Most stand on thousands of pages. */
  const problemsOf = new Map<string, string[]>();
  return pages.flatMap((page) =>
    page.links.flatMap((link) => problemOn(page, link).map((problem) => `${page.path}: the link "${link}" ${problem}`)),
  );

  function problemOn(page: LinkedPage, link: string): string[] {
    if (link.startsWith('#')) return problemWith(page.path, link.slice(1));
    const found = problemsOf.get(link) ?? problemAnywhere(link);
    problemsOf.set(link, found);
    return found;
  }

  function problemAnywhere(link: string): string[] {
    if (/^(https?:|mailto:|data:)/.test(link)) return [];
    if (!link.startsWith(base)) return [`does not start with ${base}`];
    const [address, fragment] = link.split('#') as [string, string?];
    return problemWith(`/${address.slice(base.length).replace(/\?.*$/, '')}`, fragment);
  }

  function problemWith(path: string, fragment?: string): string[] {
    const places = placesOf.get(path);
    if (!places) return isFile(path) ? [] : ['leads to no page'];
    if (!fragment || places.has(decodeURIComponent(fragment))) return [];
    const alike = [...places].filter((id) => id.slice(0, 4) === fragment.slice(0, 4));
    return [`leads to no place on that page${alike.length > 0 ? `; there is ${alike.join(', ')}` : ''}`];
  }
}
