import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAddress } from '../calculator/address.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { noticesOf } from './notices.ts';

const model = publishedModel();

it('every part of an address that was not taken has one notice of its own', () => {
  const reading = readAddress('m=0&size=huge&colour=red&w=1&x.dependency=1&s.size.tiny=1&first=orm.orm.no', model);
  assert.deepEqual(
    noticesOf(reading, model.version).map(({ part }) => part),
    ['m=0', 'size=huge', 'colour=red', 'w=1', 'x.dependency=1', 's.size.tiny=1', 'first=orm', 'first=no'],
  );
  assert.deepEqual(noticesOf(readAddress('m=2&size=tiny', model), model.version), []);
});

it('a range that was not taken is told the rule that holds for it', () => {
  const told = (query: string) => noticesOf(readAddress(query, model), model.version).map(({ text }) => text);
  assert.deepEqual(told('x.developers.p2=0,1,2'), [
    'must be three numbers from 0.1 to 10,000, none smaller than the one before it',
  ]);
  assert.deepEqual(told('x.optimism=0,1,2'), [
    'must be three numbers from 1 to 10,000, none smaller than the one before it',
  ]);
});

it('the scenario that is kept has notices of its own, under its name', () => {
  assert.deepEqual(noticesOf(readAddress('size=huge', model), model.version, 'A'), [
    { part: 'A: size=huge', text: 'is not one of the answers' },
  ]);
});
