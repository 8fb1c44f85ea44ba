/** What the environment says about a build: where the site will live, and where its files go. */
export interface BuildSettings {
  /** The site's host, such as `https://guide.example`; undefined when the build does not know it. */
  site: string | undefined;
  /** The folder that the site is served from, with a slash at both ends. */
  base: string;
  /** The folder that receives the built site. */
  outDir: string;
  /** Whether a service worker keeps the site for reading without a network. */
  offline: boolean;
}

/**
 * Reads `SITE_URL`, `BASE_PATH` (with or without slashes), `OUT_DIR` and `OFFLINE` (`on` or `off`).
 * @throws when `SITE_URL` is not an http or https address, or has a path of its own, or `OFFLINE` is another word.
 */
export function buildSettings(environment: Record<string, string | undefined>): BuildSettings {
  const folder = (environment['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '');
  return {
    site: siteAddress(environment['SITE_URL']),
    base: folder ? `/${folder}/` : '/',
    outDir: environment['OUT_DIR'] || 'dist',
    offline: isOn('OFFLINE', environment['OFFLINE']),
  };
}

function isOn(name: string, value: string | undefined): boolean {
  if (!value || value === 'on') return true;
  if (value === 'off') return false;
  throw new Error(`${name} must be "on" or "off", not "${value}"`);
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
