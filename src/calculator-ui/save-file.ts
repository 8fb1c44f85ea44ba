/** Hands a file to the browser, which saves it or asks where. Nothing tells whether it did: a frame may be forbidden to. */
import type { Export } from './exports.ts';

export function saveFile({ name, type, text }: Export): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  // The calculator may stand in a frame whose links lead out of it.
  link.target = '_self';
  link.click();
  URL.revokeObjectURL(link.href);
}
