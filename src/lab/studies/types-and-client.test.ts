import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../failure.ts';
import { describedRefusals, hasTypedAnswer, isGenerated, isOfPackage, readFaults } from './types-and-client.ts';

const fault = (message: string, code: string) => ({ file: 'app.py', message, code });

test('every error of a type checker is read, and notes are none', () => {
  const output = [
    'app.py:7: error: Skipping analyzing "flask_wtf": module is installed  [import-untyped]',
    'app.py:7: note: See the manual',
    'shop/a.py:21: error: Missing type arguments for generic type "ModelForm"  [type-arg]',
    'Found 2 errors in 2 files (checked 3 source files)',
  ].join('\n');
  assert.deepEqual(readFaults(output), [
    { file: 'app.py', message: 'Skipping analyzing "flask_wtf": module is installed', code: 'import-untyped' },
    { file: 'shop/a.py', message: 'Missing type arguments for generic type "ModelForm"', code: 'type-arg' },
  ]);
  assert.deepEqual(readFaults('Success: no issues found in 1 source file\n'), []);
});

test('a type checker that broke down has found nothing out', () => {
  const stopped =
    'app.py:1: error: invalid syntax  [syntax]\nFound 1 error in 1 file (errors prevented further checking)';
  assert.throws(() => readFaults(stopped), Failure);
  assert.throws(() => readFaults('Error constructing plugin instance'), Failure);
});

test('errors about a package are told from those of the code itself', () => {
  assert.ok(isOfPackage(fault('Class cannot subclass "FlaskForm" (has type "Any")', 'misc')));
  assert.ok(isOfPackage(fault('Name "db.Model" is not defined', 'name-defined')));
  assert.ok(isOfPackage(fault('Untyped decorator makes function "is_known" untyped', 'untyped-decorator')));
  assert.ok(!isOfPackage(fault('Name "Book" is not defined', 'name-defined')));
  assert.ok(!isOfPackage(fault('Missing type arguments for generic type "dict"', 'type-arg')));
});

test('migrations and the command line count as generated, views do not', () => {
  assert.deepEqual(
    ['books/migrations/0001_books.py', 'migrations/env.py', 'manage.py', 'books/views.py'].map(isGenerated),
    [true, true, true, false],
  );
});

test('an operation has a typed answer when no part of it may be anything', () => {
  const operation = (answer: string) => `def sync_detailed(\n    *,\n    client: Client,\n) -> Response[${answer}]:\n`;
  assert.ok(hasTypedAnswer(operation('Book | Problem')));
  assert.ok(!hasTypedAnswer(operation('Any')));
  assert.ok(!hasTypedAnswer('def something_else(): ...'));
});

test('refusals that an operation tells apart are counted, answers are not', () => {
  const branch = (status: number) => `    if response.status_code == ${status}:\n`;
  assert.equal(describedRefusals([201, 401, 422].map(branch).join('')), 2);
});
