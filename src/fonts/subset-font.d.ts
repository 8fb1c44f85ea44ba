declare module 'subset-font' {
  interface Range {
    min: number;
    max: number;
    default: number;
  }
  /** A font with the given characters and axes only. An axis with one number is fixed there. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes: Record<string, number | Range> },
  ): Promise<Uint8Array>;
  /** The whole font in another format. */
  export default function subsetFont(
    font: Uint8Array,
    text: undefined,
    options: { targetFormat: 'truetype'; keepAllGlyphs: true },
  ): Promise<Uint8Array>;
}
