/**
 * The last step of a build: leaves each page its own hashes in its policy, stops on broken links, writes a
 * Brotli and a gzip copy beside every text file, so that any static host can send them, and says what was built.
 */
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { brokenLinks } from './links.ts';
import { withOwnHashes } from './policy.ts';
import { buildSettings } from './settings.ts';

const { site, base, outDir } = buildSettings(process.env);
const texts = globSync('**/*.{html,css,js,mjs,json,xml,svg,txt,webmanifest}', { cwd: outDir });

let raw = 0;
let sent = 0;
for (const name of texts) {
  const path = join(outDir, name);
  if (name.endsWith('.html')) writeFileSync(path, page(path));
  const content = readFileSync(path);
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: statSync(path).size },
  });
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  raw += content.length;
  sent += brotli.length;
}

function page(path: string): string {
  try {
    return withOwnHashes(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

const pages = texts
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({
    path: `/${name.replace(/(^|\/)index\.html$/, '$1')}`,
    html: readFileSync(join(outDir, name), 'utf8'),
  }));
const broken = brokenLinks(pages, base, (path) => existsSync(join(outDir, path)));
if (broken.length > 0) {
  console.error(
    `The site has ${broken.length === 1 ? 'a broken link' : `${broken.length} broken links`}:\n${broken.join('\n')}`,
  );
  process.exitCode = 1;
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `${outDir}: ${texts.length} text files, ${kilobytes(raw)}, ${kilobytes(sent)} as Brotli, for ${site ?? ''}${base}`,
);
if (!site) {
  console.log('SITE_URL is not set: no sitemap, feed, canonical addresses or other absolute addresses were written.');
}
