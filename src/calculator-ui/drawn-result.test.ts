import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAddress } from '../calculator/address.ts';
import { rangesOf } from '../calculator/answers.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { always, anyAnswers } from '../calculator/generators.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { limitsOf } from '../calculator/number-limits.ts';
import { htmlOf } from './everything-drawn.ts';
import { resultOf } from './result.ts';
import { say } from './said.ts';
import { strongest } from './sentences.ts';

const model = publishedModel();
const samples = drawSamples(model, undefined, 60);

function drawn(query: string): string {
  const { answers, ignored } = readAddress(query, model);
  assert.deepEqual(ignored, []);
  return htmlOf(model, answers, samples);
}

/** Every number of the cost model at its least: nothing costs anything that can cost nothing. */
const nothing = Object.keys(rangesOf(model))
  .map((name) => `x.${name}=${Array(3).fill(limitsOf(name).least).join(',')}`)
  .join('&');

describe('where nothing costs anything', () => {
  const html = drawn(`m=${model.version}&size=tiny&first=&${nothing}`);

  it('charts hold numbers only', () => {
    assert.doesNotMatch(html, /NaN|Infinity|undefined/);
    assert.match(html, /class="line line-flask" d="M0\.00 300\.0L/);
  });

  it('neither is called the cheaper one', () => {
    assert.match(html, /and (Flask|Django) cost the same\./);
    assert.doesNotMatch(html, /cheaper/);
  });
});

it('whatever is answered, words and drawings hold no number that is none', () => {
  always([anyAnswers(model)], (answers) =>
    assert.doesNotMatch(htmlOf(model, answers, samples), /NaN|Infinity|undefined/),
  );
});

it('a verdict that is called has reasons for the leader only, and none that nobody answered', () => {
  always([anyAnswers(model)], (answers) => {
    const result = resultOf(model, answers, samples);
    const said = say(result.verdict, 'full');
    for (const reason of strongest(result, said)) {
      if (said.called) assert.ok(reason.points > 0);
      assert.ok(reason.of === reason.criterion || answers.choices[reason.of] !== undefined, reason.of);
    }
  });
});
