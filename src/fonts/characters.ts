/** The characters that the fonts of the site are cut to. A text with others would fall back to a font of the reader. */
const printableAscii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

export const fontCharacters = `${printableAscii}\u00a0£©«°±·»½ÉÖ×Üßàâäåçèéêëñö÷øü–—‘’“”•…′″‹›€↑↓−`;
