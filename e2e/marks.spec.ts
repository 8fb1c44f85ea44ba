import { expect, test } from './reader.ts';

test('no mark of a term stands alone at the beginning of a line, at any width', async ({ page, site }) => {
  for (const address of ['guide/django/', 'guide/together/', 'verdict/', 'faq/can-flask-and-django-work-together/'])
    for (const width of [320, 360, 414, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site.url + address);
      const alone = await page.evaluate(() =>
        [...document.querySelectorAll('.prose .term-button')].flatMap((mark) => {
          const range = document.createRange();
          range.setStartBefore(mark.parentElement!.firstChild!);
          range.setEndBefore(mark);
          const before = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1);
          const own = mark.getBoundingClientRect();
          // On one line their heights overlap.
          return before && (before.bottom <= own.top || before.top >= own.bottom)
            ? [`${mark.parentElement!.textContent.slice(0, 60)} … ${mark.textContent}`]
            : [];
        }),
      );
      expect(alone, `/${address} at ${width} px`).toEqual([]);
    }
});

test('no line of code is cut on a desk', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const address of ['guide/flask/', 'guide/django/', 'use-cases/json-api-for-a-front-end/']) {
    await page.goto(site.url + address);
    const cut = await page
      .locator('.code pre')
      .evaluateAll((list) => list.filter((code) => code.scrollWidth > code.clientWidth).map((code) => code.ariaLabel));
    expect(cut, address).toEqual([]);
  }
});
