import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { readAddress } from '../src/calculator/address.ts';
import { publishedModel } from '../src/calculator/content-files.ts';
import { seeded } from '../src/calculator/random.ts';
import { expect, test } from './reader.ts';
import type { Page } from '@playwright/test';

const model = publishedModel();
const records =
  'm=1&size=medium&growth=lots&workload=records&existing=none&python=mixed&known=neither&people=p6&ops=one';

const verdict = (page: Page) => page.locator('.verdict [data-part=heading]');
const status = (page: Page) => page.locator('[data-part=status]');
/** Chips hide their radio behind the label. */
const choose = (page: Page, question: string, option: string) =>
  page.locator(`[name="${question}"][value="${option}"]`).check({ force: true });
/** The costs and changes have been computed. */
const settled = (page: Page) => expect(page.locator('framework-calculator[data-live]:not([aria-busy])')).toBeVisible();

test.describe('the verdict', () => {
  test('moves with an answer, and the address follows', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/`);
    await expect(verdict(page)).toHaveText('Too close to call: Flask or Django');
    await settled(page);
    await choose(page, 'size', 'tiny');
    await choose(page, 'known', 'flask');
    await expect(verdict(page)).toHaveText('Leans to Flask');
    await expect(page.locator('.verdict')).toHaveAttribute('data-lean', 'leans-flask');
    await expect(page).toHaveURL(/\?m=1&size=tiny&known=flask$/);
  });

  test('comes back from its address', async ({ page, site }) => {
    await page.goto(
      `${site.url}calculator/?${records}&first=orm.admin&later=rest&w=10-20-30-0-0-40-5&x.dependency=0.1,0.5,1`,
    );
    await expect(page.locator('[name=size][value=medium]')).toBeChecked();
    await expect(page.locator('[name=first][value=admin]')).toBeChecked();
    await expect(page.locator('[name=first][value=forms]')).not.toBeChecked();
    await expect(page.locator('[name=later][value=rest]')).toBeChecked();
    await expect(page.locator('#w-structure')).toHaveValue('30');
    await expect(page.locator('[data-number=dependency] input').nth(1)).toHaveValue('0.5');
    await expect(page.locator('.verdict')).toContainText('One number changed by you');
    await expect(page.locator('.verdict')).toContainText('Weights set by hand');
  });

  test('says both where something forces parts apart, and names what sets both aside', async ({ page, site }) => {
    await page.goto(
      `${site.url}calculator/?m=1&size=large&workload=two&separate=load&python=senior&known=both&people=p7&ops=several`,
    );
    await expect(verdict(page)).toHaveText('Use both, clearly');
    await page.locator('summary', { hasText: 'Refine' }).click();
    await choose(page, 'ops', 'one');
    await expect(page.locator('.verdict')).toContainText('Both are set aside: you can run one deployment only');
    await expect(verdict(page)).not.toContainText('both');
  });

  test('of the blank form is the same from the build and from the script', async ({ page, site }) => {
    const parts = ['heading', 'verdict', 'reasons', 'changes', 'cost', 'robustness'];
    const texts = () =>
      Promise.all(parts.map((part) => page.locator(`.calculator-result [data-part=${part}]`).first().textContent()));
    await page.goto(`${site.url}calculator/`);
    await settled(page);
    const built = await texts();
    await choose(page, 'size', 'tiny');
    await settled(page);
    expect(await texts()).not.toEqual(built);
    await page.getByRole('button', { name: 'Reset' }).click();
    await settled(page);
    expect(await texts()).toEqual(built);
  });

  test('keeps the newest answer when the reader presses Enter, asks for the result, or follows a link at once', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}calculator/?m=1&size=medium`);
    await settled(page);
    await page.locator('summary', { hasText: 'Numbers of the cost model' }).click();
    const number = page.locator('[data-number=dependency] input').nth(1);
    await number.fill('1.5');
    await number.press('Enter');
    await expect(page).toHaveURL(/size=medium&x\.dependency=0\.2,1\.5,2#result$/);
    await expect(number).toHaveValue('1.5');
    await page.locator('[name=size][value=tiny]').evaluate((radio: HTMLInputElement) => {
      radio.click();
      document.querySelector<HTMLButtonElement>('form .button.main')!.click();
    });
    await expect(page).toHaveURL(/size=tiny&x\.dependency/);
    await expect(page.locator('[name=size][value=tiny]')).toBeChecked();
    await page.locator('[name=size][value=large]').evaluate((radio: HTMLInputElement) => {
      radio.click();
      document.querySelector<HTMLAnchorElement>('.live-bar a')!.click();
    });
    await expect(page).toHaveURL(/size=large&x\.dependency/);
    await expect(page.locator('[name=size][value=large]')).toBeChecked();
  });
});

test.describe('an address', () => {
  test('that is damaged loads what it can and names the rest, also of the scenario that is kept', async ({
    page,
    site,
  }) => {
    const damaged = [
      ['m=0', 'made with another version'],
      ['colour=red', 'is not a part that the calculator knows'],
      ['size=huge', 'is not one of the answers'],
      ['growth=lots&growth=fixed', 'growth=fixed: is there twice'],
      ['first=orm.teleport', 'first=teleport: is not a feature of the list'],
      ['w=1-2-3', 'one number from 0 to 100 for each criterion'],
      ['x.dependency=3,2,1', 'three numbers from 0 to 10,000, none smaller than the one before it'],
      ['s.size.tiny=101,1,1', 'three numbers from 0 to 100'],
      ['__proto__=1', '__proto__=1: is not a part'],
      ['%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1', '<img src=x onerror=alert(1)>=1: is not a part'],
      ['b=size%3Dlarge%26known%3Dnobody', 'A: known=nobody: is not one of the answers'],
    ];
    await page.goto(`${site.url}calculator/?${damaged.map(([part]) => part).join('&')}&python=senior`);
    const notice = page.locator('[data-part=notice]');
    await expect(notice.locator('li')).toHaveCount(damaged.length);
    for (const [, reason] of damaged) await expect(notice).toContainText(reason!);
    await expect(status(page)).toHaveText('11 parts of the address could not be used.');
    await expect(page.locator('[name=python][value=senior]')).toBeChecked();
    await expect(page.locator('[data-part=comparison]').getByRole('row', { name: /^Size/ })).toContainText(
      'not answered',
    );
    expect(await page.locator('main img').count()).toBe(0);
    await page.goto(`${site.url}calculator/?m=1&size=tiny&${'a'.repeat(9_000)}=1`);
    await expect(notice).toContainText('beyond the 7,500 characters');
    await expect(page.locator('[name=size][value=tiny]')).toBeChecked();
  });

  test('that the reader goes back to takes errors away with the numbers', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?m=1&size=medium`);
    await settled(page);
    await page.evaluate(() => {
      history.pushState(null, '', '?m=1&size=tiny');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(page.locator('[name=size][value=tiny]')).toBeChecked();
    await page.locator('summary', { hasText: 'Numbers of the cost model' }).click();
    const number = page.locator('[data-number=dependency] input').nth(1);
    await number.fill('-4');
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    await page.goBack();
    await expect(page.locator('[name=size][value=medium]')).toBeChecked();
    await expect(number).toHaveValue('0.6');
    await expect(number).not.toHaveAttribute('aria-invalid');
    await expect(page.locator('.field-error')).toHaveCount(0);
  });

  for (const [count, words, tag] of [
    [300, 'three hundred', []],
    [10_000, 'ten thousand', ['@sweep']],
  ] as const) {
    test(
      `never ends without a verdict and charts of numbers, in ${words} random ones`,
      { tag: [...tag] },
      async ({ page, site }) => {
        // Each is computed and drawn whole.
        test.setTimeout(60_000 + count * 400);
        await page.goto(`${site.url}calculator/`);
        await settled(page);
        // 20 at a time, the same element reads each, as it does when the reader goes back.
        const queries = randomQueries(count);
        for (let from = 0; from < count; from += 20)
          expect(await page.evaluate(strangeAmong, queries.slice(from, from + 20))).toEqual([]);
        expect(await page.locator('main :is(script:not([type]), img, b > b)').count()).toBe(0);
      },
    );
  }
});

/** Addresses of valid parts, damaged parts and scraps. */
function randomQueries(count: number): string[] {
  const draw = seeded(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)]!;
  const scraps = ['', '%', '%00', '__proto__', 'constructor', '<b>', '💥', 'ا', '1e9', '-1', 'NaN', 'a'.repeat(50)];
  const part = () => {
    const question = pick(model.questions);
    return pick([
      () => `${question.id}=${pick(question.options).id}`,
      () => `${question.id}=${pick(scraps)}`,
      () =>
        `first=${model.features
          .filter(() => draw() < 0.4)
          .map(({ id }) => id)
          .join('.')}`,
      () => `later=${pick(model.features).id}.${pick(scraps)}`,
      () => `w=${model.criteria.map(() => Math.floor(draw() * 120)).join('-')}`,
      () => `x.${pick(Object.keys(model.assumptions))}=${pick(['0,0,0', '1,2,3', '3,2,1', '9,9', '1,2,9999'])}`,
      // As little as can be of everything, or as much.
      () =>
        Object.keys(model.assumptions)
          .map((name) => `x.${name}=${pick(['0,0,0', '9999,9999,9999'])}`)
          .join('&'),
      () => `s.${question.id}.${pick(question.options).id}=${Math.floor(draw() * 130)},50,50`,
      () => `${pick(scraps)}=${pick(scraps)}`,
      () => `m=${pick(['0', '1', '2', 'x'])}`,
      () => `b=${pick(scraps)}`,
    ])();
  };
  return Array.from({ length: count }, () => Array.from({ length: Math.floor(draw() * 12) }, part).join('&'));
}

/** Runs in the page: which of the addresses end without a verdict, or with a drawing that holds no numbers. */
async function strangeAmong(queries: readonly string[]): Promise<string[]> {
  const host = document.querySelector('framework-calculator')!;
  const verdicts =
    /^(Flask, clearly|Django, clearly|Use both, clearly|Leans to (Flask|Django|using both)|Too close to call: .+ or .+)$/;
  const strange: string[] = [];
  for (const [at, query] of queries.entries()) {
    history.replaceState(null, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
    const heading = host.querySelector('.verdict [data-part=heading]')!.textContent;
    // The charts take ten times as long, so every third address has to do for them.
    while (at % 3 === 0 && host.hasAttribute('aria-busy')) await new Promise((resolve) => setTimeout(resolve));
    const result = host.querySelector('.calculator-result')!.innerHTML;
    const wrong = /.{60}\b(NaN|Infinity|undefined)\b.{20}/.exec(result)?.[0];
    if (!verdicts.test(heading) || wrong) strange.push(`${query}: ${heading} ${wrong ?? ''}`);
  }
  return strange;
}

test.describe('number fields', () => {
  test('say beside the field what is wrong, and keep the last number that was right', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await page.locator('summary', { hasText: 'Numbers of the cost model' }).click();
    const row = page.locator('[data-number=dependency]');
    const [low, likely] = [row.locator('input').nth(0), row.locator('input').nth(1)];
    await likely.fill('1');
    await expect(page).toHaveURL(/x\.dependency=0\.2,1,2/);
    await likely.fill('-4');
    await expect(row).toContainText('Use a number from 0 to 10,000. Until then the last number counts.');
    await expect(likely).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator(`#${await likely.getAttribute('aria-describedby')}`)).toBeVisible();
    await low.fill('0.1');
    await expect(page).toHaveURL(/x\.dependency=0\.2,1,2/);
    await likely.fill('1.5');
    await expect(row).not.toContainText('Use a number');
    await expect(page).toHaveURL(/x\.dependency=0\.1,1\.5,2/);
  });

  test('refuse what the address would refuse', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await page.locator('summary', { hasText: 'Numbers of the cost model' }).click();
    const row = page.locator('[data-number=days-per-month]');
    for (const at of [0, 1, 2]) await row.locator('input').nth(at).fill('0');
    await expect(row).toContainText('Use a number from 0.1 to 10,000.');
    await expect(page).not.toHaveURL(/days-per-month/);
    await settled(page);
    await expect(page.locator('[data-part=cost]')).not.toContainText('Infinity');
  });

  test('of weights replace both wishes until our weights are called back', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}&tradeoff=cost1`);
    await settled(page);
    await page.locator('summary', { hasText: 'Weights' }).click();
    const weight = page.locator('#w-speed');
    await expect(weight).toHaveValue('15');
    await weight.fill('101');
    await expect(weight).toHaveAttribute('aria-describedby', 'w-speed-ends w-speed-error');
    await weight.fill('15');
    await expect(weight).toHaveAttribute('aria-describedby', 'w-speed-ends');
    await page.locator('#w-scale').fill('100');
    await expect(page.locator('fieldset[data-question=tradeoff] input').first()).toBeDisabled();
    await expect(page).toHaveURL(/&w=15-18\.9-15-13-100-13-12/);
    await page.getByRole('button', { name: 'Our weights again' }).click();
    await expect(page.locator('fieldset[data-question=tradeoff] input').first()).toBeEnabled();
    await expect(page).not.toHaveURL(/&w=/);
  });

  test('turn days into money only where a rate was typed, and say what is no rate', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/`);
    await settled(page);
    const cost = page.locator('[data-part=cost]');
    await expect(cost).toContainText('In person-days');
    const rate = page.getByLabel('Day rate');
    await rate.fill('500');
    await page.getByLabel('Currency').fill('EUR');
    await expect(cost).toContainText('In money');
    await expect(cost).toContainText('EUR');
    await expect(page).not.toHaveURL(/500|EUR/);
    for (const wrong of ['-5', '0', '1000001']) {
      await rate.fill(wrong);
      await expect(page.locator('.rate')).toContainText('Use a number above 0, up to 1,000,000.');
      await expect(cost).toContainText('In person-days');
    }
    await rate.fill('');
    await expect(page.locator('.rate')).not.toContainText('Use a number');
  });
});

test.describe('keeping a result', () => {
  test('a reset can be undone once', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    const before = await verdict(page).textContent();
    const back = page.getByRole('button', { name: 'Bring back' });
    await expect(back).toBeHidden();
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect(verdict(page)).toHaveText('Too close to call: Flask or Django');
    await back.click();
    await expect(verdict(page)).toHaveText(before!);
    await expect(page.locator('[name=size][value=medium]')).toBeChecked();
    await expect(status(page)).toHaveText('Your answers are back.');
    await expect(back).toBeHidden();
    await expect(page.getByRole('button', { name: 'Reset' })).toBeFocused();
  });

  test('a link is copied, and stands in a field to be copied by hand', async ({ page, context, site }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(status(page)).toHaveText('Link copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.getByLabel('The address of this result').inputValue());
    expect(readAddress(new URL(copied).search.slice(1), model).answers).toEqual(readAddress(records, model).answers);
  });

  test('two scenarios stand side by side, also for whoever opens the link', async ({ page, context, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await expect(page.getByRole('button', { name: 'End comparison' })).toBeHidden();
    await page.getByRole('button', { name: 'Keep as A' }).click();
    await choose(page, 'size', 'tiny');
    const table = page.locator('[data-part=comparison] table');
    await expect(table.getByRole('row', { name: /^Size/ })).toContainText('Up to 60');
    await expect(table.getByRole('row', { name: /^Size/ })).toContainText('Up to 5 endpoints');
    await expect(page).toHaveURL(/&b=/);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.locator('[data-part=comparison] table')).toContainText('Up to 60');
    await page.getByRole('button', { name: 'End comparison' }).click();
    await expect(table).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Keep as A' })).toBeFocused();
  });

  test('it can be saved as a decision record, as CSV and as JSON', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    for (const [button, file, contains] of [
      [
        'Decision record',
        'web-framework-decision.md',
        ['Status: proposed', '## Reasons against', '## What would change it', '?m=1&size=medium'],
      ],
      ['CSV', 'flask-or-django.csv', ['Verdict,"', 'Month,"Flask, person-days"', '\r\n60,']],
      ['JSON', 'flask-or-django.json', ['"model": 1', '"workload": "records"', '"byMonth"']],
    ] as const) {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const download = await saving;
      expect(download.suggestedFilename()).toBe(file);
      const text = readFileSync((await download.path())!, 'utf8');
      for (const part of contains) expect(text).toContain(part);
    }
  });

  test('print is one sheet with answers, verdict, costs and address, without the form', async ({ page, site }) => {
    // The second page has the typefaces; how wide a stand-in is depends on the machine.
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.goto(`${site.url}calculator/?${records}`, { referer: site.url });
    await settled(page);
    await expect(page.locator('body')).toHaveCSS('font-family', /^Piazzolla,/);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.calculator-form')).toBeHidden();
    await expect(page.locator('.verdict')).toBeVisible();
    await expect(page.locator('[data-part=cost-chart]')).toBeVisible();
    await expect(page.locator('[data-part=answers]')).toContainText('Size: Up to 60');
    await expect(page.locator('[data-part=printed-address]')).toContainText('Model 1.');
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
  });
});

test.describe('by keyboard, by ear and by eye', () => {
  test('every question has its name, every field a label, and the verdict is said once after the last answer', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}calculator/`);
    await settled(page);
    await expect(page.getByRole('group', { name: 'How big will the first full version be?' })).toBeVisible();
    await expect(
      page.getByRole('group', { name: 'What must it do?' }).getByRole('checkbox', { name: 'First : Admin' }),
    ).toBeVisible();
    await expect(status(page)).toHaveText('');
    await page.locator('[name=size][value=tiny]').focus();
    await page.keyboard.press('Space');
    await page.locator('[name=known][value=neither]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[name=known][value=flask]')).toBeChecked();
    await expect(page.locator('[name=known][value=flask]')).toBeFocused();
    await expect(status(page)).toHaveText(/^Leans to Flask\. Flask came first in \d+ of 100/);
    await expect(verdict(page)).toHaveAttribute('aria-live', 'off');
  });

  test('charts have a title, a description and a table', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    const cost = page.getByRole('img', { name: /^Costs added up/ });
    await expect(cost).toBeVisible();
    await expect(page.locator('#cost-desc')).toContainText(/Flask: \d+ at month 0/);
    await page.getByText('The same as a table').click();
    await expect(page.getByRole('table', { name: /^Cost in person-days/ })).toBeVisible();
  });

  test('a chosen answer looks chosen in browsers that know neither light-dark() nor :has()', async ({
    browser,
    site,
  }) => {
    // What such a browser cannot read, it drops; nobody reads these words. The policy would refuse the changed sheet.
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route('**/calculator/', async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      await route.fulfill({
        response: answer,
        body: html.replaceAll('light-dark(', 'of-tomorrow(').replaceAll(':has(', ':of-tomorrow('),
      });
    });
    await page.goto(`${site.url}calculator/`);
    await choose(page, 'size', 'tiny');
    for (const option of ['tiny', 'small']) {
      const radio = page.locator(`[name=size][value=${option}]`);
      expect(await radio.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
      expect((await radio.boundingBox())!.width).toBeGreaterThan(10);
    }
    await context.close();
  });

  for (const [scheme, tag] of [
    ['light', []],
    ['dark', ['@sweep']],
  ] as const) {
    test(`axe finds nothing in any state, ${scheme}`, { tag: [...tag] }, async ({ page, site }) => {
      // A long form with everything open.
      test.slow();
      await page.emulateMedia({ colorScheme: scheme });
      const clean = async () => {
        const { violations } = await new AxeBuilder({ page }).include('framework-calculator').analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      };
      await page.goto(`${site.url}calculator/?${records}&size=tiny&colour=red`);
      await settled(page);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await page.locator('[data-number=dependency] input').first().fill('-1');
      await page.getByLabel('Day rate').fill('-1');
      await page.getByRole('button', { name: 'Keep as A' }).click();
      await choose(page, 'size', 'small');
      await settled(page);
      await clean();
    });
  }
});

test.describe('elsewhere', () => {
  test('the guide asks the seven questions and hands the answers over without script', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}guide/criteria/`);
    await page.locator('[name=size][value=tiny]').check({ force: true });
    await page.locator('[name=first][value=forms]').uncheck({ force: true });
    await page.getByRole('button', { name: 'See fit, cost and reasons' }).click();
    const { pathname, search } = new URL(page.url());
    expect(pathname).toBe(new URL(`${site.url}calculator/`).pathname);
    const { answers, ignored } = readAddress(search.slice(1), model);
    expect(ignored).toEqual([]);
    expect(answers).toMatchObject({
      choices: { size: 'tiny', separate: 'none' },
      first: ['orm', 'migrations', 'accounts'],
    });
    // There it says that it cannot compute, and does not offer to.
    await expect(page.locator('form noscript p')).toBeVisible();
    await expect(page.getByRole('button', { name: 'See the result' })).toBeDisabled();
    await context.close();
  });

  test('the guide loads the calculator at the first sign of intent and then answers on the spot', async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}guide/criteria/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.endsWith('/model.json'))).toEqual([]);
    await choose(page, 'size', 'tiny');
    await choose(page, 'known', 'flask');
    await expect(page.locator('.short-form [data-part=heading]')).toHaveText('Leans to Flask');
    await expect(page.locator('.short-form [data-part=status]')).toHaveText(/^Leans to Flask\. Flask came first/);
    expect(asked.filter((url) => url.endsWith('/model.json')).length).toBe(1);
    await expect(page).toHaveURL(/\/guide\/criteria\/$/);
  });

  test('who answers in the guide before the model is there hears the verdict all the same', async ({ page, site }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/model.json', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${site.url}guide/criteria/`);
    await choose(page, 'size', 'tiny');
    await choose(page, 'known', 'flask');
    release();
    await expect(page.locator('.short-form [data-part=status]')).toHaveText(/^Leans to Flask\. Flask came first/);
  });

  test('a use case opens with its answers filled in and its own verdict', async ({ page, site }) => {
    await page.goto(`${site.url}use-cases/online-shop-launch/`);
    await page.getByRole('link', { name: 'Open this case in the calculator' }).click();
    await expect(verdict(page)).toHaveText('Django, clearly');
    await expect(page.locator('[name=first][value=shop]')).toBeChecked();
  });

  test('a frame of another site computes, even one without an origin, and its links lead out of it', async ({
    page,
    site,
  }) => {
    const frames = ['', 'sandbox="allow-scripts"'].map(
      (attributes) => `<iframe ${attributes} width="900" height="700" src="${site.url}embed/calculator/"></iframe>`,
    );
    // Another port is another origin. Chromium keeps sites that are not on this machine from framing one that is.
    const other = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'text/html');
      answer.end(`<!doctype html><title>Other</title><link rel="icon" href="data:,">${frames.join('')}`);
    });
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    for (const at of [1, 0]) {
      const frame = page.frameLocator('iframe').nth(at);
      await frame.locator('[name=size][value=tiny]').check({ force: true });
      await frame.locator('[name=known][value=flask]').check({ force: true });
      await expect(frame.locator('.verdict [data-part=heading]')).toHaveText('Leans to Flask');
      await expect(frame.locator('framework-calculator[data-live]:not([aria-busy])')).toBeVisible();
      await expect(frame.locator('[data-part=failure]')).toBeHidden();
    }
    const frame = page.frameLocator('iframe').first();
    await frame.getByRole('button', { name: 'See the result' }).click();
    await frame.getByRole('link', { name: 'What that means' }).click();
    await expect(page).toHaveURL(`${site.url}calculator/method/#n-variations`);
    other.close();
  });

  test('where the script or its numbers do not arrive, the page says so, the guide too', async ({ browser, site }) => {
    for (const missing of ['**/_astro/*.js', '**/calculator/model.json']) {
      // The browser itself reports what did not arrive.
      const page = await browser.newPage({ serviceWorkers: 'block' });
      await page.route(missing, (route) => route.abort());
      await page.goto(`${site.url}calculator/?m=1&size=tiny&known=flask`);
      await expect(page.getByRole('alert')).toContainText('The calculator has not arrived');
      await expect(page.locator('[data-part=given]')).toHaveText('Before any answer');
      await expect(page.getByRole('button', { name: 'See the result' })).toBeDisabled();
      await page.unroute(missing);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(verdict(page)).toHaveText('Leans to Flask');
      await expect(page.locator('[data-part=failure]')).toBeHidden();
      await page.close();
    }
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const unhandled: Error[] = [];
    page.on('pageerror', (error) => unhandled.push(error));
    await page.route('**/calculator/model.json', (route) => route.abort());
    await page.goto(`${site.url}guide/criteria/`);
    await page.locator('.short-form fieldset').first().hover();
    await expect(page.locator('.short-form')).toContainText('The verdict could not be computed here.');
    await page.unroute('**/calculator/model.json');
    await choose(page, 'size', 'tiny');
    await choose(page, 'known', 'flask');
    await expect(page.locator('.short-form [data-part=heading]')).toHaveText('Leans to Flask');
    expect(unhandled).toEqual([]);
    await page.close();
  });
});
