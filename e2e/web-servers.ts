/** Finds nginx and Caddy for the tests, or unpacks them from Debian's packages, and runs them. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import getPort from 'get-port';
import { caddyfile } from '../src/hosting/caddy.ts';
import { nginxConfiguration } from '../src/hosting/nginx.ts';

/** Packages are unpacked here, not installed: an installed server would start at once, on every network. */
const unpacked = resolve('test-results/web-servers');
const packages = ['nginx', 'libnginx-mod-http-brotli-static', 'caddy'];
const brotliModule = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

export const webServers = ['nginx', 'caddy'] as const;
export type WebServer = (typeof webServers)[number];

export interface HostedSite {
  /** The folder with the built site, which every user of this machine can read. */
  folder: string;
  /** The folder of the address, with a slash at both ends. */
  base: string;
}

/** What is needed to run a server; undefined where it is missing. */
export function findWebServer(name: WebServer): { program: string; brotli: string | undefined } | undefined {
  const find = (paths: string[]) => paths.find((path) => existsSync(path));
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    '/usr/sbin',
    `${unpacked}/usr/sbin`,
    `${unpacked}/usr/bin`,
  ];
  const program = find(folders.map((folder) => join(folder, name)));
  const brotli = find([`/${brotliModule}`, join(unpacked, brotliModule)]);
  return program && (name === 'caddy' || brotli) ? { program, brotli } : undefined;
}

/** Unpacks the servers that are missing, where apt is. Says so when it cannot: the tests of a missing one are skipped. */
export function ensureWebServers(): void {
  const missing = () => webServers.filter((name) => !findWebServer(name));
  if (missing().length === 0) return;
  mkdirSync(unpacked, { recursive: true });
  const run = (command: string, ...rest: string[]) =>
    spawnSync(command, rest, { cwd: unpacked, stdio: 'ignore' }).status === 0;
  const download = () => run('apt-get', 'download', ...packages);
  if (download() || (process.getuid?.() === 0 && run('apt-get', 'update') && download())) {
    for (const file of globSync('*.deb', { cwd: unpacked })) run('dpkg-deb', '--extract', file, '.');
  }
  for (const name of missing()) console.log(`${name} was not found and could not be unpacked: it is not tested.`);
}

/**
 * Serves a built site with the configuration that this project prints for the server.
 * @throws when the server is missing or does not answer, with what it said.
 */
export async function serveWith(name: WebServer, { folder, base }: HostedSite) {
  const found = findWebServer(name);
  if (!found) throw new Error(`${name} was not found`);
  const home = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await getPort({ host: '127.0.0.1' });
  const host = { site: undefined, base, folder, port, bind: '127.0.0.1' };
  const file = join(home, 'configuration');
  writeFileSync(
    file,
    name === 'caddy'
      ? `{\n  admin off\n}\n${caddyfile(host)}`
      : aroundNginx(home, found.brotli!, nginxConfiguration(host)),
  );
  const options =
    name === 'caddy' ? ['run', '--adapter', 'caddyfile', '--config', file] : ['-p', home, '-e', 'stderr', '-c', file];
  const server = spawn(found.program, options, {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
  });
  const said: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => said.push(data));
  // Also when the tests are broken off.
  const kill = () => server.kill('SIGTERM');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const close = async () => {
    kill();
    await ended;
    process.off('exit', kill);
    rmSync(home, { recursive: true });
  };
  const url = `http://127.0.0.1:${port}${base}`;
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if (await fetch(url).catch(() => undefined)) return { url, close };
    await setTimeout(50);
  }
  await close();
  throw new Error(`${name} does not answer at ${url}:\n${Buffer.concat(said)}`);
}

/** What a system's own nginx.conf puts around the files of conf.d, with every path in one folder. */
function aroundNginx(home: string, brotli: string, configuration: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `load_module ${brotli};
daemon off;
pid ${home}/pid;
error_log stderr;
events {}
http {
access_log off;
${kinds.map((kind) => `${kind}_temp_path ${home}/${kind};`).join('\n')}
${configuration}}
`;
}
