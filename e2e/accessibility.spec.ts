import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fewOrAll, kinds, layouts, sampledPages } from './builds.ts';
import { expect, test } from './reader.ts';

interface View {
  colorScheme: 'light' | 'dark';
  width: number;
  /** The rules to try; all of them where it names none. */
  rules?: string[];
  /** The rules to leave out. */
  without?: string[];
}

/** What axe finds on an open page in each view, a line for each rule that is broken. */
async function violations(page: Page, views: readonly View[]): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width, rules, without = [] } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    // Legacy: without a further page for the sum of all frames. No page has a frame.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules ? axe.withRules(rules) : axe.disableRules(without)).analyze();
    for (const { id, nodes } of violations)
      found.push(`${colorScheme} ${width}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }
  return found;
}

/** Of a list's many items, so many stand for all: axe takes a minute for the longest pages. The sweep leaves them whole. */
const itemsKept = 5;

/** Shortens every list, table and run of parts of one kind. */
async function shortened(page: Page): Promise<void> {
  await page.evaluate((most) => {
    for (const parent of document.querySelectorAll('main, main *')) {
      const seen = new Map<string, number>();
      for (const child of [...parent.children]) {
        const kind = `${child.localName}.${child.className}`;
        const count = (seen.get(kind) ?? 0) + 1;
        seen.set(kind, count);
        if (count > most) child.remove();
      }
    }
  }, itemsKept);
}

// Colours take axe as long as all else. They come from a few styles that all pages share.
const contrast = ['color-contrast'];

for (const address of [...kinds, 'embed/calculator/']) {
  test(`/${address} has no violation that axe can find, nor one that only a narrow screen has`, async ({
    page,
    site,
  }) => {
    await page.goto(site.url + address);
    await shortened(page);
    const found = await violations(page, [
      { colorScheme: 'light', width: 1280, without: contrast },
      { colorScheme: 'light', width: 360, rules: ['target-size', 'scrollable-region-focusable'] },
    ]);
    expect(found).toEqual([]);
  });
}

for (const address of layouts) {
  test(`/${address} has enough contrast, light and dark`, async ({ page, site }) => {
    await page.goto(site.url + address);
    await shortened(page);
    const views = (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, width: 1280, rules: contrast }));
    expect(await violations(page, views)).toEqual([]);
  });
}

for (const { address } of sampledPages()) {
  test(
    `/${address} has no violation that axe can find, light and dark, at 360 and 1280 px`,
    { tag: '@sweep' },
    async ({ page, site }) => {
      // All rules four times.
      test.slow();
      await page.goto(site.url + address);
      const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
        [360, 1280].map((width) => ({ colorScheme, width })),
      );
      expect(await violations(page, views)).toEqual([]);
    },
  );
}

/** What draws each mark, with the name of what must differ from mark to mark. */
const marks = { '.lean': 'data-lean', '.fill-mark': 'data-fill', '.framework-name': 'data-lean' } as const;

test('in forced colours every mark is drawn, and its shape alone tells it from the others', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const drawn = new Map<string, { shape: string; colours: string }>();
  for (const address of ['', 'use-cases/', 'compare/', 'evidence/']) {
    await page.goto(site.url + address);
    const found = await page.evaluate((kinds) => {
      const look = (element: Element, part?: string) => {
        const style = getComputedStyle(element, part);
        const shape = ['content', 'display', 'top', 'left', 'right', 'width', 'height', 'borderRadius', 'borderStyle'];
        const drawing = ['borderWidth', 'backgroundSize', 'order'];
        return [...shape, ...drawing].map((name) => style[name as 'content']).join(' ');
      };
      const filled = (element: Element, part?: string) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(element, part);
        return `${backgroundColor} ${backgroundImage}`;
      };
      return Object.entries(kinds).flatMap(([selector, attribute]) =>
        [...document.querySelectorAll(selector)].map((mark) => {
          const gauge = mark.querySelector('i') ?? mark;
          const parts = [gauge, mark].flatMap((one) => ['::before', '::after'].map((part) => [one, part] as const));
          return {
            name: `${selector} ${mark.getAttribute(attribute)}`,
            // A gauge in the text and the one at the head of an entry differ in size alone.
            big: mark.matches('.big, .big *'),
            shape: parts.map((part) => `${look(...part)} ${filled(...part)}`).join('; '),
            colours: getComputedStyle(gauge).color,
          };
        }),
      );
    }, marks);
    for (const { name, big, ...mark } of found) if (!big) drawn.set(name, mark);
  }
  const expected = { '.lean': 6, '.fill-mark': 4, '.framework-name': 2 };
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  for (const [selector, least] of Object.entries(expected)) {
    const own = [...drawn].filter(([name]) => name.startsWith(`${selector} `));
    expect(own.length, selector).toBeGreaterThanOrEqual(least);
    expect(new Set(own.map(([, { shape }]) => shape)).size, selector).toBe(own.length);
    for (const [name, { colours }] of own) expect(colours, name).toBe(ink);
  }
});

test('in forced colours a chosen filter and the page in hand are marked by more than colour', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.url}faq/`);
  const outlines = await page
    .locator('.chips label')
    .evaluateAll((labels) =>
      labels.map((label) => [label.matches(':has(:checked)'), getComputedStyle(label).outlineStyle] as const),
    );
  expect(outlines.length).toBeGreaterThan(2);
  for (const [chosen, outline] of outlines) expect(outline).toBe(chosen ? 'solid' : 'none');
  const weights = await page
    .locator('#menu a')
    .evaluateAll((links) =>
      links.map((link) => [link.hasAttribute('aria-current'), Number(getComputedStyle(link).fontWeight)] as const),
    );
  expect(weights.filter(([current]) => current).length).toBe(1);
  const usual = Math.max(...weights.filter(([current]) => !current).map(([, weight]) => weight));
  expect(weights.find(([current]) => current)![1]).toBeGreaterThan(usual + 100);
});

for (const { of, addresses, tag } of fewOrAll) {
  test(`a reader who wants less motion gets none, on ${of}`, { tag }, async ({ page, site }) => {
    // One page after the other.
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const address of addresses) {
      await page.goto(site.url + address);
      await expect(page.locator('html'), address).toHaveCSS('scroll-behavior', 'auto');
      const moving = await page.evaluate(() => ({
        // A change that takes no time moves nothing, however long it waits.
        animations: document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().duration !== 0).length,
        transitions: [...document.querySelectorAll('*')]
          .filter((element) =>
            getComputedStyle(element)
              .transitionDuration.split(', ')
              .some((time) => time !== '0s'),
          )
          .map((element) => element.className),
      }));
      expect(moving, address).toEqual({ animations: 0, transitions: [] });
    }
  });
}

/** What a wider spacing of letters, words and lines (WCAG 1.4.12) cuts off or lays over something else. */
async function spoiltBySpacing(page: Page, home: string, addresses: readonly string[]): Promise<string[]> {
  const spoilt: string[] = [];
  // The policy refuses styles from inside the page, so they come through the browser.
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  for (const address of addresses) {
    await page.goto(home + address);
    await page.evaluate(() => document.fonts.ready);
    const before = await covered(page);
    const { frameTree } = await client.send('Page.getFrameTree');
    const { styleSheetId } = await client.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
    await client.send('CSS.setStyleSheetText', {
      styleSheetId,
      text: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    });
    const found = await page.evaluate(async () => {
      // What the page does about it happens with the next frame.
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
      const excess = document.documentElement.scrollWidth - innerWidth;
      const cut = [...document.querySelectorAll('body *')].filter((element) => {
        const { overflow } = getComputedStyle(element);
        const tooSmall =
          element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
        // What a field holds can be scrolled.
        const scrolls = element.matches('.visually-hidden, input');
        return ['hidden', 'clip'].includes(overflow) && tooSmall && !scrolls;
      });
      return [
        ...(excess > 0 ? [`${excess} px too wide`] : []),
        ...cut.map((element) => `cut: ${element.outerHTML.slice(0, 80)}`),
      ];
    });
    const onTop = (await covered(page)).filter((pair) => !before.includes(pair));
    spoilt.push(...[...found, ...onTop.map((pair) => `covered: ${pair}`)].map((problem) => `/${address}: ${problem}`));
  }
  return spoilt;
}

test('no text is cut or covered when the reader of a phone widens its spacing', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await spoiltBySpacing(page, site.url, layouts)).toEqual([]);
});

for (const width of [360, 1280]) {
  test(
    `no text of any kind of page is cut or covered at ${width} px when its spacing is widened`,
    { tag: '@sweep' },
    async ({ page, site }) => {
      // Nineteen pages, of which each text is held against each other.
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      expect(await spoiltBySpacing(page, site.url, kinds)).toEqual([]);
    },
  );
}

/** The pairs of texts of which one lies on the other. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: { text: string; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const text = node.textContent!.trim();
      const seen = parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
      // The bar at the foot of the window lies over whatever has been scrolled there.
      if (!text || !seen || parent.closest('.visually-hidden, .skip-link, .bar, script')) continue;
      // On a narrow screen each cell says what it is, and the head of the table is for screen readers only.
      const head = parent.closest('thead');
      if (head && getComputedStyle(head).clipPath === 'inset(50%)') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // A sample of code is as wide as it likes and scrolls.
      const edge = parent.closest('pre')?.getBoundingClientRect().right ?? Infinity;
      for (const { x, y, right, height } of range.getClientRects()) {
        // The box of a line is taller than its letters.
        const box = new DOMRect(x, y + height * 0.25, Math.min(right, edge) - x, height * 0.5);
        if (box.width > 1) lines.push({ text: text.slice(0, 40), box });
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const pairs = new Set<string>();
    for (const [index, { text, box }] of lines.entries()) {
      for (let next = index + 1; next < lines.length && lines[next]!.box.top < box.bottom - 1; next += 1) {
        const other = lines[next]!;
        if (other.box.left < box.right - 1 && other.box.right > box.left + 1) pairs.add(`${text} | ${other.text}`);
      }
    }
    return [...pairs];
  });
}
