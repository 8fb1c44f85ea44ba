/** Finds links that lead nowhere. Pure: pages in, one readable line for each broken link out. */
import type { HTMLElement } from 'node-html-parser';

/** What the check needs of a page: thousands of them fit into memory, thousands of texts do not. */
export interface LinkedPage {
  /** The path below the site's folder, such as `/faq/`. */
  path: string;
  /** The ids on the page. */
  places: Set<string>;
  links: string[];
}

/** @param page a parsed page */
export function linkedPage(path: string, page: HTMLElement): LinkedPage {
  const values = (name: string) => page.querySelectorAll(`[${name}]`).map((element) => element.getAttribute(name)!);
  return { path, places: new Set(values('id')), links: [...new Set([...values('href'), ...values('src')])] };
}

/**
 * @param pages every page of the site
 * @param base the folder that the site is served from, with a slash at both ends; `site` its host, where it is known
 * @param isFile whether a path below that folder is a file that is not a page
 */
export function brokenLinks(
  pages: readonly LinkedPage[],
  { site, base }: { site?: string | undefined; base: string },
  isFile: (path: string) => boolean,
): string[] {
  const placesOf = new Map(pages.map(({ path, places }) => [path, places]));
  const host = site ?? 'https://this-site.invalid';
  /** What is wrong with a link that means the same on every page. Most stand on thousands of pages. */
  const problemsOf = new Map<string, string | undefined>();
  return pages.flatMap((page) =>
    page.links.flatMap((link) => {
      const problem = problemOn(page, link);
      return problem ? [`${page.path}: the link "${link}" ${problem}`] : [];
    }),
  );

  function problemOn(page: LinkedPage, link: string): string | undefined {
    if (link.startsWith('#')) return problemWith(page.path, link);
    if (!problemsOf.has(link)) problemsOf.set(link, problemAnywhere(link));
    return problemsOf.get(link);
  }

  function problemAnywhere(link: string): string | undefined {
    if (!URL.canParse(link, host)) return 'is no address';
    const { origin, pathname, hash } = new URL(link, host);
    // Another site, a telephone number, an address for mail. They are not ours to check.
    if (origin !== new URL(host).origin) return undefined;
    const isAbsolute = URL.canParse(link);
    if (!isAbsolute && !link.startsWith('/')) return 'does not begin at the root';
    if (!pathname.startsWith(base)) return isAbsolute ? undefined : `does not start with ${base}`;
    return problemWith(`/${readable(pathname.slice(base.length))}`, hash);
  }

  function problemWith(path: string, hash: string): string | undefined {
    const places = placesOf.get(path);
    if (!places) return isFile(path) && !path.endsWith('/') ? undefined : 'leads to no page';
    const place = readable(hash.slice(1));
    if (place === '' || places.has(place)) return undefined;
    // A browser takes "#top" to the top of any page.
    if (place.toLowerCase() === 'top') return undefined;
    const alike = [...places].filter((id) => id.slice(0, 4) === place.slice(0, 4));
    return `leads to no place on that page${alike.length > 0 ? `; there is ${alike.join(', ')}` : ''}`;
  }
}

/** A part of an address as it is meant. Where it has a percent sign that begins no character, browsers take it as it is. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
