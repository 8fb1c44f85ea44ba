/**
 * Marks the entry of the contents that the reader is at: the last one whose heading has come into the upper third of
 * the window, or the last of all at the end of the page. Positions are asked for at each scroll, as a reader who jumps
 * passes headings that are never seen.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))!);

function markCurrent(): void {
  const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35).length;
  const current = atEnd ? links.length - 1 : Math.max(0, passed - 1);
  links.forEach((link, index) => (link.ariaCurrent = index === current ? 'true' : null));
}

addEventListener('scroll', markCurrent);
// With the first frame: to ask earlier would make the browser lay the page out twice.
requestAnimationFrame(markCurrent);
