/** A machine on which nginx or Caddy is to serve the site. */
export interface Host {
  /** The site's address, such as `https://guide.example`; undefined for a server that answers to every name. */
  site: string | undefined;
  /** The folder of the address that the site answers below, with a slash at both ends. */
  base: string;
  /** The folder that holds the built site, from the root of the file system. */
  folder: string;
  /** The port to listen on; undefined for the ports of HTTP and, where the server sees to it, HTTPS. */
  port: number | undefined;
  /** The network address to listen on; undefined for all. */
  bind?: string;
}

/** A text in double quotes, as both servers read it. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Lines below each other, each so many steps from the edge. */
export const lines = (steps: number, texts: string[]): string => texts.join(`\n${'  '.repeat(steps)}`);
