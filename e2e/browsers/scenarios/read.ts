import assert from 'node:assert/strict';
import type { Reader, Scenarios } from '../reader.ts';

/** The colour of the page. */
const paper = (reader: Reader) => reader.ask(() => getComputedStyle(document.body).backgroundColor);
const dark = 'rgb(16, 21, 23)';
const light = 'rgb(244, 246, 245)';

/** How many elements that fit the selector are visible. */
const visible = (reader: Reader, selector: string) =>
  reader.ask(
    (wanted) => [...document.querySelectorAll(wanted)].filter((one) => one.checkVisibility()).length,
    selector,
  );

/** The first words of each row of the comparison, from top to bottom. */
const rows = (reader: Reader) =>
  reader.ask(() =>
    [...document.querySelectorAll('.capability')]
      .filter((row) => row.checkVisibility())
      .map((row) => row.querySelector('h3')!.textContent!.trim()),
  );

/** Where a block of text stands, as parts of the height of the window. */
interface Block {
  top: number;
  bottom: number;
}

/** The blocks of text of the page in their order. */
const blocks = (reader: Reader): Promise<Block[]> =>
  reader.ask(() =>
    [...document.querySelectorAll('h1, h2, h3, main p, main li')].map((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return { top: top / innerHeight, bottom: bottom / innerHeight };
    }),
  );

/**
 * How much moved, as Chromium counts it and the other engines do not: the part of the window in which something
 * moved, times the furthest that anything moved. Whole rows count, so this is never less than Chromium's figure.
 */
function layoutShift(before: Block[], after: Block[]): number {
  const moved = before.flatMap((from, index) => {
    const to = after[index]!;
    const seen = Math.min(from.top, to.top) < 1;
    return seen && Math.abs(from.top - to.top) > 3 / 800 ? [{ from, to }] : [];
  });
  if (moved.length === 0) return 0;
  const all = moved.flatMap(({ from, to }) => [from, to]);
  const part =
    Math.min(1, Math.max(...all.map(({ bottom }) => bottom))) - Math.max(0, Math.min(...all.map(({ top }) => top)));
  return part * Math.max(...moved.map(({ from, to }) => Math.abs(from.top - to.top)));
}

const pages = {
  'the home page': ['', 'Flask or Django?'],
  'a chapter': ['guide/flask/', 'Flask: a small core and what you add'],
  'the answer to a question': ['faq/which-is-faster/', 'Which is faster, and will my users notice?'],
} as const;

const shown: Scenarios = Object.fromEntries(
  Object.entries(pages).map(([what, [address, heading]]) => [
    `${what} shows its title, its heading and its text`,
    async (reader) => {
      await reader.open(address);
      assert.equal((await reader.text('h1')).replace(/\s+/g, ' ').trim(), heading);
      assert.match(await reader.ask(() => document.title), RegExp(`^${RegExp.escape(heading)}`));
      assert.ok((await reader.text('main')).length > 1000, 'the text is there');
      assert.ok(
        (await reader.ask(() => document.documentElement.scrollWidth - innerWidth)) <= 0,
        'nothing is too wide',
      );
    },
  ]),
);

const steady: Scenarios = Object.fromEntries(
  Object.entries({ 'the home page': 480, 'the answer to a question': 768, 'a chapter': 1280 } as const).map(
    ([what, width]) => [
      `fonts that come late move nothing on ${what}, ${width} px wide`,
      async (reader, site) => {
        const release = site.hold('.woff2');
        await reader.open(pages[what as keyof typeof pages][0], { width });
        const before = await blocks(reader);
        release();
        await reader.wait('no font is on its way', () => document.fonts.status === 'loaded');
        assert.equal(layoutShift(before, await blocks(reader)), 0);
      },
    ],
  ),
);

export const read: Scenarios = {
  ...shown,
  ...steady,

  'the menu of a narrow window opens, leads on and is gone': async (reader) => {
    await reader.open('', { width: 480 });
    assert.equal(await visible(reader, '#menu'), 0);
    await reader.click('button', 'Menu');
    await reader.click('#menu a', 'Questions');
    await reader.at('faq/');
    assert.equal(await visible(reader, '#menu'), 0);
    assert.ok((await visible(reader, '.question-list li')) > 20);
  },

  'the evidence can be narrowed to a verdict': async (reader) => {
    await reader.open('evidence/');
    const all = await visible(reader, '.claim');
    await reader.click('.chips a', 'disputed');
    await reader.wait('only disputed claims are shown', () =>
      [...document.querySelectorAll<HTMLElement>('.claim')].every(
        (claim) => claim.checkVisibility() === (claim.querySelector('.fill-mark')!.textContent === 'Disputed'),
      ),
    );
    assert.ok((await visible(reader, '.claim')) > 0);
    await reader.click('.chips a', 'All');
    await reader.wait(
      'all are back',
      (many) => [...document.querySelectorAll('.claim')].filter((claim) => claim.checkVisibility()).length === many,
      all,
    );
  },

  'the comparison can be narrowed to what differs': async (reader) => {
    await reader.open('compare/');
    const all = (await rows(reader)).length;
    await reader.click('.chips label', 'that differ');
    await reader.wait('some rows are gone', () =>
      [...document.querySelectorAll('[data-same]')].every((row) => !row.checkVisibility()),
    );
    const differing = (await rows(reader)).length;
    assert.ok(differing > 5 && differing < all, `${differing} of ${all}`);
    await reader.text('.chips label', `Only the ${differing} that differ`);
  },

  'the comparison is sorted by name, and back': async (reader) => {
    await reader.open('compare/');
    const grouped = await rows(reader);
    const sorted = grouped.toSorted((a, b) => a.localeCompare(b, 'en'));
    for (const [chip, query, order] of [
      ['By name', '?sort=name', sorted],
      ['By part', '', grouped],
    ] as const) {
      await reader.click('.chips label', chip);
      await reader.wait(`the address says ${query}`, (wanted) => location.search === wanted, query);
      assert.deepEqual(await rows(reader), order);
    }
  },

  'a chosen appearance lasts on the next page, until it is given back to the device': async (reader) => {
    await reader.open('');
    assert.equal(await paper(reader), light);
    await reader.click('.site-footer label', 'Dark');
    await reader.wait('the page is dark', (wanted) => getComputedStyle(document.body).backgroundColor === wanted, dark);
    await reader.open('faq/');
    assert.equal(await paper(reader), dark);
    assert.equal(await reader.ask(() => document.querySelector<HTMLInputElement>('#appearance-dark')!.checked), true);
    await reader.click('.site-footer label', 'As the device');
    await reader.open('guide/flask/');
    assert.equal(await paper(reader), light);
  },

  'a term opens its definition, and Escape closes it': async (reader) => {
    await reader.open('guide/flask/');
    await reader.click('.term-button');
    await reader.text('.definition');
    await reader.press('Escape');
    await reader.wait('the definition is gone', () =>
      [...document.querySelectorAll('.definition')].every((one) => !one.checkVisibility()),
    );
  },

  'a link to a claim leads to its page, with its parts': async (reader) => {
    await reader.open('guide/django/');
    await reader.click('.evidence-note a');
    await reader.wait('the page of the claim is there', () => /\/evidence\/[^/]+\/$/.test(location.pathname));
    assert.ok((await visible(reader, '.parts li')) > 0);
  },
};
