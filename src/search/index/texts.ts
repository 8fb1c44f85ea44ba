/** The text of an entry, taken from the page that shows it. Pure. */
import { parse, type HTMLElement } from 'node-html-parser';
import type { SearchRecord } from './records.ts';

/** Notes, labels and lists beside the text say nothing that the entry does not; marks in it are not words. */
const beside =
  '.meta, .small, .head, .section-head, .evidence, .sources, small, details, nav, script, [popover], pre, .cite, .evidence-note, button';

/** An entry, as far as it says where its text stands. */
export type Place = Pick<SearchRecord, 'kind' | 'path'>;

/**
 * The texts of the entries that a page shows, as readers see them, the sentences of each in one line.
 * @param main the page's `<main>`
 * @throws when the page does not show one of them
 */
export function textsOf(main: string, entries: readonly Place[]): string[] {
  const page = parse(main);
  page.querySelectorAll(beside).forEach((part) => part.remove());
  return entries.map(({ kind, path }) => {
    const place = placeOf(kind, page, path.split('#')[1] ?? '');
    if (!place) throw new Error(`the page has no place for ${path}, so it cannot be indexed`);
    // A space behind each element keeps cells and paragraphs apart.
    const text = parse(place.outerHTML.replace(/<\/(p|li|td|th|dd|dt|h\d|div)>/g, '$& ')).textContent;
    return decoded(text).replace(/\s+/g, ' ').trim();
  });
}

/** The element that holds the text of an entry. */
function placeOf(kind: Place['kind'], page: HTMLElement, anchor: string): HTMLElement | null | undefined {
  switch (kind) {
    case 'section':
      return page.querySelector(`[aria-labelledby="${anchor}"]`);
    case 'term':
      return page.getElementById(anchor)?.nextElementSibling;
    case 'capability':
      return page.getElementById(anchor);
    default:
      return page.querySelector('.prose');
  }
}

const decoded = (text: string) =>
  text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
    String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
  );
