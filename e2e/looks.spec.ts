/**
 * How each kind of element looks: colours, sizes and spaces as the browser computes them, held against `looks.json`. So a
 * rule of a style sheet that is lost or overridden is noticed, though nothing else breaks. After a change of looks that
 * is meant, `UPDATE_LOOKS=1 npx playwright test looks` writes the record anew; read what differs before you commit it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { format } from 'prettier';
import { kinds } from './builds.ts';
import { expect, test } from './reader.ts';

const record = join(import.meta.dirname, 'looks.json');

/** What an element looks like, by its selector; `::before` and `::after` have lines of their own. */
type Looks = Record<string, string>;

/** The properties that the style sheets set and that do not follow from the size of the text in hand. */
const properties = [
  ...[
    'color',
    'background-color',
    'background-image',
    'background-size',
    'opacity',
    'visibility',
    'display',
    'position',
  ],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'letter-spacing', 'line-height'],
  ...[
    'text-align',
    'text-decoration-line',
    'text-transform',
    'text-wrap-mode',
    'white-space-collapse',
    'list-style-type',
  ],
  ...['margin-top', 'margin-bottom', 'margin-left', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
  ...['border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width', 'border-top-style'],
  ...['border-bottom-style', 'border-top-color', 'border-bottom-color', 'border-top-left-radius', 'outline-style'],
  ...[
    'max-width',
    'min-width',
    'min-height',
    'overflow-x',
    'flex-direction',
    'flex-wrap',
    'align-items',
    'justify-content',
  ],
  ...[
    'column-gap',
    'row-gap',
    'order',
    'float',
    'vertical-align',
    'cursor',
    'content',
    'scroll-margin-top',
    'box-shadow',
  ],
];

/** What style sheets say of the parts of a drawing. */
const drawn = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'visibility'],
  ...['display', 'font-family', 'font-size', 'font-weight', 'text-anchor'],
];

/** The looks of one element for each selector: its name, its classes, and the classes of what it stands in. */
function looksOf(page: Page): Promise<Looks> {
  return page.evaluate(
    ({ properties: names, drawn: ofDrawings }) => {
      const classes = (element: Element | null) =>
        [...(element?.classList ?? [])].map((name) => `.${CSS.escape(name)}`).join('');
      const selector = (element: Element) => {
        const around = element.parentElement?.closest('[class]') ?? null;
        const lean = element.getAttribute('data-lean');
        return `${classes(around)} ${element.localName}${classes(element)}${lean ? `[data-lean=${lean}]` : ''}`.trim();
      };
      // A part that cannot be told from its parent by any of these says nothing.
      const plain = document.createElement('span');
      document.body.append(plain);
      const usual = {
        ...Object.fromEntries(names.map((name) => [name, getComputedStyle(plain).getPropertyValue(name)])),
      };
      plain.remove();
      const look = (element: Element, part?: string) => {
        const style = getComputedStyle(element, part);
        return names
          .map((name) => [name, style.getPropertyValue(name)] as const)
          .filter(([name, value]) => value !== usual[name])
          .map(([name, value]) => `${name}: ${value}`)
          .join('; ');
      };
      const drawing = (element: Element) => {
        const style = getComputedStyle(element);
        return ofDrawings.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
      };
      const found: Record<string, string> = {};
      for (const element of document.body.querySelectorAll('*')) {
        if (element.closest('script, style, noscript, defs')) continue;
        const name = selector(element);
        if (name in found) continue;
        if (element.closest('svg')) {
          found[name] = drawing(element);
          continue;
        }
        found[name] = look(element);
        for (const part of ['::before', '::after'])
          if (getComputedStyle(element, part).content !== 'none') found[name + part] = look(element, part);
      }
      return found;
    },
    { properties, drawn },
  );
}

/** What differs, a readable line for each selector. */
function differences(before: Looks, now: Looks): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((name) => {
    const [old, young] = [before[name], now[name]];
    // Which kinds of element there are is the content's business.
    if (old === undefined || young === undefined || old === young) return [];
    const [lost, won] = [old.split('; '), young.split('; ')];
    return [
      `${name}: was ${lost.filter((line) => !won.includes(line)).join('; ') || 'nothing'}, is ${won.filter((line) => !lost.includes(line)).join('; ') || 'nothing'}`,
    ];
  });
}

test(
  'every kind of element looks as it did, narrow and wide, light and dark',
  { tag: '@sweep' },
  async ({ page, site }) => {
    // Twenty pages, three times each.
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: Record<string, Looks> = {};
    for (const [name, width, colorScheme] of [
      ['wide', 1280, 'light'],
      ['narrow', 360, 'light'],
      ['dark', 1280, 'dark'],
    ] as const) {
      const all: Looks = {};
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const address of kinds) {
        // As from another page: the typefaces are there, and no line is held while they arrive.
        await page.goto(site.url + address, { referer: site.url });
        // A calculator fills parts of its page once it has computed.
        const computing = page.locator('framework-calculator:not([data-short], [data-live]:not([aria-busy]))');
        await expect(computing).toHaveCount(0, { timeout: 30_000 });
        for (const [selector, look] of Object.entries(await looksOf(page))) all[selector] ??= look;
      }
      found[name] = all;
    }
    // Of the others only what is not as in the wide window in light.
    for (const name of ['narrow', 'dark'])
      found[name] = Object.fromEntries(
        Object.entries(found[name]!).map(([selector, look]) => {
          const usual = found['wide']![selector]?.split('; ') ?? [];
          return [
            selector,
            look
              .split('; ')
              .filter((line) => !usual.includes(line))
              .join('; '),
          ];
        }),
      );
    if (process.env['UPDATE_LOOKS']) {
      writeFileSync(record, await format(JSON.stringify(found), { parser: 'json' }));
    }
    const recorded = JSON.parse(readFileSync(record, 'utf8')) as Record<string, Looks>;
    expect(
      Object.keys(found).flatMap((name) =>
        differences(recorded[name] ?? {}, found[name]!).map((line) => `${name}: ${line}`),
      ),
    ).toEqual([]);
  },
);
