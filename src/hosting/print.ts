/** `npm run hosting`: prints the configuration of a web server for the site that the same variables build. */
import { resolve } from 'node:path';
import { buildSettings } from '../build/settings.ts';
import { caddyfile } from './caddy.ts';
import { nginxConfiguration } from './nginx.ts';

const servers: Record<string, typeof caddyfile> = { caddy: caddyfile, nginx: nginxConfiguration };

try {
  const configuration = servers[process.argv[2] ?? ''];
  if (!configuration) throw new Error(`Name a server: npm run hosting ${Object.keys(servers).join(' or ')}`);
  const { site, base, outDir } = buildSettings(process.env);
  const port = process.env['PORT'] ? Number(process.env['PORT']) : undefined;
  if (Number.isNaN(port)) throw new Error(`PORT must be a number, not "${process.env['PORT']}"`);
  process.stdout.write(configuration({ site, base, folder: resolve(outDir), port }));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
