/**
 * Marks the entry of the contents that the reader is at, where a page has a list of its own places. Positions are asked
 * for at each scroll, as a reader who jumps passes headings that are never seen.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-here] a')];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))!);
/** The part of the window, from its top, in which a heading counts as read. */
const share = 0.35;
/** The entry whose place the address names, until the reader moves on: near the end of a page it cannot reach the top. */
let chosen = -1;

/**
 * How far down the window the reader is. Near the end of the page the lowest headings never come up to the line where
 * the others are read, so the line comes down to them, and meets the last one at the end.
 */
function readingLine(): number {
  const below = document.documentElement.scrollHeight - scrollY - innerHeight;
  // At the top of a page that hardly scrolls, the reader is at its beginning.
  return Math.max(share * innerHeight, Math.min(innerHeight - below, share * innerHeight + scrollY));
}

function markCurrent(): void {
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  const line = readingLine();
  const passed = tops.filter((top) => top < line).length;
  const current = chosen >= 0 && tops[chosen]! < innerHeight ? chosen : Math.max(0, passed - 1);
  links.forEach((link, index) => (link.ariaCurrent = index === current ? 'true' : null));
}

function choose(): void {
  chosen = links.findIndex(({ hash }) => hash === location.hash && hash !== '');
  markCurrent();
}

if (links.length > 0) {
  addEventListener('scroll', markCurrent);
  addEventListener('hashchange', choose);
  // A second click on the same entry changes no address.
  for (const link of links) link.addEventListener('click', () => setTimeout(choose));
  for (const move of ['wheel', 'touchmove', 'keydown'])
    addEventListener(move, ({ type, target }) => {
      // Enter on a link is how a keyboard chooses.
      if (type !== 'keydown' || !links.includes(target as HTMLAnchorElement)) chosen = -1;
    });
  // With the first frame: to ask earlier would make the browser lay the page out twice.
  requestAnimationFrame(choose);
}
