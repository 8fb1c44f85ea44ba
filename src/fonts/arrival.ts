/**
 * Shows the typefaces on a page that already stands before its reader. Every line keeps its words and every box its
 * width, so that words move inside their line and nothing else moves. What is drawn later is laid out as usual, and so
 * is the whole page once its width changes or it is printed.
 */

/** A stretch of a block that a line can begin with. */
type Item = Text | Element;

/** What the reader saw of one block. */
interface Block {
  element: HTMLElement;
  /** The block that it stands in. */
  around: Block | undefined;
  /** What stands in its lines. */
  items: Item[];
  width: number;
  /** By how much its text was too wide for it. */
  excess: number;
}

/** The texts that were changed, with what they were. */
const originals = new Map<Text, string>();
const held = new Set<HTMLElement>();
const ours = [
  'white-space',
  'white-space-collapse',
  'text-wrap-mode',
  'inline-size',
  'flex-shrink',
  'letter-spacing',
  'table-layout',
];

/** How many characters are held. What lies further down a very long page nobody has seen yet. */
const longest = 40_000;
let characters = 0;

function show(): void {
  const blocks: Block[] = [];
  collect(document.body, undefined, blocks);
  // On a page that opened at a place far down, what is not held might stand above the reader.
  if (characters > longest && scrollY > 0) return release();
  // All is read before anything is written, so that the page is laid out once more and not for every block.
  const breaks = blocks.map(({ items }) => breaksIn(items));
  document.documentElement.dataset['typefaces'] = '';
  blocks.forEach((block, index) => hold(block, breaks[index]!));
  fit(blocks);
  watch();
}

/** Finds the blocks of an element and what stands in their lines. */
function collect(element: Element, block: Block | undefined, blocks: Block[]): void {
  for (const child of element.childNodes) {
    if (characters > longest) return;
    if (child instanceof Text) {
      block?.items.push(child);
      characters += child.length;
    }
    if (!(child instanceof HTMLElement)) {
      if (child instanceof SVGElement) block?.items.push(child);
      continue;
    }
    const { display, position, float, whiteSpaceCollapse } = getComputedStyle(child);
    if (display === 'none') {
      // What opens later must not inherit how the lines around it are held.
      if (block && child.localName !== 'script') set(child, 'white-space', 'normal');
    } else if (
      display === 'contents' ||
      (display === 'inline' && !/^(img|input|select|textarea)$/.test(child.localName))
    )
      collect(child, block, blocks);
    else {
      const flows = position === 'absolute' || position === 'fixed' || float !== 'none';
      if (!flows) block?.items.push(child);
      if (whiteSpaceCollapse !== 'collapse') continue;
      const { width } = child.getBoundingClientRect();
      if (width === 0) continue;
      const own: Block = { element: child, around: block, items: [], width, excess: excessOf(child) };
      blocks.push(own);
      collect(child, own, blocks);
    }
  }
}

/** Where lines begin: the index of an item, and the character in its text. */
function breaksIn(items: readonly Item[]): [item: number, at: number][] {
  const breaks: [number, number][] = [];
  let last: DOMRect | undefined;
  const range = document.createRange();
  items.forEach((item, index) => {
    if (item instanceof Element) {
      const rect = item.getBoundingClientRect();
      const outside = getComputedStyle(item).display.startsWith('inline') ? rect : undefined;
      if (outside && last && isBelow(outside, last)) breaks.push([index, 0]);
      last = outside;
      return;
    }
    range.selectNodeContents(item);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    let from = 0;
    for (const rect of rects) {
      const below = last && isBelow(rect, last);
      if (below && rect !== rects[0]) {
        from = firstAt(item, rect.top, from, range);
        breaks.push([index, from]);
      } else if (below) breaks.push([index, 0]);
      last = rect;
    }
  });
  return breaks;
}

/** Whether a piece of a line stands in a later line than another, which may be higher or raised. */
const isBelow = (rect: DOMRect, last: DOMRect) => (rect.top + rect.bottom) / 2 > last.bottom;

/** The first character of a text that stands as low as a line begins. */
function firstAt(text: Text, top: number, from: number, range: Range): number {
  let [low, high] = [from, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // A space at the end of a line takes no room, so the next character says where it stands.
    range.setStart(text, middle);
    range.setEnd(text, text.length);
    if (range.getClientRects()[0] === undefined || range.getClientRects()[0]!.top >= top - 1) high = middle;
    else low = middle + 1;
  }
  return low;
}

const hasText = ({ items }: Block) => items.some((item) => item instanceof Text && /\S/.test(item.data));

/** Ends each line of a block where it ended. */
function hold(block: Block, breaks: readonly [item: number, at: number][]): void {
  const { element, items, around } = block;
  if (!hasText(block)) {
    // A line break between boxes is none to keep.
    if (around) set(element, 'white-space-collapse', 'collapse');
    return;
  }
  items.forEach((item, index) => {
    if (!(item instanceof Text)) return;
    let text = item.data.replaceAll('\n', ' ');
    for (const [of, at] of breaks.toReversed()) {
      if (of === index && at > 0) text = broken(text, at);
      // Between two texts the first one ends the line.
      else if (of === index && !(items[index - 1] instanceof Text)) text = `\n${text}`;
      else if (of === index + 1 && at === 0) text = broken(text, text.length);
    }
    write(item, text);
  });
  set(element, 'white-space-collapse', 'preserve-breaks');
  set(element, 'text-wrap-mode', 'nowrap');
}

/** A text with the end of a line at a character, in place of the space before it. */
const broken = (text: string, at: number): string => `${text.slice(0, at).replace(/ $/, '')}\n${text.slice(at)}`;

/** Gives boxes the width that they had, and draws lines together that are too long now. One may bring about another. */
function fit(blocks: readonly Block[]): void {
  for (let round = 0; round < 4; round += 1) {
    const resized = blocks.filter(
      ({ element, width }) => Math.abs(element.getBoundingClientRect().width - width) > 0.02,
    );
    const tables = new Set(resized.flatMap(({ element }) => (isCell(element) ? [element.closest('table')!] : [])));
    for (const table of tables) set(table, 'table-layout', 'fixed');
    for (const { element, width } of blocks) {
      if (!resized.some((block) => block.element === element) && !tables.has(element.closest('table')!)) continue;
      set(element, 'inline-size', `${width}px`);
      set(element, 'flex-shrink', '0');
    }
    const long = blocks
      .map((block) => ({ ...block, more: hasText(block) ? excessOf(block.element) - block.excess : 0 }))
      .filter(({ more }) => more > 0);
    for (const { element, more } of long) {
      const { fontSize, letterSpacing } = getComputedStyle(element);
      const letters = element.clientWidth / parseFloat(fontSize) / 0.5;
      set(element, 'letter-spacing', `${(parseFloat(letterSpacing) || 0) - more / letters}px`);
    }
    if (resized.length + long.length === 0) return;
  }
}

const isCell = (element: Element) => /^t[dh]$/.test(element.localName);

const excessOf = ({ scrollWidth, clientWidth }: Element) => Math.max(0, scrollWidth - clientWidth);

function write(text: Text, data: string): void {
  if (text.data === data) return;
  originals.set(text, text.data);
  text.data = data;
  // A part of a line that may not break, such as a citation, has a rule of its own.
  if (data.includes('\n')) set(text.parentElement!, 'white-space-collapse', 'preserve-breaks');
}

function set(element: HTMLElement, property: string, value: string): void {
  element.style.setProperty(property, value);
  held.add(element);
}

/** Lets the whole page, or one element of it, be laid out as usual. */
function release(element?: HTMLElement): void {
  for (const one of held) {
    if (element && !element.contains(one)) continue;
    for (const property of ours) one.style.removeProperty(property);
    held.delete(one);
  }
  for (const [text, data] of originals) {
    if (element && !element.contains(text)) continue;
    text.data = data;
    originals.delete(text);
  }
}

function watch(): void {
  const { innerWidth: width } = window;
  addEventListener('resize', () => innerWidth !== width && release());
  addEventListener('beforeprint', () => release());
  // What readers copy has the line ends of the text, not those of the screen.
  addEventListener('copy', () => release());
  // What stands in the page and opens over it has another width there.
  addEventListener(
    'beforetoggle',
    ({ target }) => target instanceof HTMLElement && getComputedStyle(target).display !== 'none' && release(target),
    { capture: true },
  );
  whenLettersChange(() => release());
  // What a script writes anew is not the reader's text of before.
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof HTMLElement ? target : target.parentElement;
      for (let at = element; at; at = at.parentElement) if (held.has(at)) release(at);
    }
  }).observe(document.body, { childList: true, subtree: true });
}

/** Tells when a reader's own settings make letters, or the space between them, larger or smaller. */
function whenLettersChange(tell: () => void): void {
  const sample = document.createElement('span');
  sample.textContent = 'two words';
  sample.ariaHidden = 'true';
  Object.assign(sample.style, {
    position: 'absolute',
    insetBlockStart: '0',
    visibility: 'hidden',
    whiteSpace: 'nowrap',
  });
  document.body.append(sample);
  const { width } = sample.getBoundingClientRect();
  new ResizeObserver(([entry]) => {
    if (Math.abs(entry!.contentRect.width - width) > 0.5) tell();
  }).observe(sample);
}

/** Whether the browser can hold lines. In another one the typefaces wait for the next page. */
const canHold = CSS.supports('white-space-collapse: preserve-breaks') && CSS.supports('text-wrap-mode: nowrap');

if (canHold) {
  let scrolled = scrollY > 0 && location.hash === '';
  addEventListener('scroll', () => (scrolled = true), { once: true });
  const faces = [...document.fonts].filter(({ display }) => display === 'optional');
  await Promise.all(faces.map((face) => face.load()));
  // What the reader has in hand stays as it is until the next page.
  if (!scrolled && !navigator.userActivation?.hasBeenActive) show();
}

export {};
