/** Draws pictures as PNG, with the typefaces and colours of the site. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { coloursOf, drawPicture, drawSite, type Tools } from './drawing.ts';
import type { Picture } from './picture.ts';
import { loadTypeface } from './typeface.ts';

let loading: Promise<Tools> | undefined;

/**
 * The picture of an entry.
 * @param from the file and the field that its title comes from, for the message
 * @throws when a typeface lacks a character, or the title finds no room
 */
export async function entryPng(picture: Picture, from: string): Promise<Uint8Array> {
  const tools = await toolsOnce();
  try {
    return await asPng(drawPicture(picture, tools));
  } catch (error) {
    throw new Error(`${from}: ${(error as Error).message}`, { cause: error });
  }
}

/** The picture of the guide as a whole. */
export async function sitePng(picture: Picture): Promise<Uint8Array> {
  return asPng(drawSite(picture, await toolsOnce()));
}

function toolsOnce(): Promise<Tools> {
  return (loading ??= loadTools());
}

/** The typefaces as the site sets headings, its name and labels. */
async function loadTools(): Promise<Tools> {
  // A page of Astro runs from a bundle elsewhere; the project's root is where the build was started.
  const [serif, sans, tokens] = (await Promise.all(
    ['fonts/serif.woff2', 'fonts/sans.woff2', 'styles/tokens.css'].map((name) => readFile(`src/${name}`)),
  )) as [Buffer, Buffer, Buffer];
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
