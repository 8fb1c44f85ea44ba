import assert from 'node:assert/strict';
import { it } from 'node:test';
import { meaningOf } from '../query/phrases.ts';
import { waysFarFrom } from './ask.ts';

const stems = (...ways: string[]) => ways.map((way) => meaningOf(way).join(' ')).join('|');

it('a question judged as unseen is asked without the ways that are near to it', () => {
  const ways = [stems('cheap hosting for django', 'where to host a shop'), stems('cheap hosting'), ''];
  assert.deepEqual(waysFarFrom('Cheap hosting with Flask?', ways), [stems('where to host a shop'), '', '']);
});
