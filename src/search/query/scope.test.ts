import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describesProject, isError, isHowTo, otherFrameworks } from './scope.ts';

describe('a question that the guide is not made for', () => {
  it('reports an error', () => {
    for (const question of [
      "ModuleNotFoundError: No module named 'flask'",
      'CSRF verification failed. Request aborted.',
      'form is not saving',
      'my view returns None',
    ])
      assert.ok(isError(question), question);
    for (const question of ['which is faster', 'is flask still maintained']) assert.ok(!isError(question), question);
  });

  it('wants to be told step by step', () => {
    for (const question of ['How do I pass a form to the template', 'redirecting a user after login', 'flask tutorial'])
      assert.ok(isHowTo(question), question);
    for (const question of ['How do tests compare', 'which one should I choose', 'is it hard to add an admin'])
      assert.ok(!isHowTo(question), question);
  });

  it('names other frameworks', () => {
    assert.deepEqual(otherFrameworks('Rails or Laravel, or django'), ['rails', 'laravel']);
    assert.deepEqual(otherFrameworks('flask or django'), []);
  });
});

describe('a project', () => {
  it('is told of by who builds what', () => {
    assert.ok(describesProject('we are two developers and want to build an internal tool for 50 users'));
    assert.ok(!describesProject('which is faster'));
    assert.ok(!describesProject('is django too much for a small internal tool'));
  });
});
