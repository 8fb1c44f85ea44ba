/**
 * Marks the entry of the contents that the reader is at: the last one whose heading has come into the upper third of
 * the window, or the last of all at the end of the page. Positions are asked for at each scroll, as a reader who jumps
 * passes headings that are never seen.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))!);
let waiting = false;

function markSoon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const current = links[currentIndex()];
    for (const link of links) link.ariaCurrent = link === current ? 'true' : null;
  });
}

function currentIndex(): number {
  const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  if (atEnd) return headings.length - 1;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35).length;
  return Math.max(0, passed - 1);
}

addEventListener('scroll', markSoon, { passive: true });
addEventListener('resize', markSoon);
markSoon();
