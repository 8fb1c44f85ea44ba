import { kinds } from './builds.ts';
import { expect, test } from './reader.ts';

/** What stands beside the text, where the order of reading is not the order from top to bottom. */
const beside = '.site-header, .site-footer, .rail > nav, .evidence-note';

for (const address of kinds) {
  test(`/${address} can be walked with the keyboard alone, in order, in sight and out again`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(site.url + address);
    const skip = page.getByRole('link', { name: 'Skip to main text' });
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();

    let stops = 0;
    const unseen: string[] = [];
    const backwards: string[] = [];
    let before = await skip.evaluateHandle((link): Element => link);
    const tabbable = await page.locator('a[href], button, input, summary, [tabindex="0"]').count();
    for (;;) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluateHandle(() => document.activeElement!);
      const stop = await focused.evaluate(
        (focused, { before, beside }) => {
          if (focused === document.body) return;
          const shown = focused.closest('.chips label') ?? focused;
          // A link may be broken over two lines; its first line stands for it.
          const { top, left, width, height } = shown.getClientRects()[0]!;
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          // Both as they stand now: what lies between and above may have been laid out only on the way here.
          const last = (before.closest('.chips label') ?? before).getClientRects()[0]!;
          return {
            what: focused.outerHTML.slice(0, 120),
            outlined: getComputedStyle(shown).outlineStyle !== 'none',
            covered: !hit || !(shown.contains(hit) || hit.contains(shown)),
            aside: focused.closest(beside) !== null,
            // Things on one line may differ by the height of a line; a next column begins at the top again.
            backwards: top < last.top - 40 && left < last.right,
          };
        },
        { before, beside },
      );
      if (!stop) break;
      if (!stop.outlined) unseen.push(`no outline: ${stop.what}`);
      if (stop.covered) unseen.push(`covered or out of sight: ${stop.what}`);
      stops += 1;
      expect(stops, 'the keyboard gets out again').toBeLessThanOrEqual(tabbable);
      if (stop.aside) continue;
      if (stop.backwards) backwards.push(stop.what);
      before = focused;
    }
    expect(unseen).toEqual([]);
    expect(backwards).toEqual([]);
  });
}

test('the skip link moves the keyboard to the text on every kind of page', async ({ page, site }) => {
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
