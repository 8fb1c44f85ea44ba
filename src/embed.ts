import { absoluteHref, href } from './site.ts';

/** What another site puts into a page to show the calculator there. */
export function frameCode(): string {
  const address = absoluteHref('/embed/calculator/') ?? href('/embed/calculator/');
  return `<iframe src="${address}" title="Flask or Django? The calculator" width="100%" height="900" loading="lazy"></iframe>`;
}
