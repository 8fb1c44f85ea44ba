import assert from 'node:assert/strict';
import type { Sentences } from '../reader.ts';

export const calculate: Sentences = {
  'the questions of the calculator can be read and answered on paper': async (reader) => {
    await reader.open('calculator/');
    await reader.text('h1', 'The calculator');
    assert.equal(await reader.ask(() => document.querySelectorAll('main .prose ol > li').length), 7);
    await reader.text('main', 'How to read your answers');
  },
};
