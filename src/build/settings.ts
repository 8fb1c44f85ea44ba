/**
 * What the environment says about a build: where the site will live, and where its files go. Every variable is checked
 * here, before anything is written; a message names the variable and what it may be.
 */
import { relative, resolve, sep } from 'node:path';

export interface BuildSettings {
  /** The site's host, such as `https://guide.example`; undefined when the build does not know it. */
  site: string | undefined;
  /** The folder that the site is served from, with a slash at both ends. */
  base: string;
  /** The folder that receives the built site. */
  outDir: string;
  /** Whether a service worker keeps pages for reading without a network. */
  offline: boolean;
  /** Where readers report mistakes, `{about}` in it stands for the path of the entry; undefined for nowhere. */
  feedback: string | undefined;
  /** Who publishes this copy, as readers are told; undefined for nobody who is named. */
  publisher: string | undefined;
  /** The port that the server listens on, or is to listen on; undefined for one of its own choice. */
  port: number | undefined;
}

/**
 * Reads `SITE_URL`, `BASE_PATH` (with or without slashes around it), `OUT_DIR`, `OFFLINE`, `FEEDBACK_URL`,
 * `PUBLISHER` and `PORT`. An empty variable counts as one that is not set.
 * @throws when one of them has a value that it may not have
 */
export function buildSettings(environment: Record<string, string | undefined>): BuildSettings {
  return {
    site: siteAddress(environment['SITE_URL']),
    base: basePath(environment['BASE_PATH']),
    outDir: outputFolder(environment['OUT_DIR']),
    offline: isOn('OFFLINE', environment['OFFLINE']),
    feedback: feedbackAddress(environment['FEEDBACK_URL']),
    publisher: publisherName(environment['PUBLISHER']),
    port: portNumber(environment['PORT']),
  };
}

function siteAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Error(`SITE_URL must be an address such as https://guide.example, not "${text}"`);
  }
  if (address.username || address.password || /[?#]/.test(text)) {
    throw new Error(`SITE_URL must be a host without user, query and fragment, not "${text}"`);
  }
  if (address.pathname !== '/') {
    throw new Error(`SITE_URL names the host only; put "${address.pathname}" into BASE_PATH`);
  }
  return address.origin;
}

function basePath(text: string | undefined): string {
  const folder = (text ?? '').replace(/^\/+|\/+$/g, '');
  if (!folder) return '/';
  // What may stand in an address as it is: anything else is written in two ways, and hosts do not agree on one.
  if (!folder.split('/').every((name) => /^[\w.~-]+$/.test(name) && !/^\.\.?$/.test(name))) {
    throw new Error(
      `BASE_PATH must be a folder such as "guide" or "docs/guide", of letters without accents, digits and -._~, not "${text}"`,
    );
  }
  return `/${folder}/`;
}

function outputFolder(text: string | undefined): string {
  if (!text) return 'dist';
  if (!text.trim() || text.includes('\0')) throw new Error(`OUT_DIR must be the name of a folder, not "${text}"`);
  refuseSources(resolve(text));
  return relative('', resolve(text));
}

/** Folders of this project that a build reads or that nobody can make again. */
const sources = ['content', 'src', 'public', 'e2e', 'node_modules', '.git', '.github', '.ci'];

/**
 * Sees to it that a build written to a folder replaces nothing of this project.
 * @param folder its full path
 * @throws with the reason, when it is, holds or lies in a folder of sources
 */
export function refuseSources(folder: string): void {
  const project = resolve(import.meta.dirname, '../..');
  const refuse = (reason: string) =>
    new Error(`OUT_DIR must be a folder for the built site alone, but ${folder} ${reason}`);
  if (isWithin(project, folder)) throw refuse('is or holds the project itself');
  for (const name of sources) {
    if (isWithin(folder, resolve(project, name))) throw refuse(`lies in ${name}/, which the build would overwrite`);
  }
}

/** Whether a path is the folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function isOn(name: string, value: string | undefined): boolean {
  if (!value || value === 'on') return true;
  if (value === 'off') return false;
  throw new Error(`${name} must be "on" or "off", not "${value}"`);
}

function feedbackAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const allowed = URL.canParse(text) && /^(https?:\/\/[^/]|mailto:.+@)/i.test(text) && !/[\s"<>\\]/.test(text);
  if (!allowed) {
    throw new Error(
      `FEEDBACK_URL must be an address that begins with https:, http: or mailto:, such as https://guide.example/report?about={about}, not "${text}"`,
    );
  }
  return text;
}

function publisherName(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.trim() === '' || text.length > 100 || /[\p{C}<>]/u.test(text)) {
    throw new Error(
      `PUBLISHER must be a name of at most 100 characters on one line, such as Example Foundation, not "${text}"`,
    );
  }
  return text.trim();
}

function portNumber(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a whole number from 1 to 65535, not "${text}"`);
  }
  return port;
}
