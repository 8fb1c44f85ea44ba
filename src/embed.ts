import { absoluteHref, href } from './site.ts';

/**
 * Stands in the code of the frame where the build does not know its host: the page's script puts the host there, and
 * without script the reader does.
 */
export const hostToFillIn = 'https://THIS-SITE';

const full = (path: string) => absoluteHref(path) ?? `${hostToFillIn}${href(path)}`;

/** One question stands beside the card where the page around it is wide, and above it where it is narrow. */
const height = 'clamp(490px, calc((704px - 100vw) * 999), 712px)';

/** What another site puts into a page to show the calculator there, at a fixed height. */
export function frameCode(): string {
  return `<iframe src="${full('/embed/calculator/')}" title="Flask or Django? The calculator" width="100%" height="712" style="border: 0; height: ${height}" loading="lazy" allow="clipboard-write"></iframe>`;
}

/** The same with a small script, so that the frame is as high as what it shows. */
export function followingFrameCode(): string {
  return `${frameCode()}\n<script src="${full('/embed/height.js')}" async></script>`;
}
