import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agreementOf } from './agreement.ts';
import type { Expected, JudgedQuery } from './judging.ts';

const label = (expect: Expected, ...grade2: string[]) => ({ expect, grade2 });
const twice = (first: ReturnType<typeof label>, second: ReturnType<typeof label>): JudgedQuery => ({
  q: 'words',
  grade1: [],
  ...first,
  second,
});

describe('agreement of two labels', () => {
  it('says nothing where no question carries two', () => {
    assert.equal(agreementOf([{ q: 'words', grade2: ['/a/'], grade1: [] }]), undefined);
  });

  it('counts a page in common, whatever else each label names', () => {
    const agreement = agreementOf([
      twice(label('answerable', '/a/', '/b/'), label('answerable', '/b/')),
      twice(label('answerable', '/a/'), label('answerable', '/c/')),
    ]);
    assert.deepEqual(agreement, { questions: 2, expectation: 1, kappa: 1, page: 0.5 });
  });

  it('takes off the agreement that chance alone would give', () => {
    const agreement = agreementOf([
      twice(label('answerable', '/a/'), label('answerable', '/a/')),
      twice(label('answerable', '/a/'), label('out-of-scope')),
      twice(label('out-of-scope'), label('answerable', '/a/')),
      twice(label('out-of-scope'), label('out-of-scope')),
    ]);
    assert.deepEqual(agreement, { questions: 4, expectation: 0.5, kappa: 0, page: 1 });
  });

  it('does not hold the language of a question for a difference', () => {
    const agreement = agreementOf([twice(label('other-language', '/a/'), label('answerable', '/a/'))]);
    assert.equal(agreement?.expectation, 1);
  });
});
