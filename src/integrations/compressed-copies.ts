/** Puts a Brotli and a gzip copy beside every text file, so that any static host can send them. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { inParallel } from '../build/parallel.ts';

const text = '**/*.{html,css,csv,js,json,md,pagefind,pf_fragment,pf_index,pf_meta,svg,txt,webmanifest,xml}';

export function compressedCopies(): AstroIntegration {
  return {
    name: 'compressed-copies',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const names = globSync(text, { cwd: folder });
        const bytes = { raw: 0, sent: 0 };
        await inParallel(names, async (name) => {
          const { raw, sent } = await compress(join(folder, name));
          bytes.raw += raw;
          bytes.sent += sent;
        });
        logger.info(`${names.length} text files, ${kilobytes(bytes.raw)}, as Brotli ${kilobytes(bytes.sent)}`);
      },
    },
  };
}

/**
 * Puts the copies beside one file.
 * @returns how many bytes the file has, and its Brotli copy
 */
export async function compress(file: string): Promise<{ raw: number; sent: number }> {
  const content = readFileSync(file);
  const brotli = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
  return { raw: content.length, sent: brotli.length };
}

const kilobytes = (count: number) => `${Math.round(count / 1000)} kB`;
