/**
 * The step of a build that draws the picture of every entry, for other sites to show beside a link. Pages can name
 * pictures only where the build knows its host, so without `SITE_URL` there are none. A picture is drawn anew when
 * something on it changes, or something that draws it.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { versionString } from 'harfbuzzjs';
import sharp from 'sharp';
import { openCache } from '../build/cache.ts';
import { inParallel } from '../build/parallel.ts';
import { buildSettings } from '../build/settings.ts';
import { coloursOf, drawPicture, drawSite, type Tools } from './drawing.ts';
import type { PictureList } from './picture.ts';
import { loadTypeface } from './typeface.ts';

const src = join(import.meta.dirname, '..');
const [serif, sans, tokens] = ['fonts/serif.woff2', 'fonts/sans.woff2', 'styles/tokens.css'].map((name) =>
  readFileSync(join(src, name)),
) as [Buffer, Buffer, Buffer];

const { site, outDir } = buildSettings(process.env);
if (site) await drawAll();

async function drawAll(): Promise<void> {
  const start = performance.now();
  const list = join(outDir, 'pictures.json');
  // Only where something has to be drawn.
  let loaded: Promise<Tools> | undefined;
  const tools = () => (loaded ??= loadTools());
  const { site, entries } = JSON.parse(readFileSync(list, 'utf8')) as PictureList;
  const jobs = [
    { picture: site, draw: async () => drawSite(site, await tools()) },
    ...entries.map(({ picture, from }) => ({
      picture,
      draw: async () => {
        const withTools = await tools();
        return naming(from, () => drawPicture(picture, withTools));
      },
    })),
  ];
  const cache = openCache('pictures');
  const drawnBy = whatDraws();
  let bytes = 0;
  await inParallel(jobs, async ({ picture, draw }) => {
    const drawn = await cache.get(drawnBy + JSON.stringify(picture), async () => asPng(await draw()));
    const file = join(outDir, picture.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, drawn);
    bytes += drawn.length;
  });
  cache.tidy();
  rmSync(list);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${outDir}: ${jobs.length} pictures, ${Math.round(bytes / 1000)} kB, ${cache.made} of them drawn now, in ${seconds} s`,
  );
}

/** The typefaces as the site sets headings, its name and labels. */
async function loadTools(): Promise<Tools> {
  return {
    heading: await loadTypeface(serif, { axes: { wght: 560, opsz: 30 }, letterSpacing: -0.006, wordSpacing: 0.09 }),
    brand: await loadTypeface(serif, { axes: { wght: 600, opsz: 30 }, wordSpacing: 0.05 }),
    label: await loadTypeface(sans, { axes: { wght: 600 } }),
    colours: coloursOf(tokens.toString()),
  };
}

/** Sixteen colours are enough for five and the edges between them. With less effort than the default they are missed. */
async function asPng(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 }).toBuffer();
}

/** Stands for everything that draws: our own modules, the fonts, the colours and the libraries. */
function whatDraws(): string {
  const hash = createHash('sha256').update(JSON.stringify([sharp.versions, versionString()]));
  for (const part of [serif, sans, tokens]) hash.update(part);
  for (const name of [
    'vocabulary.ts',
    'verdict.ts',
    'calculator/verdict-words.ts',
    ...globSync('open-graph/*.ts', { cwd: src }).sort(),
  ])
    hash.update(readFileSync(join(src, name)));
  return hash.digest('hex');
}

function naming<Result>(from: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`${from}: ${(error as Error).message}`, { cause: error });
  }
}
