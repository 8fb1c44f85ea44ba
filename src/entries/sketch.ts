/** Places the boxes and lines of a small diagram, top to bottom. Pure. */

export interface Box {
  text: string;
  /** The text as it stands in the box: two lines where one would be too long for a wide typeface or a wider spacing. */
  lines: string[];
  /** Centre and top, in the units of the drawing. */
  x: number;
  y: number;
  width: number;
}

export interface Join {
  from: string;
  to: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  joins: Join[];
}

export const boxHeight = 48;
export const lineHeight = 19;
const width = 480;
const gap = 40;
const wide = 320;
const narrow = 228;
/** How many characters fit into a line: a bold letter of a wide typeface, in a wider spacing, takes 13 units. */
const longest = (width: number) => width / 13;

/**
 * @param levels the texts of the boxes, a list for each level, one or two in a level
 * @param joins pairs such as `"Browser>Proxy"`; by default each box is joined to every box of the next level
 * @throws when a level has no box or more than two, a text stands twice, or a join names no box
 */
export function draw(levels: readonly (readonly string[])[], joins?: readonly string[]): Drawing {
  const boxes = levels.flatMap((level, row) => {
    if (level.length < 1 || level.length > 2) throw new Error(`level ${row + 1} has ${level.length} boxes, not 1 or 2`);
    const own = level.length === 1 ? wide : narrow;
    return level.map((text, column) => ({
      text,
      lines: inLines(text, longest(own)),
      width: own,
      x: level.length === 1 ? width / 2 : narrow / 2 + column * (width - narrow),
      y: row * (boxHeight + gap),
    }));
  });
  const named = new Map(boxes.map((box) => [box.text, box]));
  if (named.size < boxes.length) throw new Error('two boxes have one text');
  const pairs = joins
    ? joins.map((join) => join.split('>') as [string, string])
    : levels.slice(1).flatMap((level, row) => levels[row]!.flatMap((from) => level.map((to) => [from, to] as const)));
  return {
    width,
    height: levels.length * (boxHeight + gap) - gap,
    boxes,
    joins: pairs.map(([from, to]) => {
      const [start, end] = [named.get(from), named.get(to)];
      if (!start || !end) throw new Error(`"${from}>${to}" names no box`);
      return { from, to, x1: start.x, y1: start.y + boxHeight, x2: end.x, y2: end.y };
    }),
  };
}

/** Cuts a text that is too long for a line at the space nearest to its middle. */
function inLines(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}
