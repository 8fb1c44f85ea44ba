import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../src/calculator/address.ts';
import { entriesOf, publishedModel } from '../../src/calculator/content-files.ts';
import { conventions, derivationOf, formulas, numberNames } from '../../src/calculator/derivation.ts';
import { changeOvers, costUntil } from '../../src/calculator/cost.ts';
import { curvesOf, estimate, prepare, reasonsFor, verdictOf } from '../../src/calculator/evaluate.ts';
import { alternatives } from '../../src/calculator/model.ts';
import { costRange, drawSamples } from '../../src/calculator/uncertainty.ts';
import { headlineOf, verdictName } from '../../src/calculator/verdict-words.ts';
import { build, builtPage } from '../builds.ts';

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
const { dom } = builtPage('calculator/method/');
const text = (of: { textContent: string } | null | undefined) => of!.textContent.replace(/\s+/g, ' ').trim();
/** The cells of the row whose head starts with these words, in the table with this caption. */
function row(caption: RegExp, head: string): string[] {
  const table = dom.querySelectorAll('table').find((one) => caption.test(text(one.querySelector('caption'))))!;
  const found = table.querySelectorAll('tbody tr').find((one) => text(one.querySelector('th')).startsWith(head))!;
  return found.querySelectorAll('td').map(text);
}
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
/** The number behind the last equals sign, or the number itself. */
const result = (cell: string) => Number(cell.split(' = ').at(-1)!.replace('−', '-').replace(' %', ''));

test('every number of the model, every formula and every convention has one place on the page', () => {
  const ids = dom.querySelectorAll('[id]').map(({ id }) => id);
  for (const name of [...numberNames(model), ...formulas, ...conventions])
    assert.equal(ids.filter((id) => id === derivationOf(name)).length, 1, name);
});

test('every number stands beside its place as the content has it', () => {
  for (const { id, options } of model.questions) {
    for (const option of options.filter(({ scores }) => scores)) {
      const cells = dom.querySelectorAll(`#${derivationOf(`${id}.${option.id}`)} td`).map(text);
      assert.deepEqual(
        cells.slice(0, 3).map(Number),
        alternatives.map((of) => option.scores![of]),
      );
    }
  }
  for (const [name, range] of Object.entries(model.assumptions)) {
    const cells = dom.querySelectorAll(`#${derivationOf(name)} td`).map(text);
    assert.deepEqual(cells.slice(0, 3).map(Number), [...range], name);
  }
  for (const { id, effort } of model.features)
    assert.ok(text(dom.querySelector(`#${derivationOf(`${id}.flask`)}`)).includes(effort.flask.join(' · ')), id);
});

test('every worked line comes out as it says, to the last figure or two', () => {
  const lines = dom
    .querySelectorAll('.worked')
    .map(text)
    .filter((line) => line.includes(' = '));
  assert.ok(lines.length > 60);
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
    assert.match(code, /^[\d\s.,()+*/-]*(Math\.(sqrt|log|max)[\d\s.,()+*/-]*)*$/, line);
    const value = Number(Function(`return ${code}`)());
    const shown = result(line) / (stated.endsWith('%') ? 100 : 1);
    // Operands are printed rounded, so a sum of many may be off in its last figure.
    const tolerance = stated.endsWith('%') ? 0.001 : Math.max(0.11, Math.abs(shown) * 0.002);
    assert.ok(Math.abs(value - shown) <= tolerance, line);
  }
});

test('the worked example is what the model says of that team', () => {
  const of = estimateOf(personas.find(({ id }) => id === 'first-product')!.data);
  const verdict = verdictOf(of, samples);
  const ranges = costRange(of);
  const rate = of.estimates.value(of.estimates.means, 'discount');
  alternatives.forEach((alternative, at) => {
    const name = ['Flask', 'Django', 'Both'][at]!;
    assert.equal(result(row(/^Totals/, name)[0]!), rounded(of.totals[alternative], 1));
    assert.equal(result(row(/^To the first release/, 'First release')[at]!), rounded(of.costs[alternative].first, 2));
    assert.equal(result(row(/^After it/, 'Each year')[at]!), rounded(of.costs[alternative].yearly, 2));
    assert.equal(
      Number(row(/^Cost of the example in/, '36')[at]),
      Math.round(costUntil(36, of.costs[alternative], rate)),
    );
    const { low, high } = ranges.bands[alternative][3]!;
    assert.ok(row(/^Cost of the example: middle/, '36')[at]!.includes(`(${Math.round(low)} to ${Math.round(high)})`));
  });
  const page = text(dom.querySelector('main'));
  assert.ok(page.includes(headlineOf(verdictName(verdict))));
  assert.ok(page.includes(`Flask ${verdict.shares.flask * 1_000}, Django ${verdict.shares.django * 1_000}`));
  assert.equal(result(row(/^Points for/, 'All of them')[0]!), rounded(of.gap, 2));
  for (const { of: reason, points } of reasonsFor(of).filter(({ criterion }) => criterion === 'scale'))
    assert.equal(result(row(/^Points for/, 'Mostly records')[0]!), rounded(points, 2), reason);
  const { flask, django } = curvesOf(of);
  assert.ok(page.includes(`The change-over is month ${changeOvers(flask, django)[0]!.month}.`));
});

test('each team has its verdict, and its link fills in its answers', () => {
  assert.equal(personas.length, 12);
  for (const { id, data } of personas) {
    const team = dom.querySelector(`#team-${id}`)!;
    const link = team.querySelector('a')!.getAttribute('href')!.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    assert.ok(link.startsWith(`${build.base}calculator/?m=`), link);
    const { answers, ignored } = readAddress(link.split('?')[1]!, model);
    assert.deepEqual(ignored, []);
    assert.deepEqual(answers.choices, data.choices);
    assert.deepEqual(answers.first && [...answers.first].sort(), data.first && [...data.first].sort());
    assert.deepEqual([...(answers.later ?? [])].sort(), [...(data.later ?? [])].sort());
    assert.equal(text(team.querySelector('td')), headlineOf(verdictName(verdictOf(estimateOf(data), samples))));
  }
});

test('the tables of the trial count every description once', () => {
  const counted = dom
    .querySelectorAll('table')
    .filter((table) => /what most judges said/.test(text(table.querySelector('caption'))))
    .flatMap((table) => table.querySelectorAll('td').map((cell) => Number(text(cell))));
  assert.equal(
    counted.reduce((sum, count) => sum + count, 0),
    entriesOf('trial').length,
  );
});
