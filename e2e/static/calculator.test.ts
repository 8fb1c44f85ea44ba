import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedModel } from '../../src/calculator/content-files.ts';
import { derivationOf, numberNames } from '../../src/calculator/derivation.ts';
import { builtFile, builtPage } from '../builds.ts';

const model = publishedModel();
const { dom } = builtPage('calculator/');

test('every number of the calculator that can be changed leads to its derivation', () => {
  const method = builtPage('calculator/method/').dom;
  assert.deepEqual(
    numberNames(model).filter((name) => !method.getElementById(derivationOf(name))),
    [],
  );
});

test('without script the calculator has its questions, twelve results and a worksheet, and does not offer to compute', () => {
  assert.equal(dom.querySelectorAll('form fieldset[data-question]').length, model.questions.length);
  assert.equal(dom.querySelectorAll('.personas > li').length, 12);
  assert.equal(dom.querySelectorAll('.worksheet tbody tr').length, 8);
  const buttons = dom.querySelectorAll('framework-calculator button:not([data-part=failure] button)');
  assert.deepEqual(
    buttons.filter((button) => !button.hasAttribute('disabled')).map(({ textContent }) => textContent),
    [],
  );
});

test('the calculator’s script gets the model of the content, and words for all of it', () => {
  const data = JSON.parse(builtFile('calculator/model.json'));
  assert.deepEqual(data.model, JSON.parse(JSON.stringify(model)));
  for (const { id, options } of model.questions)
    for (const option of options) assert.ok(data.words.questions[id].options[option.id].label, `${id}.${option.id}`);
  for (const { id } of model.features) assert.ok(data.words.features[id], id);
});

test('links and the form of the framed calculator lead out of the frame, links within the page do not', () => {
  const frame = builtPage('embed/calculator/').dom;
  assert.equal(frame.querySelector('base')?.getAttribute('target'), '_top');
  const within = frame.querySelectorAll('a[href^="#"]');
  assert.deepEqual(
    within.filter((link) => link.getAttribute('target') !== '_self').map(({ outerHTML }) => outerHTML),
    [],
  );
});
