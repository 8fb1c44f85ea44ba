/** `npm run hosting`: prints the configuration of a web server for the site that the same variables build. */
import { resolve } from 'node:path';
import { buildSettings } from '../build/settings.ts';
import { caddyfile } from './caddy.ts';
import { nginxConfiguration } from './nginx.ts';

const servers = new Map([
  ['caddy', caddyfile],
  ['nginx', nginxConfiguration],
]);

try {
  const configuration = servers.get(process.argv[2] ?? '');
  if (!configuration) throw new Error(`Name a server: npm run hosting ${[...servers.keys()].join(' or ')}`);
  const { site, base, outDir, port } = buildSettings(process.env);
  process.stdout.write(configuration({ site, base, folder: resolve(outDir), port }));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
