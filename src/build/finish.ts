/**
 * The last step of a build, over the files that Astro wrote: gives each page the hashes that are its own, writes
 * entries as Markdown, stops on broken links, and puts a Brotli and a gzip copy beside every text file, so that any
 * static host can send them.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { brokenLinks } from './links.ts';
import { withOwnHashes } from './policy.ts';
import { buildSettings } from './settings.ts';
import { markdownOf, sourcesByClaim, twinAddress } from './twins.ts';

const { site, base, outDir } = buildSettings(process.env);
const read = (name: string) => readFileSync(join(outDir, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(outDir, name), text);

const pages = globSync('**/*.html', { cwd: outDir }).map((name) => ({
  name,
  path: `/${name.replace(/(^|\/)index\.html$/, '$1')}`,
  html: namingTheFile(name, () => withOwnHashes(read(name))),
}));
const ledger = pages.find(({ path }) => path === '/evidence/');
const sources = sourcesByClaim(ledger?.html ?? '');
for (const { name, html } of pages) {
  write(name, html);
  const twin = twinAddress(html);
  if (twin) write(twin.slice(base.length), markdownOf(html, sources, site));
}

const broken = brokenLinks(pages, base, (path) => existsSync(join(outDir, path)));
if (broken.length > 0) {
  const count = broken.length === 1 ? 'a broken link' : `${broken.length} broken links`;
  console.error(`The site has ${count}:\n${broken.join('\n')}`);
  process.exit(1);
}

const texts = globSync('**/*.{html,css,csv,js,json,md,pagefind,pf_index,pf_meta,svg,txt,xml}', {
  cwd: outDir,
});
const sizes = texts.map((name) => {
  const content = readFileSync(join(outDir, name));
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  writeFileSync(join(outDir, `${name}.br`), brotli);
  writeFileSync(join(outDir, `${name}.gz`), gzipSync(content, { level: 9 }));
  return { raw: content.length, sent: brotli.length };
});

const kilobytes = (of: 'raw' | 'sent') => `${Math.round(sizes.reduce((sum, size) => sum + size[of], 0) / 1000)} kB`;
console.log(
  `${outDir}: ${pages.length} pages among ${texts.length} text files, ${kilobytes('raw')}, as Brotli ${kilobytes('sent')}, for ${site ?? ''}${base}`,
);
if (!site) {
  console.log('SITE_URL is not set: no sitemap, feed, canonical addresses or other absolute addresses were written.');
}

function namingTheFile<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`${join(outDir, name)}: ${(error as Error).message}`);
  }
}
