import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rangesOf } from './answers.ts';
import { publishedModel } from './content-files.ts';
import { conventions, derivationOf, formulas, numberNames } from './derivation.ts';

const model = publishedModel();
const names = [...numberNames(model), ...formulas, ...conventions];

describe('the places where numbers are derived', () => {
  it('are one for each name, with nothing in them that HTML or CSS would not take', () => {
    const places = names.map(derivationOf);
    assert.deepEqual(
      places.filter((place, at) => places.indexOf(place) !== at),
      [],
    );
    assert.deepEqual(
      places.filter((place) => !/^[a-z][A-Za-z0-9-]*$/.test(place)),
      [],
    );
  });

  it('exist for every number that a reader may replace', () => {
    const scored = model.questions.flatMap(({ id, options }) =>
      options.filter(({ scores }) => scores).map((option) => `${id}.${option.id}`),
    );
    const replaceable = [...Object.keys(rangesOf(model)), ...scored, ...model.criteria.map(({ id }) => id)];
    assert.deepEqual(
      replaceable.filter((name) => !names.includes(name)),
      [],
    );
  });
});
