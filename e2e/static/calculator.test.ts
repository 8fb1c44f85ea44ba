import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../src/calculator/address.ts';
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
  assert.equal(dom.querySelectorAll('form [role=radiogroup]').length, model.features.length);
  assert.deepEqual(dom.querySelectorAll('form input[checked]').length, 0, 'nothing is chosen');
  assert.equal(dom.querySelectorAll('.personas > li').length, 12);
  assert.equal(dom.querySelectorAll('.worksheet tbody tr').length, 8);
  const buttons = dom.querySelectorAll('framework-calculator button:not([data-part=failure] button)');
  assert.deepEqual(
    buttons
      .filter((button) => !button.hasAttribute('disabled') && !button.closest('noscript'))
      .map(({ textContent }) => textContent),
    [],
  );
});

test('every example that a reader can start from is a link with all of its answers', () => {
  const links = dom.querySelectorAll('.start a:not([data-preset=""])');
  assert.ok(links.length >= 5);
  for (const link of links) {
    const { answers, ignored } = readAddress(link.getAttribute('href')!.split('?')[1]!.replaceAll('&amp;', '&'), model);
    assert.deepEqual(ignored, []);
    assert.ok(Object.keys(answers.choices).length >= 5, link.textContent);
  }
});

test('the calculator’s script gets the model of the content, and words for all of it', () => {
  const data = JSON.parse(builtFile('calculator/model.json'));
  assert.deepEqual(data.model, JSON.parse(JSON.stringify(model)));
  for (const { id, options } of model.questions)
    for (const option of options) assert.ok(data.words.questions[id].options[option.id].label, `${id}.${option.id}`);
  for (const { id } of model.features) assert.ok(data.words.features[id], id);
});

test('links of the framed calculator open outside of the frame, and its code names the host', () => {
  const frame = builtPage('embed/calculator/').dom;
  assert.equal(frame.querySelector('base')?.getAttribute('target'), '_blank');
  const codes = dom.querySelectorAll('.embed-code code').map(({ textContent }) => textContent);
  assert.equal(codes.length, 2);
  for (const code of codes) assert.match(code, /src="https:\/\/guide\.example\/guide-site\/embed\/calculator\/"/);
  assert.match(codes[1]!, /<script src="https:\/\/guide\.example\/guide-site\/embed\/height\.js" async><\/script>/);
});
