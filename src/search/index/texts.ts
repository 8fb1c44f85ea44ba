/** The text of an entry, taken from the page that shows it. */
import { parse, type HTMLElement } from 'node-html-parser';
import type { SearchRecord } from './records.ts';

/** Notes, labels and lists beside the text say nothing that the entry does not; marks in it are not words. */
const beside =
  '.meta, .small, .head, .section-head, .evidence, .sources, small, details, nav, script, [popover], pre, .cite, .evidence-note, button';

/**
 * A function that gives the text of an entry as readers see it, its sentences in one line.
 * @param read gives the HTML of the page at an address, such as `/faq/which-is-faster/`
 */
export function textReader(read: (address: string) => string): (record: SearchRecord) => string {
  /** The page read last: entries that share a page follow one another, and thousands of pages find no room in memory. */
  let open: { address: string; page: HTMLElement } | undefined;

  function pageAt(address: string): HTMLElement {
    if (open?.address === address) return open.page;
    const page = parse(read(address));
    page.querySelectorAll(beside).forEach((part) => part.remove());
    open = { address, page };
    return page;
  }

  return (record) => {
    const [address, anchor] = record.path.split('#') as [string, string?];
    const place = placeOf(record.kind, pageAt(address), anchor ?? '');
    if (!place) throw new Error(`the page has no place for ${record.path}, so it cannot be indexed`);
    // A space behind each element keeps cells and paragraphs apart.
    const text = parse(place.outerHTML.replace(/<\/(p|li|td|th|dd|dt|h\d|div)>/g, '$& ')).textContent;
    return decoded(text).replace(/\s+/g, ' ').trim();
  };
}

/** The element that holds the text of an entry. */
function placeOf(kind: SearchRecord['kind'], page: HTMLElement, anchor: string): HTMLElement | null | undefined {
  switch (kind) {
    case 'section':
      return page.querySelector(`[aria-labelledby="${anchor}"]`);
    case 'term':
      return page.getElementById(anchor)?.nextElementSibling;
    case 'capability':
      return page.getElementById(anchor);
    default:
      return page.querySelector('main .prose');
  }
}

const decoded = (text: string) =>
  text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
    String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
  );
