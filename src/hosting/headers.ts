/**
 * What every host of this site is to send beside a file: the one place that says so. The `_headers` file, the
 * configurations of nginx and Caddy, and our own server are all made from it.
 *
 * The Content-Security-Policy here has only what a page cannot say of itself. The rest stands in each page, with the
 * hashes of that page; browsers obey both.
 */

export interface HeaderOverride {
  /** The folder, as a path below the site's root, such as `embed/`. */
  under: string;
  /** The headers, all of them among the default headers, that have another value there. */
  headers: Record<string, string>;
}

const immutable = 'public, max-age=31536000, immutable';

/** What the site never asks a device for. Only names that browsers know: they complain about any other. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Sent with every answer. */
export const defaultHeaders: Record<string, string> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  // Nothing here is anybody's own. A frame without an origin, as many sites show foreign pages in, asks for scripts,
  // typefaces and numbers as a stranger.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unused.map((name) => `${name}=()`).join(', '),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  // Kept, but asked about before each use: a page, and a service worker, are never older than the site.
  'Cache-Control': 'no-cache',
};

/** Other values for some folders, none of which lies in another. */
export const headerOverrides: HeaderOverride[] = [
  // The names of these files change with their content.
  { under: '_astro/', headers: { 'Cache-Control': immutable } },
  // Any site may show these pages in a frame, even one that is isolated from other origins.
  {
    under: 'embed/',
    headers: { 'Content-Security-Policy': 'frame-ancestors *', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  // Made to be shown by other sites, beside a link.
  { under: 'pictures/', headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } },
];

/** The headers of a file or folder, named by its path below the site's root, such as `faq/` or `sw.js`. */
export function headersFor(path: string): Record<string, string> {
  return { ...defaultHeaders, ...headerOverrides.find(({ under }) => path.startsWith(under))?.headers };
}

/** The overrides of a header. */
export const overridesOf = (name: string): HeaderOverride[] => headerOverrides.filter(({ headers }) => name in headers);

/** The type of each kind of file, by the end of its name. Text says its encoding, or it is guessed wrong. */
export const contentTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  pagefind: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** The type of any other file, such as `_headers`, which only hosts read. */
export const otherContentType = 'application/octet-stream';

/** The type of a file or folder, named by its path. */
export function contentType(path: string): string {
  const ending = path === '' || path.endsWith('/') ? 'html' : (/\.(\w+)$/.exec(path)?.[1] ?? '');
  return (Object.hasOwn(contentTypes, ending) ? contentTypes[ending] : undefined) ?? otherContentType;
}
