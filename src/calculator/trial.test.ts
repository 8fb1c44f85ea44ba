import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesOf, publishedModel } from './content-files.ts';
import type { Verdict } from './evaluate.ts';
import { halves, labels, majority, outcomeOf, outcomes, trialTable, type Scenario } from './trial.ts';
import { drawSamples } from './uncertainty.ts';

const model = publishedModel();
const scenarios = entriesOf<Omit<Scenario, 'id'>>('trial').map(({ id, data }): Scenario => ({ id, ...data }));
const table = trialTable(model, drawSamples(model), scenarios);
const verdict = (strength: Verdict['strength'], best: Verdict['best'], second: Verdict['second']): Verdict => ({
  ...{ strength, best, second },
  shares: { flask: 0, django: 0, both: 0 },
});

describe('a verdict on a description that judges have labelled', () => {
  it('agrees, whether it leans or leans strongly, and also where neither could choose', () => {
    assert.equal(outcomeOf('django', verdict('leans', 'django', 'flask')), 'agrees');
    assert.equal(outcomeOf('both', verdict('strongly', 'both', 'flask')), 'agrees');
    assert.equal(outcomeOf('close', verdict('close', 'django', 'flask')), 'agrees');
  });

  it('is hesitant where the choice of the judges is one of the two that are too close', () => {
    assert.equal(outcomeOf('flask', verdict('close', 'django', 'flask')), 'hesitant');
    assert.equal(outcomeOf('django', verdict('close', 'django', 'flask')), 'hesitant');
  });

  it('is bolder where it chooses and the judges could not', () => {
    assert.equal(outcomeOf('close', verdict('leans', 'django', 'flask')), 'bolder');
  });

  it('contradicts where it chooses another, or hesitates between two others', () => {
    assert.equal(outcomeOf('flask', verdict('leans', 'django', 'flask')), 'contradicts');
    assert.equal(outcomeOf('both', verdict('close', 'django', 'flask')), 'contradicts');
  });

  it('is held against what most judges said', () => {
    assert.equal(majority(['flask', 'django', 'django']), 'django');
    assert.equal(majority(['both', 'both', 'both']), 'both');
    assert.equal(majority(['close', 'close', 'flask']), 'close');
    assert.equal(majority(['flask', 'django', 'both']), 'close');
    assert.equal(majority(['flask', 'django']), 'close');
  });
});

describe('the blind trial', () => {
  it('has at least twenty descriptions in each half, three labels for each, and recommendations of every kind', () => {
    for (const half of halves) assert.ok(scenarios.filter((one) => one.half === half).length >= 20, half);
    assert.ok(scenarios.every((one) => one.labels.length === 3));
    assert.deepEqual([...new Set(scenarios.flatMap((one) => one.labels))].sort(), [...labels].sort());
  });

  it('adds up: each description once, in its half, by label and verdict', () => {
    assert.deepEqual(
      table.rows.map(({ id }) => id),
      scenarios.map(({ id }) => id),
    );
    for (const half of halves) {
      const { count, outcomes: counted, confusion } = table.halves[half];
      const rows = table.rows.filter((row) => row.half === half);
      assert.equal(count, rows.length);
      for (const outcome of outcomes)
        assert.equal(counted[outcome], rows.filter((row) => row.outcome === outcome).length, outcome);
      for (const label of labels)
        assert.equal(
          Object.values(confusion[label]).reduce((sum, one) => sum + one, 0),
          rows.filter((row) => row.label === label).length,
        );
      assert.equal(
        labels.reduce((sum, label) => sum + confusion[label][label], 0),
        counted.agrees,
      );
    }
  });

  it('has a row with its label, its verdict and how they stand to each other', () => {
    const [scenario] = scenarios.filter(({ labels: votes }) => votes.every((vote) => vote === 'flask'));
    const one = trialTable(model, drawSamples(model), [{ ...scenario!, half: 'unseen' }]);
    const row = table.rows.find(({ id }) => id === scenario!.id)!;
    assert.deepEqual(one.rows, [{ ...row, half: 'unseen' }]);
    assert.deepEqual([row.label, row.verdict.startsWith('close')], ['flask', row.outcome === 'hesitant']);
    assert.equal(one.halves.tuned.count, 0);
    assert.equal(one.halves.unseen.count, 1);
  });

  it('finds, in the half that nobody had seen, outright agreement in 85 of 100 and no contradiction', () => {
    const { count, outcomes: counted } = table.halves.unseen;
    assert.ok(counted.agrees / count >= 0.85, `${counted.agrees} of ${count} agree`);
    assert.equal(counted.contradicts, 0);
  });

  it('finds both, in that half, in most cases where the judges do', () => {
    const { both } = table.halves.unseen.confusion;
    const asked = Object.values(both).reduce((sum, one) => sum + one, 0);
    assert.ok(both.both > asked / 2, `${both.both} of ${asked}`);
  });
});
