import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { besideDecisions, choicesOf, type Situation } from './beside-decisions.ts';
import { publishedModel } from './content-files.ts';
import { situationFacts } from '../vocabulary.ts';
import { drawSamples } from './uncertainty.ts';

const model = publishedModel();
const samples = drawSamples(model, undefined, 100);
const records = { size: 'large', workload: 'records', codebase: 'django', people: 'p7' };
const situation = (choices: Record<string, string>, chosen: Situation['chosen']): Situation => ({
  ...{ id: 'a', choices, chosen, outcome: 'held' },
});
const agreementOf = (choices: Record<string, string>, chosen: Situation['chosen']) =>
  besideDecisions(model, samples, [situation(choices, chosen)]).map(({ agreement }) => agreement);

describe('what a blind reader told of a situation', () => {
  it('is read as answers to the questions of today, and what was asked as a fact counts before the rest', () => {
    assert.deepEqual(choicesOf({ choices: { size: 'small' }, facts: { signIn: 'own', sharedData: 'others' } }), {
      ...{ size: 'small', 'sign-in': 'own', 'shared-data': 'others' },
    });
    const older = { existing: 'django', assurance: 'nobody' };
    assert.deepEqual(choicesOf({ choices: older, facts: {} }), { codebase: 'django', treatment: 'keep' });
    assert.deepEqual(choicesOf({ choices: older, facts: { codebase: 'both' } }), {
      ...{ codebase: 'both', treatment: 'keep' },
    });
  });

  it('has a question and an option for every fact and answer that a reader could give', () => {
    for (const [fact, { answers }] of Object.entries(situationFacts))
      for (const answer of Object.keys(answers)) {
        const [[question, option] = ['', '']] = Object.entries(choicesOf({ choices: {}, facts: { [fact]: answer } }));
        const known = model.questions.find(({ id }) => id === question);
        assert.ok(
          known?.options.some(({ id }) => id === option),
          `${question} = ${option}`,
        );
      }
  });
});

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
