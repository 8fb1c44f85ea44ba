/** Breaks a text into lines. Pure: widths come from outside. */

/**
 * As few lines as the width allows, and these as even as they can be, so that no word is left alone.
 * @param widthOf the width of a piece of text, in the unit of `most`
 * @param most the width that no line may exceed; a single word may, since words are not broken
 */
export function balancedLines(text: string, widthOf: (text: string) => number, most: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const widths = words.map(widthOf);
  const space = widthOf(' ');
  const filled = (limit: number) => {
    const lines: { words: string[]; width: number }[] = [];
    for (const [index, word] of words.entries()) {
      const line = lines.at(-1);
      const width = widths[index]!;
      if (line && line.width + space + width <= limit) {
        line.words.push(word);
        line.width += space + width;
      } else lines.push({ words: [word], width });
    }
    return lines.map((line) => line.words.join(' '));
  };
  const fewest = filled(most).length;
  let low = 0;
  let high = most;
  // A tenth of a percent of the width is less than anybody sees.
  while (high - low > most / 1000) {
    const middle = (low + high) / 2;
    if (filled(middle).length <= fewest) high = middle;
    else low = middle;
  }
  return filled(high);
}
