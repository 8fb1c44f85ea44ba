/** A step of a build: writes the `_headers` file for what the build put into the site's root. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSettings } from '../build/settings.ts';
import { headersFile } from './headers-file.ts';

const { base, outDir } = buildSettings(process.env);
const names = readdirSync(outDir, { withFileTypes: true })
  .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
  .filter((name) => name !== '_headers' && !/\.(br|gz)$/.test(name));
writeFileSync(join(outDir, '_headers'), headersFile(names.sort(), base));
