import { readAddress } from '../src/calculator/address.ts';
import { entriesOf, publishedModel } from '../src/calculator/content-files.ts';
import { conventions, derivationOf, formulas, numberNames } from '../src/calculator/derivation.ts';
import { changeOvers, costUntil } from '../src/calculator/cost.ts';
import { curvesOf, estimate, prepare, reasonsFor, verdictOf } from '../src/calculator/evaluate.ts';
import { alternatives } from '../src/calculator/model.ts';
import { costRange, drawSamples } from '../src/calculator/uncertainty.ts';
import { headline } from '../src/calculator/verdict-words.ts';
import { builtPages } from './builds.ts';
import { expect, test } from './reader.ts';

interface Persona {
  title: string;
  choices: Record<string, string>;
  first: string[];
  later?: string[];
}

const model = publishedModel();
const samples = drawSamples(model);
const personas = entriesOf<Persona>('personas');
const estimateOf = ({ choices, first, later = [] }: Persona) => {
  const answers = { choices, first, later };
  return estimate(prepare(model, answers), answers);
};
const { dom } = builtPages().find(({ address }) => address === 'calculator/method/')!;
const text = (of: { textContent: string } | null | undefined) => of!.textContent.replace(/\s+/g, ' ').trim();
/** The cells of the row whose head starts with these words, in the table with this caption. */
function row(caption: RegExp, head: string): string[] {
  const table = dom.querySelectorAll('table').find((one) => caption.test(text(one.querySelector('caption'))))!;
  const found = table
    .querySelectorAll('tbody tr')
    .find((one) => text(one.querySelector('[role=rowheader]')).startsWith(head))!;
  return found.querySelectorAll('td').map(text);
}
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
/** The number behind the last equals sign, or the number itself. */
const result = (cell: string) => Number(cell.split(' = ').at(-1)!.replace('−', '-').replace(' %', ''));

test('every number of the model, every formula and every convention has one place on the page', () => {
  const ids = dom.querySelectorAll('[id]').map(({ id }) => id);
  for (const name of [...numberNames(model), ...formulas, ...conventions])
    expect(ids.filter((id) => id === derivationOf(name)).length, name).toBe(1);
});

test('every number stands beside its place as the content has it', () => {
  for (const { id, options } of model.questions) {
    for (const option of options.filter(({ scores }) => scores)) {
      const cells = dom.querySelectorAll(`#${derivationOf(`${id}.${option.id}`)} td`).map(text);
      expect(cells.slice(0, 3).map(Number)).toEqual(alternatives.map((of) => option.scores![of]));
    }
  }
  for (const [name, range] of Object.entries(model.assumptions)) {
    const cells = dom.querySelectorAll(`#${derivationOf(name)} td`).map(text);
    expect(cells.map(Number), name).toEqual([...range]);
  }
  for (const { id, effort } of model.features)
    expect(text(dom.querySelector(`#${derivationOf(`${id}.flask`)}`))).toContain(effort.flask.join(' · '));
});

test('every worked line comes out as it says, to the last figure or two', () => {
  const lines = dom
    .querySelectorAll('.worked')
    .map(text)
    .filter((line) => line.includes(' = '));
  expect(lines.length).toBeGreaterThan(60);
  for (const line of lines) {
    const [expression, stated] = line.split(' = ') as [string, string];
    const code = expression
      .replaceAll('−', '-')
      .replaceAll('×', '*')
      .replaceAll('÷', '/')
      .replaceAll('^', '**')
      .replaceAll('√', 'Math.sqrt')
      .replaceAll('ln', 'Math.log')
      .replaceAll('max', 'Math.max');
    expect(code, line).toMatch(/^[\d\s.,()+*/-]*(Math\.(sqrt|log|max)[\d\s.,()+*/-]*)*$/);
    const value = Number(Function(`return ${code}`)());
    const shown = result(line) / (stated.endsWith('%') ? 100 : 1);
    // Operands are printed rounded, so a sum of many may be off in its last figure.
    const tolerance = stated.endsWith('%') ? 0.001 : Math.max(0.11, Math.abs(shown) * 0.002);
    expect(Math.abs(value - shown), line).toBeLessThanOrEqual(tolerance);
  }
});

test('the worked example is what the model says of that team', () => {
  const of = estimateOf(personas.find(({ id }) => id === 'first-product')!.data);
  const verdict = verdictOf(of, samples);
  const ranges = costRange(of);
  const rate = of.estimates.value(of.estimates.means, 'discount');
  alternatives.forEach((alternative, at) => {
    const name = ['Flask', 'Django', 'Both'][at]!;
    expect(result(row(/^Totals/, name)[0]!)).toBe(rounded(of.totals[alternative], 1));
    expect(result(row(/^To the first release/, 'First release')[at]!)).toBe(rounded(of.costs[alternative].first, 2));
    expect(result(row(/^After it/, 'Each year')[at]!)).toBe(rounded(of.costs[alternative].yearly, 2));
    expect(Number(row(/^Cost of the example in/, '36')[at])).toBe(
      Math.round(costUntil(36, of.costs[alternative], rate)),
    );
    const { low, high } = ranges.bands[alternative][3]!;
    expect(row(/^Cost of the example: middle/, '36')[at]).toContain(`(${Math.round(low)} to ${Math.round(high)})`);
  });
  const page = text(dom.querySelector('main'));
  expect(page).toContain(headline(verdict));
  expect(page).toContain(`Flask ${verdict.shares.flask * 1_000}, Django ${verdict.shares.django * 1_000}`);
  expect(result(row(/^Points for/, 'All of them')[0]!)).toBe(rounded(of.gap, 2));
  for (const { of: reason, points } of reasonsFor(of).filter(({ criterion }) => criterion === 'scale'))
    expect(result(row(/^Points for/, 'Mostly records')[0]!), reason).toBe(rounded(points, 2));
  const { flask, django } = curvesOf(of);
  expect(page).toContain(`The change-over is month ${changeOvers(flask, django)[0]!.month}.`);
});

test('each team has its verdict, and its link fills in its answers', () => {
  expect(personas.length).toBe(12);
  for (const { id, data } of personas) {
    const team = dom.querySelector(`#team-${id}`)!;
    const link = team.querySelector('a')!.getAttribute('href')!.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    expect(link).toMatch(/^\/guide-site\/calculator\/\?m=/);
    const { answers, ignored } = readAddress(link.split('?')[1]!, model);
    expect(ignored).toEqual([]);
    expect(answers.choices).toEqual(data.choices);
    expect([...answers.first!].sort()).toEqual([...data.first].sort());
    expect([...(answers.later ?? [])].sort()).toEqual([...(data.later ?? [])].sort());
    expect(text(team.querySelector('td'))).toBe(headline(verdictOf(estimateOf(data), samples)));
  }
});

test('the tables of the trial count every description once', () => {
  const counted = dom
    .querySelectorAll('table')
    .filter((table) => /what most judges said/.test(text(table.querySelector('caption'))))
    .flatMap((table) => table.querySelectorAll('td').map((cell) => Number(text(cell))));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(entriesOf('trial').length);
});

test('a link to a number shows it, on a small screen too', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}calculator/method/#${derivationOf('learning.django')}`);
  const target = page.locator(`#${derivationOf('learning.django')}`);
  await expect(target).toBeInViewport();
  await expect(page.getByRole('row', { name: /^Django 4 6 11/ }).first()).toBeVisible();
});
