/**
 * Marks the entry of the contents whose heading the reader has passed last. A heading is passed in the upper third of
 * the window; it is watched a little above that line, so that it has surely crossed it when the watcher speaks.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a[href^="#"]')];
const headings = links.map((link) => document.getElementById(link.hash.slice(1)));

function mark(): void {
  const passed = headings.filter(
    (heading) => heading && heading.getBoundingClientRect().top < innerHeight * 0.35,
  ).length;
  links.forEach((link, index) => {
    if (index === Math.max(0, passed - 1)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

const watcher = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
for (const heading of headings) if (heading) watcher.observe(heading);
mark();
