/**
 * Cuts the two typefaces of the design from the packages that publish them: the characters that the
 * site uses, the weights that it uses, and Archivo at 90 % width. `npm run fonts` writes the files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { fontCharacters } from './characters.ts';

const packages = new URL('../../node_modules/@fontsource-variable/', import.meta.url);

const weights = { min: 400, max: 700, default: 400 };

/** Each font file with the package's file it is cut from. */
const cuts = {
  'serif.woff2': { from: 'piazzolla/files/piazzolla-latin-opsz-normal.woff2', axes: { wght: weights } },
  'sans.woff2': { from: 'archivo/files/archivo-latin-wdth-normal.woff2', axes: { wght: weights, wdth: 90 } },
};

export const fontFiles = Object.keys(cuts) as (keyof typeof cuts)[];

/** The bytes of a font file, made anew. */
export function makeFont(name: keyof typeof cuts): Promise<Uint8Array> {
  const { from, axes } = cuts[name];
  return subsetFont(readFileSync(new URL(from, packages)), fontCharacters, {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
}

/** The licence of both typefaces, which goes with the files. */
export function fontLicences(): string {
  return ['piazzolla', 'archivo']
    .map((name) => readFileSync(new URL(`${name}/LICENSE`, packages), 'utf8'))
    .join('\n\n');
}

if (import.meta.main) {
  for (const name of fontFiles) writeFileSync(new URL(name, import.meta.url), await makeFont(name));
  writeFileSync(new URL('../../public/fonts-licence.txt', import.meta.url), fontLicences());
}
