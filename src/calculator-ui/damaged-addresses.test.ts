import assert from 'node:assert/strict';
import { it } from 'node:test';
import { answeredOf } from '../calculator/answers.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { drawSamples } from '../calculator/uncertainty.ts';
import { stageOf } from '../calculator/verdict-words.ts';
import { damagedAddresses } from './damaged-addresses.ts';
import { htmlOf } from './everything-drawn.ts';
import { readPage } from './page-address.ts';
import { resultOf } from './result.ts';
import { say } from './said.ts';

const model = publishedModel();
// Few draws: what is asked is whether anything is no number, not how exact it is.
const samples = drawSamples(model, undefined, 40);
/** How many: 300, and 10,000 in the sweep. */
const count = Number(process.env['CALCULATOR_ADDRESSES'] ?? 300);
/** All that is shown takes thirty times as long as the verdict, so only one in ten is drawn. */
const drawnWhole = 10;
const verdicts =
  /^(No verdict yet|No lean yet|Too close to call|(First lean:|Leans|Strongly) (Flask|Django|Flask\s\+\sDjango))$/;

it(`${count} damaged addresses all end in a verdict and charts of numbers`, { timeout: 10 * 60_000 }, () => {
  for (const [at, query] of damagedAddresses(model, count).entries()) {
    const { state } = readPage(query, model);
    for (const { answers } of [state.now, ...(state.kept ? [state.kept] : [])]) {
      const { verdict } = resultOf(model, answers, samples);
      assert.match(say(verdict, stageOf(answeredOf(model, answers))).title, verdicts, query);
      if (at % drawnWhole > 0) continue;
      const html = htmlOf(model, answers, samples);
      assert.doesNotMatch(html, /\b(NaN|Infinity|undefined)\b/, query);
      assert.doesNotMatch(html, /<b><|<script|<img/, query);
    }
  }
});
