import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, formerAddresses } from './addresses.ts';

const entry = (collection: string, id: string, data = {}) => ({ collection, id, data });

describe('the old addresses of an entry', () => {
  it('differ from the present one in the name alone, even where the folder has that name too', () => {
    assert.deepEqual(formerAddresses(entry('faq', 'f', { redirectFrom: ['old-faq'] })), ['/faq/old-faq/']);
    assert.deepEqual(formerAddresses(entry('chapters', 'flask', { redirectFrom: ['g'] })), ['/guide/g/']);
  });

  it('of a page at a path of its own are whole paths, or the name that it had before', () => {
    const page = entry('pages', 'calculator-method', {
      path: '/calculator/method/',
      redirectFrom: ['/calculator/how/', 'method'],
    });
    assert.equal(addressOf(page), '/calculator/method/');
    assert.deepEqual(formerAddresses(page), ['/calculator/how/', '/method/']);
  });

  it('of what is a place in a page are places in the same page', () => {
    const redirectFrom = ['old'];
    const of = (collection: string, data = {}) => formerAddresses(entry(collection, 'x', { redirectFrom, ...data }));
    assert.deepEqual(of('sections', { chapter: 'flask' }), ['/guide/flask/#old']);
    assert.deepEqual(of('claims'), ['/evidence/old/']);
    assert.deepEqual(of('capabilities'), ['/compare/#old']);
    assert.deepEqual(of('glossary'), ['/glossary/#old']);
  });
});
