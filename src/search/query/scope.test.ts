import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  asksWhatItIs,
  describesProject,
  isAboutOthers,
  isError,
  isHowTo,
  namesExtension,
  otherFrameworks,
} from './scope.ts';

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

  it('tells of a mishap without calling it an error', () => {
    for (const question of [
      'Cant upload media files when I serve it with docker',
      'passenger cpanel 404',
      'the task is queued but not running',
      'it loads forever',
    ])
      assert.ok(isError(question), question);
    for (const question of ["what can't django do", '100 users', 'when to use flask'])
      assert.ok(!isError(question), question);
  });

  it('names things from code', () => {
    for (const question of ['what does render_template return', 'reload() in a shell', 'django timezone.now vs today'])
      assert.ok(isHowTo(question), question);
    for (const question of [
      'settings.py for production',
      'is node.js better',
      'flask-login or flask_login'.slice(0, 11),
    ])
      assert.ok(!isHowTo(question), question);
  });

  it('repeats what a program said, or tells what it does not see', () => {
    for (const question of [
      "While making migrations it returns 'No changes detected'",
      'makemigrations does not pick up changes to a model',
      'two apps on one site, when B is logged in A is logged out',
    ])
      assert.ok(isError(question), question);
    for (const question of ['is "batteries included" worth it', 'why do people say "Django is bloated"'])
      assert.ok(!isError(question), question);
  });

  it('sets other frameworks beside each other', () => {
    assert.ok(isAboutOthers('What is the difference between Vue and React?'));
    assert.ok(isAboutOthers('laravel vs rails'));
    for (const question of ['React or Vue in front of Django', 'do I need react', 'flask or fastapi'])
      assert.ok(!isAboutOthers(question), question);
  });

  it('names other frameworks', () => {
    assert.deepEqual(otherFrameworks('Rails or Laravel, or django'), ['rails', 'laravel']);
    assert.deepEqual(otherFrameworks('flask or django'), []);
  });
});

describe('what a question is about', () => {
  it('is what a thing is or how it works, in five languages', () => {
    for (const question of [
      'What is a route?',
      'How do blueprints work in Flask?',
      'Was ist Django',
      'O que é um framework',
    ])
      assert.ok(asksWhatItIs(question), question);
    for (const question of ['which is faster', 'how do we move to django'])
      assert.ok(!asksWhatItIs(question), question);
  });

  it('is an extension, where a name grows on to one of the two', () => {
    for (const question of ['flask-uploads abandoned', 'is django_filter maintained'])
      assert.ok(namesExtension(question), question);
    for (const question of ['a django-style admin', 'flask or django']) assert.ok(!namesExtension(question), question);
  });
});

describe('a project', () => {
  it('is told of by who builds what', () => {
    assert.ok(describesProject('we are two developers and want to build an internal tool for 50 users'));
    assert.ok(!describesProject('which is faster'));
    assert.ok(!describesProject('is django too much for a small internal tool'));
  });
});
