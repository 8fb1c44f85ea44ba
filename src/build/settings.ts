/** What the environment says about a build: where the site will live, and where its files go. */
export interface BuildSettings {
  /** The site's host, such as `https://guide.example`; undefined when the build does not know it. */
  site: string | undefined;
  /** The folder that the site is served from, with a slash at both ends. */
  base: string;
  /** The folder that receives the built site. */
  outDir: string;
}

/**
 * Reads `SITE_URL`, `BASE_PATH` (with or without slashes) and `OUT_DIR`.
 * @throws when `SITE_URL` is not an http or https address, or has a path of its own.
 */
export function buildSettings(environment: Record<string, string | undefined>): BuildSettings {
  const folder = (environment['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '');
  return {
    site: siteAddress(environment['SITE_URL']),
    base: folder ? `/${folder}/` : '/',
    outDir: environment['OUT_DIR'] || 'dist',
  };
}

function siteAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Error(`SITE_URL must be an address such as https://guide.example, not "${text}"`);
  }
  if (address.pathname !== '/') {
    throw new Error(`SITE_URL names the host only; put "${address.pathname}" into BASE_PATH`);
  }
  return address.origin;
}
