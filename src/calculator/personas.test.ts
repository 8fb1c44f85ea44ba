import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from './answers.ts';
import { entriesOf, publishedModel } from './content-files.ts';
import { costUntil } from './cost.ts';
import { estimate, prepare, verdictOf } from './evaluate.ts';
import { inOrder } from './generators.ts';
import { drawSamples } from './uncertainty.ts';
import { verdictName } from './verdict-words.ts';

const model = publishedModel();
const samples = drawSamples(model);
const prepared = prepare(model, { choices: {} });

/** What a persona's result was when somebody last looked at it; each list is Flask, Django, both. */
interface Golden {
  verdict: string;
  totals: number[];
  shares: number[];
  /** Person-days to the first release, and until the horizon at today's value. */
  first: number[];
  atHorizon: number[];
}
const goldens = JSON.parse(readFileSync(join(import.meta.dirname, 'personas.golden.json'), 'utf8')) as Record<
  string,
  Golden
>;

function resultOf({ choices, first, later }: Answers): Golden {
  const answers = { choices, first, later: later ?? [] };
  const found = estimate(prepared, answers);
  const verdict = verdictOf(found, samples);
  const rounded = (values: number[], places: number) => values.map((value) => Number(value.toFixed(places)));
  const costs = inOrder(found.costs);
  return {
    verdict: verdictName(verdict),
    totals: rounded(inOrder(found.totals), 2),
    shares: rounded(inOrder(verdict.shares), 3),
    first: rounded(
      costs.map((cost) => cost.first),
      1,
    ),
    atHorizon: rounded(
      costs.map((cost) => costUntil(Math.round(found.horizon), cost, 0.035)),
      1,
    ),
  };
}

describe('the personas', () => {
  const personas = entriesOf<Answers & { verdict: string }>('personas');

  it('are those that have a known result', () => {
    assert.deepEqual(
      personas.map(({ id }) => id),
      Object.keys(goldens).sort(),
    );
  });

  for (const { id, data } of personas)
    it(`include ${id}, with the result that it had`, () => {
      const [found, known] = [resultOf(data), goldens[id]!];
      const told = `If this change is meant, personas.golden.json must say "${id}": ${JSON.stringify(found)}`;
      const within = (what: 'totals' | 'shares' | 'first' | 'atHorizon', by: number) =>
        found[what].forEach((value, at) => assert.ok(Math.abs(value - known[what][at]!) <= by, told));
      within('totals', 0.1);
      within('shares', 0.03);
      within('first', 0.1);
      within('atHorizon', 0.1);
      assert.equal(found.verdict, known.verdict, told);
      assert.equal(data.verdict, known.verdict, 'the entry states its verdict');
    });
});

describe('the blank form', () => {
  it('favours nobody: with nothing answered it is too close to call between Flask and Django', () => {
    const found = estimate(prepared, { choices: {} });
    assert.equal(verdictName(verdictOf(found, samples)), 'close-flask-django');
  });
});
