import { AxeBuilder } from '@axe-core/playwright';
import { kinds, pagesOf } from './builds.ts';
import { expect, test } from './reader.ts';

const addresses = pagesOf('plain').map(({ address }) => address);

for (const address of addresses) {
  test(`/${address} has no violation that axe can find, light and dark, at 360 and 1280 px`, async ({ page, site }) => {
    // The longest pages take axe minutes on a small machine.
    test.setTimeout(1_200_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(site.url + address);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations) {
          found.push(`${colorScheme} ${width}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
}

test('the keyboard reaches everything in the order of reading and shows where it is', async ({ page, site }) => {
  await page.goto(`${site.url}faq/can-flask-and-django-work-together/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main text' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to main text' })).toBeInViewport();
  const tops: number[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    if (await page.locator('body').evaluate((body) => document.activeElement === body)) break;
    const { top, outline, label } = await page.evaluate(() => {
      const focused = document.activeElement!;
      const shown = focused.closest('.chips label') ?? focused;
      return {
        top: focused.closest('.rail > nav, .site-header, .site-footer, .evidence-note')
          ? -1
          : focused.getBoundingClientRect().top + scrollY,
        outline: getComputedStyle(shown).outlineStyle,
        label: focused.outerHTML.slice(0, 80),
      };
    });
    expect(outline, label).not.toBe('none');
    if (top >= 0) tops.push(top);
  }
  expect(tops.length).toBeGreaterThan(20);
  // Things on one line may differ by the height of a line.
  for (const [step, top] of tops.entries()) expect(top).toBeGreaterThan((tops[step - 1] ?? 0) - 40);
});

test('the skip link moves the keyboard to the text', async ({ page, site }) => {
  await page.goto(`${site.url}verdict/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('in forced colours every mark is still drawn', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(site.url);
  const drawn = await page
    .locator('.lean i')
    .first()
    .evaluate((gauge) => {
      const { backgroundColor, borderTopStyle } = getComputedStyle(gauge, '::after');
      return { adjust: getComputedStyle(gauge.parentElement!).forcedColorAdjust, backgroundColor, borderTopStyle };
    });
  expect(drawn.adjust).toBe('none');
  expect(drawn.borderTopStyle).toBe('solid');
});

test('a reader who wants less motion gets none', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${site.url}guide/flask/`);
  await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('no text is lost when the reader widens its spacing', async ({ page, site }) => {
  // WCAG 1.4.12. The policy refuses styles from inside the page, so they come through the browser.
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  for (const address of kinds) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(site.url + address);
    const { frameTree } = await client.send('Page.getFrameTree');
    const { styleSheetId } = await client.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
    await client.send('CSS.setStyleSheetText', {
      styleSheetId,
      text: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    });
    const { wide, cut } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      cut: [...document.querySelectorAll('main *')]
        .filter(
          (element) =>
            getComputedStyle(element).overflow === 'hidden' && element.scrollHeight > element.clientHeight + 1,
        )
        .filter((element) => !element.matches('.visually-hidden'))
        .map((element) => element.className),
    }));
    expect(wide, address).toBeLessThanOrEqual(0);
    expect(cut, address).toEqual([]);
  }
});
