import type { Page } from '@playwright/test';
import { kinds } from './builds.ts';
import { expect, test } from './reader.ts';

/** What stands beside the text, where the order of reading is not the order from top to bottom. */
const beside = '.site-header, .site-footer, .rail > nav, .evidence-note';

/** Pages that differ in what takes the keyboard. */
const walked = ['', 'guide/django/', 'faq/', 'compare/', 'calculator/', 'evidence/', 'search/'];

/** What is wrong with the stop that has the focus; nothing while the focus is nowhere in the page. */
interface Stop {
  /** Whether it stands beside the text. */
  aside: boolean;
  problems: string[];
}

/** Runs in the page: looks at what has the focus, and remembers it as the last stop in the text. */
function look(beside: string): Stop | undefined {
  const focused = document.activeElement!;
  if (focused === document.body) return undefined;
  const boxOf = (element: Element) => (element.closest('.chips label') ?? element).getClientRects()[0]!;
  const shown = focused.closest('.chips label') ?? focused;
  // A link may be broken over two lines; its first line stands for it.
  const { top, left, width, height } = boxOf(focused);
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const what = focused.outerHTML.slice(0, 120);
  const aside = focused.closest(beside) !== null;
  const keeper = window as { lastStop?: Element };
  const problems = [
    ...(getComputedStyle(shown).outlineStyle === 'none' ? [`no outline: ${what}`] : []),
    ...(hit && (shown.contains(hit) || hit.contains(shown)) ? [] : [`covered or out of sight: ${what}`]),
  ];
  if (!aside && keeper.lastStop) {
    // Both as they stand now: what lies between and above may have been laid out only on the way here.
    const last = boxOf(keeper.lastStop);
    // Things on one line may differ by the height of a line; a next column begins at the top again.
    if (top < last.top - 40 && left < last.right) problems.push(`backwards: ${what}`);
  }
  if (!aside) keeper.lastStop = focused;
  return { aside, problems };
}

/** Presses Tab until the focus leaves the page, at most so often, and gives back how often and what was wrong. */
async function walk(page: Page, most: number): Promise<{ stops: number; problems: string[] }> {
  const problems: string[] = [];
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look, beside);
    if (!stop) return { stops, problems };
    problems.push(...stop.problems);
  }
  return { stops: most, problems };
}

const pressable = 'a[href], button, input, summary, [tabindex="0"]';

for (const address of walked) {
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
    expect((await walk(page, 60)).problems, 'the first sixty stops').toEqual([]);
    await page.evaluate((selector) => {
      delete (window as { lastStop?: Element }).lastStop;
      const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
      all.at(-11)?.focus();
    }, pressable);
    const { stops, problems } = await walk(page, 20);
    expect(problems, 'the last ten stops').toEqual([]);
    expect(stops, 'the keyboard gets out again').toBeLessThan(20);
  });
}

for (const address of kinds) {
  test(`every stop of /${address} is in order and in sight`, { tag: '@sweep' }, async ({ page, site }) => {
    // Some pages have hundreds of stops.
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(site.url + address);
    await page.keyboard.press('Tab');
    const tabbable = await page.locator(pressable).count();
    const { stops, problems } = await walk(page, tabbable + 1);
    expect(problems).toEqual([]);
    expect(stops, 'the keyboard gets out again').toBeLessThanOrEqual(tabbable);
  });
}

test('the skip link moves the keyboard to the text on every kind of page', async ({ page, site }) => {
  // One page of each kind, one after the other.
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
  for (const name of ['By part', 'By name', 'Built into Django first']) {
    const choice = page.getByRole('radio', { name });
    await choice.focus();
    const inSight = () =>
      choice.evaluate((element) => {
        const { left, top, width, height } = element.parentElement!.getBoundingClientRect();
        return element.parentElement!.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
    // The page may still be scrolling to it.
    await expect.poll(inSight, name).toBe(true);
  }
});
