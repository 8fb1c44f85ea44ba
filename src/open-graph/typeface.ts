/** Sets text in a typeface of the site: how wide it is, and its outlines as SVG. */
import * as harfbuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';

export interface Typeface {
  /**
   * How wide a line is, as a multiple of the size of its letters.
   * @throws when the typeface lacks a character, naming it.
   */
  widthOf(text: string): number;
  /** A line as SVG. `x` and `y` are the start of its baseline in pixels, `size` that of its letters. */
  draw(text: string, x: number, y: number, size: number): string;
}

export interface Style {
  /** The weight, and any other axis of the font, such as the optical size. */
  axes: Record<string, number>;
  /** What is added between letters and between words, as a multiple of the size. */
  letterSpacing?: number;
  wordSpacing?: number;
}

/** The typeface in one of the site's own font files. */
export async function loadTypeface(woff2: Uint8Array, { axes, letterSpacing = 0, wordSpacing = 0 }: Style) {
  const file = await subsetFont(woff2, undefined, { targetFormat: 'truetype', keepAllGlyphs: true });
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(file).buffer));
  const font = new harfbuzz.Font(face);
  font.setVariations(Object.entries(axes).map(([axis, value]) => new harfbuzz.Variation(axis, value)));
  const outlines = new Map<number, string>();

  function outlineOf(glyph: number): string {
    const known = outlines.get(glyph);
    if (known !== undefined) return known;
    // A unit of the font is less than a tenth of a pixel.
    const outline = font.glyphToPath(glyph).replace(/-?\d+\.\d+/g, (number) => `${Math.round(Number(number))}`);
    outlines.set(glyph, outline);
    return outline;
  }

  /** The glyphs of a line with the place of each, and the width of all, in units of the font. */
  function shape(text: string): { glyphs: { glyph: number; at: number }[]; width: number } {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer);
    let width = 0;
    const glyphs = buffer.getGlyphInfosAndPositions().map(({ codepoint: glyph, cluster, xAdvance, xOffset }) => {
      const character = String.fromCodePoint(text.codePointAt(cluster)!);
      if (glyph === 0) throw new MissingCharacter(character);
      const at = width + (xOffset ?? 0);
      width += xAdvance! + face.upem * (letterSpacing + (character === ' ' ? wordSpacing : 0));
      return { glyph, at };
    });
    return { glyphs, width };
  }

  return {
    widthOf: (text) => shape(text).width / face.upem,
    draw(text, x, y, size) {
      const scale = size / face.upem;
      const paths = shape(text)
        .glyphs.map(({ glyph, at }) => ({ d: outlineOf(glyph), at }))
        .filter(({ d }) => d !== '')
        .map(({ d, at }) => `<path transform="translate(${Math.round(at)})" d="${d}"/>`);
      return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
    },
  } satisfies Typeface;
}

/** A text has a character that the fonts of the site were cut without. */
export class MissingCharacter extends Error {
  constructor(character: string) {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    super(`the fonts have no “${character}” (U+${code}); add it to src/fonts/characters.ts or write it otherwise`);
  }
}
