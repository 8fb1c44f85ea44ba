/**
 * One address in front of two servers. It stands in for the reverse proxy of a real installation:
 * it forwards by path prefix and changes nothing else.
 */
import { createServer } from 'node:http';
import { createProxyServer } from 'httpxy';
import type { AddressInfo } from 'node:net';

/**
 * The target of the longest prefix that a path begins with. Pure.
 * @throws when no prefix fits
 */
export function targetOf(path: string, routes: Readonly<Record<string, string>>): string {
  const prefix = Object.keys(routes)
    .filter((candidate) => path.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) throw new Error(`no route for ${path}`);
  return routes[prefix]!;
}

/**
 * Opens a gateway on 127.0.0.1.
 * @param routes addresses of servers by path prefix; one of the prefixes is "/"
 * @param port the port to listen on; 0 takes a free one
 */
export async function openGateway(
  routes: Readonly<Record<string, string>>,
  port = 0,
): Promise<{ address: string; close: () => Promise<void> }> {
  // No connection is kept: a server may close it just when the next call begins.
  const proxy = createProxyServer({ agent: false });
  const server = createServer((request, response) => {
    proxy.web(request, response, { target: targetOf(request.url!, routes) }).catch(() => {
      response.writeHead(502).end('The server behind the gateway did not answer.');
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
