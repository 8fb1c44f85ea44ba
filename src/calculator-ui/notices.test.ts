import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readAddress } from '../calculator/address.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { noticesOf } from './notices.ts';

it('every part of an address that was not taken has one notice of its own', () => {
  const model = publishedModel();
  const reading = readAddress('m=0&size=huge&colour=red&w=1&x.dependency=1&s.size.tiny=1&first=orm.orm.no', model);
  assert.deepEqual(
    noticesOf(reading, model.version).map(({ part }) => part),
    ['m=0', 'size=huge', 'colour=red', 'w=1', 'x.dependency=1', 's.size.tiny=1', 'first=orm', 'first=no'],
  );
  assert.deepEqual(noticesOf(readAddress('m=1&size=tiny', model), model.version), []);
});
