import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { besideDecisions, type Situation } from './beside-decisions.ts';
import { publishedModel } from './content-files.ts';
import { drawSamples } from './uncertainty.ts';

const model = publishedModel();
const samples = drawSamples(model, undefined, 100);
const records = { size: 'large', workload: 'records', existing: 'django', people: 'p7' };
const situation = (choices: Record<string, string>, chosen: Situation['chosen']): Situation => ({
  ...{ id: 'a', choices, chosen, outcome: 'held' },
});
const agreementOf = (choices: Record<string, string>, chosen: Situation['chosen']) =>
  besideDecisions(model, samples, [situation(choices, chosen)]).map(({ agreement }) => agreement);

describe('a real decision beside the calculator', () => {
  it('agrees where the calculator names what the team chose, and differs where it names something else', () => {
    assert.deepEqual(agreementOf(records, 'django'), ['agrees']);
    assert.deepEqual(agreementOf(records, 'flask'), ['differs']);
  });

  it('is too close where the calculator cannot tell', () => {
    assert.deepEqual(agreementOf({ size: 'small', workload: 'plain' }, 'flask'), ['too-close']);
  });

  it('is left out where the situation answers fewer than two questions', () => {
    assert.deepEqual(agreementOf({ size: 'tiny' }, 'flask'), []);
  });
});
