import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../failure.ts';
import { outcomeOf, testsOf } from './test-suite.ts';

describe('the study of the test suites', () => {
  it('has the same hundred tests on both sides, by name', () => {
    assert.deepEqual(testsOf('flask'), testsOf('django'));
    assert.equal(new Set(testsOf('flask')).size, 100);
  });

  it('reads what pytest says of a run', () => {
    assert.deepEqual(outcomeOf('..F\n1 failed, 99 passed in 2.10s\n'), { tests: 100, failed: 1 });
    assert.deepEqual(outcomeOf('100 passed in 2.10s\n'), { tests: 100, failed: 0 });
  });

  it('reads what Django says of a run, and counts an exception in a test as a failure', () => {
    const output = 'Ran 100 tests in 0.5s\n\nFAILED (failures=2, errors=1)\n';
    assert.deepEqual(outcomeOf(output), { tests: 100, failed: 3 });
    assert.deepEqual(outcomeOf('Ran 1 test in 0.1s\n\nOK\n'), { tests: 1, failed: 0 });
  });

  it('takes no suite for run that did not start', () => {
    assert.throws(() => outcomeOf("ModuleNotFoundError: No module named 'books'\n"), Failure);
    assert.throws(() => outcomeOf('99 passed, 1 error in 2.10s\n'), Failure);
  });
});
