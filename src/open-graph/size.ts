/** The size of every picture, in pixels: what other sites ask for. */
export const pictureSize = { width: 1200, height: 630 };
