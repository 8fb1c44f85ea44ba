import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unsupported } from './support.ts';

const lts = { data: { supportEnds: new Date('2028-04-30') } };
const open = { data: { supportEnds: undefined } };

describe('the support of a release', () => {
  it('holds through its last day', () => {
    assert.deepEqual(unsupported([lts], new Date('2028-04-30T23:00:00Z')), []);
  });

  it('has ended the day after', () => {
    assert.deepEqual(unsupported([lts], new Date('2028-05-01T00:00:00Z')), [lts]);
  });

  it('does not end where its makers name no date', () => {
    assert.deepEqual(unsupported([open], new Date('2099-01-01')), []);
  });
});
