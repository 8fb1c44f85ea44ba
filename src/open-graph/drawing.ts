/** Draws a picture as SVG: the name of the guide, the title of the entry, and its verdict on the whole scale. Pure. */
import { verdictWords, type EntryVerdict } from '../verdict.ts';
import type { Lean } from '../vocabulary.ts';
import { balancedLines } from './lines.ts';
import type { Picture } from './picture.ts';
import { pictureSize } from './size.ts';
import type { Typeface } from './typeface.ts';

const colourNames = ['paper', 'ink', 'ink2', 'edge', 'flask', 'django', 'both'] as const;
type Colours = Record<(typeof colourNames)[number], string>;

/** The colours of the light appearance, by their names in the style sheet of tokens. */
export function coloursOf(tokens: string): Colours {
  return Object.fromEntries(
    colourNames.map((name) => [name, new RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens)![1]]),
  ) as Colours;
}

export interface Tools {
  /** The voice of titles, of the guide's name, and of labels. */
  heading: Typeface;
  brand: Typeface;
  label: Typeface;
  colours: Colours;
}

const { width, height } = pictureSize;
const margin = 72;
const inner = width - 2 * margin;

/** The sizes of a title, the largest first, each with the lines that find room. */
const titleSizes = [
  { size: 92, lines: 2 },
  { size: 76, lines: 3 },
  { size: 62, lines: 4 },
];
const titleLine = 1.1;
const roomForTitle = 272;

/**
 * @throws when a typeface lacks a character, or the title finds no room.
 */
export function drawPicture(picture: Picture, tools: Tools): string {
  const { heading, colours } = tools;
  const { title, kind, verdict, summary = '' } = picture;
  const { size, lines } = fitted(title, heading);
  const top = 158 + (roomForTitle - lines.length * size * titleLine) / 2;
  return svg(colours, [
    header(kind, tools),
    ...lines.map((line, index) =>
      fill(colours.ink, heading.draw(line, margin, top + (0.72 + index * titleLine) * size, size)),
    ),
    verdict ? scale(verdict, tools) : paragraph(summary, 470, tools),
  ]);
}

/** The picture of the guide as a whole: its name, drawn as its gauge. */
export function drawSite({ summary = '' }: Picture, tools: Tools): string {
  const { heading, colours } = tools;
  const [size, middle, baseline] = [132, 54, 300];
  const [flask, or, django] = [
    heading.widthOf('Flask') * size,
    heading.widthOf('or') * middle,
    heading.widthOf('Django?') * size,
  ];
  const mark = 26;
  const axis = baseline - 34;
  const left = margin + flask + 36;
  const right = width - margin - django - 36;
  const centre = (left + right) / 2;
  const line = (from: number, to: number) => bar(from, to, axis, 3, colours.ink);
  return svg(colours, [
    fill(colours.ink, heading.draw('Flask', margin, baseline, size)),
    fill(colours.ink, heading.draw('Django?', width - margin - django, baseline, size)),
    fill(colours.ink, heading.draw('or', centre - or / 2, axis + 13, middle)),
    line(left, centre - or / 2 - 18),
    line(centre + or / 2 + 18, right),
    ring(left, axis, mark / 2, 7, colours.flask, colours.paper),
    block(right, axis, mark, colours.django),
    bar(margin, width - margin, 412, 4, colours.ink),
    paragraph(summary, 480, tools),
  ]);
}

function fitted(title: string, heading: Typeface): { size: number; lines: string[] } {
  for (const { size, lines: most } of titleSizes) {
    const lines = balancedLines(title, (text) => heading.widthOf(text) * size, inner);
    if (lines.length <= most && lines.every((line) => heading.widthOf(line) * size <= inner)) return { size, lines };
  }
  throw new Error(`“${title}” finds no room on a picture`);
}

/** A text at the foot of a picture. */
function paragraph(text: string, top: number, { label, colours }: Tools): string {
  const size = 36;
  return balancedLines(text, (part) => label.widthOf(part) * size, inner)
    .map((line, index) => fill(colours.ink2, label.draw(line, margin, top + index * 50, size)))
    .join('');
}

/** The guide's sign and name, and the kind of entry. */
function header(kind: string | undefined, { brand, label, colours }: Tools): string {
  const [baseline, size, axis] = [86, 40, 73];
  return [
    ring(margin + 11, axis, 8.5, 5, colours.ink, colours.paper),
    bar(margin + 20, margin + 48, axis, 4, colours.ink),
    block(margin + 54, axis, 22, colours.ink),
    fill(colours.ink, brand.draw('Flask or Django?', margin + 84, baseline, size)),
    kind ? fill(colours.ink2, label.draw(kind, width - margin - label.widthOf(kind) * 32, baseline - 1, 32)) : '',
    bar(margin, width - margin, 122, 2, colours.ink),
  ].join('');
}

/** Where each lean stands on the scale, from 0 for Flask to 1 for Django. */
const places: Record<Lean, number> = {
  'strongly-flask': 0,
  'leans-flask': 0.25,
  even: 0.5,
  both: 0.5,
  'leans-django': 0.75,
  'strongly-django': 1,
};

/**
 * The lean gauge over the whole width, with its words above and the names of both ends below. A verdict that is too
 * close to call has no mark on it.
 */
function scale(verdict: EntryVerdict, { label, colours }: Tools): string {
  const lean = verdict.kind === 'lean' ? verdict.lean : undefined;
  const axis = 534;
  const [from, to] = [margin + 22, width - margin - 22];
  const at = (place: number) => from + place * (to - from);
  const colour =
    lean === 'both'
      ? colours.both
      : lean?.endsWith('flask')
        ? colours.flask
        : lean?.endsWith('django')
          ? colours.django
          : colours.ink2;
  const words = verdictWords(verdict);
  const own = lean ? places[lean] : 0.5;
  const wide = label.widthOf(words) * 46;
  const start = Math.min(Math.max(at(own) - wide / 2, margin), width - margin - wide);
  const ends = [at(0), at(1)];
  const [first, last] = lean === 'both' ? ends : [at(0.5), at(own)];
  return [
    bar(from, to, axis, 2, colours.edge),
    ...[0, 0.25, 0.5, 0.75, 1].map((place) => tick(at(place), axis, place === 0.5 ? 44 : 18, colours.edge)),
    bar(Math.min(first!, last!), Math.max(first!, last!), axis, 10, colour),
    lean === 'even' ? `<rect x="${at(0.5) - 7}" y="${axis - 24}" width="14" height="48" fill="${colour}"/>` : '',
    lean?.endsWith('flask') || lean === 'both'
      ? ring(lean === 'both' ? at(0) : at(own), axis, 18, 8, colour, colours.paper)
      : '',
    lean?.endsWith('django') || lean === 'both' ? block(lean === 'both' ? at(1) : at(own), axis, 42, colour) : '',
    fill(colour, label.draw(words, start, axis - 46, 46)),
    fill(colours.ink2, label.draw('Flask', margin, axis + 62, 28)),
    fill(colours.ink2, label.draw('Django', width - margin - label.widthOf('Django') * 28, axis + 62, 28)),
  ].join('');
}

const fill = (colour: string, content: string) => `<g fill="${colour}">${content}</g>`;
const bar = (from: number, to: number, y: number, thick: number, colour: string) =>
  `<rect x="${from}" y="${y - thick / 2}" width="${to - from}" height="${thick}" fill="${colour}"/>`;
const tick = (x: number, y: number, long: number, colour: string) =>
  `<rect x="${x - 1}" y="${y - long / 2}" width="2" height="${long}" fill="${colour}"/>`;
const ring = (x: number, y: number, radius: number, thick: number, colour: string, inside: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${inside}" stroke="${colour}" stroke-width="${thick}"/>`;
const block = (x: number, y: number, side: number, colour: string) =>
  `<rect x="${x - side / 2}" y="${y - side / 2}" width="${side}" height="${side}" fill="${colour}"/>`;

function svg(colours: Colours, parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colours.paper}"/>${parts.join('')}</svg>`;
}
