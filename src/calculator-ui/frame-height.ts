/**
 * Tells the page around the frame how high the calculator is, once that page has asked for it with the script of
 * `public/embed/height.js`. Then all questions stand below one another and the card below them.
 */

/** What the two say to each other. The height holds nothing that anybody could not see. */
const ready = 'flask-or-django:ready';
const follow = 'flask-or-django:follow';

export function offerHeight(host: HTMLElement): void {
  if (parent === window) return;
  let follows = false;
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data !== follow || follows) return;
    follows = true;
    host.dataset['follows'] = '';
    new ResizeObserver(() => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      parent.postMessage({ type: 'flask-or-django:height', height }, '*');
    }).observe(document.documentElement);
  });
  parent.postMessage(ready, '*');
}
