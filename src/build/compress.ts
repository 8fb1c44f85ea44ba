/**
 * The last step of a build: puts a Brotli and a gzip copy beside every text file, so that any static host can send
 * them. What an earlier build compressed is not compressed again.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { openCache } from './cache.ts';
import { inParallel } from './parallel.ts';
import { buildSettings } from './settings.ts';

const { outDir } = buildSettings(process.env);
const start = performance.now();
const brotliCache = openCache('brotli');
const gzipCache = openCache('gzip');
const names = globSync('**/*.{html,css,csv,js,json,md,pf_index,pf_meta,svg,txt,wasm,webmanifest,xml}', { cwd: outDir });
const bytes = { raw: 0, sent: 0 };

await inParallel(names, async (name) => {
  const file = join(outDir, name);
  const content = readFileSync(file);
  const brotli = await brotliCache.get(content, () =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  );
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, await gzipCache.get(content, () => promisify(gzip)(content, { level: 9 })));
  bytes.raw += content.length;
  bytes.sent += brotli.length;
});
for (const cache of [brotliCache, gzipCache]) cache.tidy();

const kilobytes = (count: number) => `${Math.round(count / 1000)} kB`;
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(
  `${outDir}: ${names.length} text files, ${kilobytes(bytes.raw)}, as Brotli ${kilobytes(bytes.sent)}, ${brotliCache.made} of them compressed now, in ${seconds} s`,
);
