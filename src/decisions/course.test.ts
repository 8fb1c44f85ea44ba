import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { courseOf } from './course.ts';

describe('the course of a decision', () => {
  it('begins where the move says', () => {
    const held = { state: 'held' as const };
    assert.deepEqual(courseOf({ move: 'flask-to-django', outcome: held }), {
      before: 'flask',
      chosen: 'django',
      seen: 'django',
    });
    assert.deepEqual(courseOf({ move: 'chose-flask', outcome: held }), {
      before: 'neither',
      chosen: 'flask',
      seen: 'flask',
    });
    assert.equal(courseOf({ move: 'both', from: 'django', outcome: held }).before, 'django');
  });

  it('ends at the other framework where it was reversed, and elsewhere where it was given up', () => {
    assert.equal(courseOf({ move: 'stayed-django', outcome: { state: 'reversed' } }).seen, 'flask');
    assert.equal(
      courseOf({ move: 'both', from: 'neither', outcome: { state: 'reversed', to: 'flask' } }).seen,
      'flask',
    );
    assert.equal(courseOf({ move: 'chose-django', outcome: { state: 'given-up' } }).seen, 'neither');
  });

  it('stops at the decision where nobody knows', () => {
    assert.equal(courseOf({ move: 'chose-django', outcome: { state: 'not-known' } }).seen, undefined);
  });
});
