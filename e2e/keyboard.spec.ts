import { kinds } from './builds.ts';
import { expect, test } from './reader.ts';

/** What stands beside the text, where the order of reading is not the order from top to bottom. */
const beside = '.site-header, .site-footer, .rail > nav, .evidence-note';

for (const address of kinds) {
  test(`/${address} can be walked with the keyboard alone, in order, in sight and out again`, async ({
    page,
    site,
  }) => {
    // Some pages have hundreds of links.
    test.setTimeout(1_200_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(site.url + address);
    const skip = page.getByRole('link', { name: 'Skip to main text' });
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();

    const stops: { what: string; top: number; left: number; right: number }[] = [];
    const unseen: string[] = [];
    const tabbable = await page.locator('a[href], button, input, summary, [tabindex="0"]').count();
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate((aside) => {
        const focused = document.activeElement!;
        if (focused === document.body) return;
        const shown = focused.closest('.chips label') ?? focused;
        // A link may be broken over two lines; its first line stands for it.
        const { top, left, right, width, height } = shown.getClientRects()[0]!;
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return {
          what: focused.outerHTML.slice(0, 120),
          outlined: getComputedStyle(shown).outlineStyle !== 'none',
          covered: !hit || !(shown.contains(hit) || hit.contains(shown)),
          aside: focused.closest(aside) !== null,
          top: top + scrollY,
          left,
          right,
        };
      }, beside);
      if (!stop) break;
      if (!stop.outlined) unseen.push(`no outline: ${stop.what}`);
      if (stop.covered) unseen.push(`covered or out of sight: ${stop.what}`);
      if (!stop.aside) stops.push(stop);
      expect(stops.length, 'the keyboard gets out again').toBeLessThanOrEqual(tabbable);
    }
    expect(unseen).toEqual([]);
    const backwards = stops.filter((stop, index) => {
      const before = stops[index - 1];
      // Things on one line may differ by the height of a line; a next column begins at the top again.
      return before && stop.top < before.top - 40 && stop.left < before.right;
    });
    expect(backwards.map(({ what }) => what)).toEqual([]);
  });
}

test('the skip link moves the keyboard to the text on every kind of page', async ({ page, site }) => {
  test.slow();
  for (const address of kinds) {
    await page.goto(site.url + address);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // A page without anything to press in its text leads on to what follows it.
    const [landed, first] = await page.evaluate(() => {
      const pressable = 'a[href], button, input, summary';
      const after = [...document.querySelectorAll(`main :is(${pressable}), .site-footer :is(${pressable})`)];
      return [document.activeElement?.outerHTML, after.find((element) => element.checkVisibility())?.outerHTML];
    });
    expect(landed, `/${address}`).toBe(first);
  }
});

test('on a narrow screen, too, what sorts the comparison is in sight when the keyboard is on it', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}compare/`);
  for (const name of ['Capability', 'Flask', 'Django']) {
    const button = page.getByRole('columnheader').getByRole('button', { name });
    await button.focus();
    const seen = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(seen, name).toBe(true);
  }
});
