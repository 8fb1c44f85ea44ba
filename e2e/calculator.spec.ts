import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { readAddress, writeAddress } from '../src/calculator/address.ts';
import { publishedModel } from '../src/calculator/content-files.ts';
import { derivationOf, numberNames } from '../src/calculator/derivation.ts';
import { seeded } from '../src/calculator/random.ts';
import { builtPages } from './builds.ts';
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

  test('has reasons whose table adds up to the gap', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await page.getByText('All reasons as a table').click();
    const points = await page.locator('[data-part=reasons] tbody tr td:last-child').allTextContents();
    const values = points.map((text) => Number(text.replace('−', '-')));
    const [gap, ...rest] = values.reverse();
    // Each is rounded to a tenth.
    expect(Math.abs(rest.reduce((sum, value) => sum + value, 0) - gap!)).toBeLessThanOrEqual(
      0.05 * (rest.length + 1) + 0.5,
    );
  });

  test('the server’s result of the blank form is the one that the script finds', async ({ browser, page, site }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site.url}calculator/`);
    const parts = ['heading', 'verdict', 'reasons', 'changes', 'cost', 'robustness'];
    const texts = (of: Page) =>
      Promise.all(parts.map((part) => of.locator(`.calculator-result [data-part=${part}]`).first().textContent()));
    const built = await texts(still);
    await plain.close();
    await page.goto(`${site.url}calculator/`);
    await settled(page);
    expect(await texts(page)).toEqual(built);
  });
});

test.describe('an address that is damaged', () => {
  const damaged: [why: string, query: string, named: string, reason: string][] = [
    ['an unknown part', 'm=1&colour=red', 'colour=red', 'is not a part that the calculator knows'],
    ['a bad value', 'm=1&size=huge', 'size=huge', 'is not one of the answers'],
    ['a repeat', 'm=1&size=tiny&size=large', 'size=large', 'is there twice'],
    ['a feature that is none', 'm=1&first=orm.teleport', 'first=teleport', 'is not a feature of the list'],
    ['weights of the wrong length', 'm=1&w=1-2-3', 'w=1-2-3', 'one number from 0 to 100 for each criterion'],
    ['a range that falls', 'm=1&x.dependency=3,2,1', 'x.dependency=3,2,1', 'three numbers that rise'],
    ['scores beyond 100', 'm=1&s.size.tiny=101,1,1', 's.size.tiny=101,1,1', 'three numbers from 0 to 100'],
    ['the name of a prototype', 'm=1&__proto__=1', '__proto__=1', 'is not a part that the calculator knows'],
    ['an older version', 'm=0&size=tiny', 'm=0', 'made with another version'],
    ['markup', 'm=1&%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1', '<img src=x onerror=alert(1)>=1', 'is not a part'],
  ];
  for (const [why, query, named, reason] of damaged) {
    test(`with ${why} loads what it can and names the rest`, async ({ page, site }) => {
      await page.goto(`${site.url}calculator/?${query}&python=senior`);
      const notice = page.locator('[data-part=notice]');
      await expect(notice.locator('li')).toHaveCount(1);
      await expect(notice).toContainText(named);
      await expect(notice).toContainText(reason);
      await expect(status(page)).toContainText('could not be used');
      await expect(page.locator('[name=python][value=senior]')).toBeChecked();
      expect(await page.locator('main img').count()).toBe(0);
    });
  }

  test('and far too long is cut, and says so', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?m=1&size=tiny&${'a'.repeat(3_000)}=1`);
    await expect(page.locator('[data-part=notice]')).toContainText('beyond the 2,000 characters');
    await expect(page.locator('[name=size][value=tiny]')).toBeChecked();
  });

  test('never ends without a verdict, in ten thousand random addresses', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/`);
    await settled(page);
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
        () => `x.${pick(Object.keys(model.assumptions))}=${pick(['0,0,0', '1,2,3', '3,2,1', '9,9', '1,2,99999'])}`,
        () => `s.${question.id}.${pick(question.options).id}=${Math.floor(draw() * 130)},50,50`,
        () => `${pick(scraps)}=${pick(scraps)}`,
        () => `m=${pick(['0', '1', '2', 'x'])}`,
        () => `b=${pick(scraps)}`,
      ])();
    };
    const queries = Array.from({ length: 10_000 }, () =>
      Array.from({ length: Math.floor(draw() * 12) }, part).join('&'),
    );
    // The same element reads each address, as it does when the reader goes back; 500 at a time.
    for (let from = 0; from < queries.length; from += 500) {
      const strange = await page.evaluate(
        (some) =>
          some.filter((query) => {
            history.replaceState(null, '', `?${query}`);
            dispatchEvent(new PopStateEvent('popstate'));
            const heading = document.querySelector('.verdict [data-part=heading]')!.textContent!;
            return !/^(Flask, clearly|Django, clearly|Use both, clearly|Leans to (Flask|Django|using both)|Too close to call: .+ or .+)$/.test(
              heading,
            );
          }),
        queries.slice(from, from + 500),
      );
      expect(strange).toEqual([]);
    }
    expect(await page.locator('main :is(script:not([type]), img, b > b)').count()).toBeLessThanOrEqual(1);
  });
});

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

  test('of weights replace both wishes until our weights are called back', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}&tradeoff=cost1`);
    await settled(page);
    await page.locator('summary', { hasText: 'Weights' }).click();
    await expect(page.locator('#w-speed')).toHaveValue('15');
    await page.locator('#w-scale').fill('100');
    await expect(page.locator('fieldset[data-question=tradeoff] input').first()).toBeDisabled();
    await expect(page).toHaveURL(/&w=15-18\.9-15-13-100-13-12/);
    await page.getByRole('button', { name: 'Our weights again' }).click();
    await expect(page.locator('fieldset[data-question=tradeoff] input').first()).toBeEnabled();
    await expect(page).not.toHaveURL(/&w=/);
  });

  test('turn days into money only where a rate was typed', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await expect(page.locator('[data-part=cost]')).toContainText('In person-days');
    await page.getByLabel('Day rate').fill('500');
    await page.getByLabel('Currency').fill('EUR');
    await expect(page.locator('[data-part=cost]')).toContainText('In money');
    await expect(page.locator('[data-part=cost]')).toContainText('EUR');
    await expect(page).not.toHaveURL(/500|EUR/);
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
    await expect(table.getByRole('row', { name: /^Size/ })).toContainText('Up to about 60');
    await expect(table.getByRole('row', { name: /^Size/ })).toContainText('A script, or up to 5 endpoints');
    await expect(page).toHaveURL(/&b=/);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.locator('[data-part=comparison] table')).toContainText('Up to about 60');
    await page.getByRole('button', { name: 'End comparison' }).click();
    await expect(table).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Keep as A' })).toBeFocused();
  });

  for (const [button, file, contains] of [
    [
      'Decision record',
      'web-framework-decision.md',
      ['Status: proposed', '## Reasons against', '## What would change it', '?m=1&size=medium'],
    ],
    ['CSV', 'flask-or-django.csv', ['Verdict,"', 'Month,"Flask, person-days"', '\r\n60,']],
    ['JSON', 'flask-or-django.json', ['"model": 1', '"workload": "records"', '"byMonth"']],
  ] as const) {
    test(`it can be saved as ${file}`, async ({ page, site }) => {
      await page.goto(`${site.url}calculator/?${records}`);
      await settled(page);
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const download = await saving;
      expect(download.suggestedFilename()).toBe(file);
      const text = readFileSync((await download.path())!, 'utf8');
      for (const part of contains) expect(text).toContain(part);
      expect(text.indexOf('Reasons against')).toBeLessThanOrEqual(Math.max(text.indexOf('Reasons for'), -1));
    });
  }

  test('print is one sheet with answers, verdict, costs and address, without the form', async ({ page, site }) => {
    await page.goto(`${site.url}calculator/?${records}`);
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.calculator-form')).toBeHidden();
    await expect(page.locator('.verdict')).toBeVisible();
    await expect(page.locator('[data-part=cost-chart]')).toBeVisible();
    await expect(page.locator('[data-part=answers]')).toContainText('Size: Up to about 60');
    await expect(page.locator('[data-part=printed-address]')).toContainText('Model 1.');
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
  });
});

test.describe('by keyboard and by ear', () => {
  test('every question has its name, every field a label, and the verdict is said once after the last answer', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}calculator/`);
    await settled(page);
    await expect(page.getByRole('group', { name: 'How big will the first full version be?' })).toBeVisible();
    await expect(
      page.getByRole('group', { name: 'What must it do?' }).getByRole('checkbox', { name: 'First : Back office' }),
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

  for (const scheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in any state, ${scheme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const clean = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      };
      await page.goto(`${site.url}calculator/?${records}&size=tiny&colour=red`);
      await settled(page);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await page.locator('[data-number=dependency] input').first().fill('-1');
      await page.getByRole('button', { name: 'Keep as A' }).click();
      await choose(page, 'size', 'small');
      await settled(page);
      await clean();
      await page.goto(`${site.url}embed/calculator/`);
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
    expect(pathname).toBe('/calculator/');
    const { answers, ignored } = readAddress(search.slice(1), model);
    expect(ignored).toEqual([]);
    expect(answers).toMatchObject({
      choices: { size: 'tiny', separate: 'none' },
      first: ['orm', 'migrations', 'accounts'],
    });
    await context.close();
  });

  test('the guide loads the calculator at the first sign of intent and then answers on the spot', async ({
    page,
    site,
  }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) scripts.push(request.url());
    });
    await page.goto(`${site.url}guide/criteria/`, { waitUntil: 'networkidle' });
    expect(scripts).toEqual([]);
    await choose(page, 'size', 'tiny');
    await choose(page, 'known', 'flask');
    await expect(page.locator('framework-calculator [data-part=heading]')).toHaveText('Leans to Flask');
    expect(scripts.length).toBe(1);
    await expect(page).toHaveURL(/\/guide\/criteria\/$/);
  });

  test('a use case opens with its answers filled in and its own verdict', async ({ page, site }) => {
    await page.goto(`${site.url}use-cases/online-shop-launch/`);
    await page.getByRole('link', { name: 'Open this case in the calculator' }).click();
    await expect(verdict(page)).toHaveText('Django, clearly');
    await expect(page.locator('[name=first][value=shop]')).toBeChecked();
  });

  test('a frame of another site computes, and leads out of the frame', async ({ page, site }) => {
    await page.goto(`${site.url}embed/calculator/`);
    await choose(page, 'size', 'tiny');
    await choose(page, 'known', 'flask');
    await expect(verdict(page)).toHaveText('Leans to Flask');
    await expect(page.getByRole('banner')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /The calculator/ })).toHaveAttribute('target', '_top');
  });

  test('every number that can be changed leads to its derivation', () => {
    const method = builtPages().find(({ address }) => address === 'calculator/method/')!;
    const missing = numberNames(model).filter((name) => !method.dom.getElementById(derivationOf(name)));
    expect(missing).toEqual([]);
  });

  test('without script the page has the questions, twelve results and a worksheet', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}calculator/`);
    await expect(page.locator('form fieldset[data-question]')).toHaveCount(model.questions.length);
    await expect(page.locator('.personas > li')).toHaveCount(12);
    await expect(page.locator('.worksheet tbody tr')).toHaveCount(8);
    await expect(page.locator('form noscript p')).toBeVisible();
    await context.close();
  });

  test('an address is the same for the same answers', () => {
    const { answers } = readAddress(records, model);
    expect(writeAddress(answers, model)).toBe(records);
  });
});
