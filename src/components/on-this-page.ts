/**
 * Marks the entry of the contents whose heading the reader has passed last. A heading is passed in the upper third of
 * the window; it is watched a little above that line, so that it has surely crossed it when the watcher speaks. The
 * watcher speaks first when the page stands: to ask earlier would make the browser lay it out twice.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))!);

const watcher = new IntersectionObserver(
  () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35).length;
    links.forEach((link, index) => (link.ariaCurrent = index === Math.max(0, passed - 1) ? 'true' : null));
  },
  { rootMargin: '0px 0px -66% 0px' },
);
for (const heading of headings) watcher.observe(heading);
