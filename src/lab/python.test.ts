import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Unavailable } from './failure.ts';
import { choose, findPythons, isAtLeast } from './python.ts';

const python = (version: string) => ({ path: `/bin/python${version}`, version });

describe('the choice of a Python', () => {
  it('compares versions as numbers', () => {
    assert.ok(isAtLeast('3.11.0', [3, 11]));
    assert.ok(isAtLeast('3.14.1', [3, 9]));
    assert.ok(!isAtLeast('3.9.20', [3, 11]));
    assert.ok(isAtLeast('4.0.0', [3, 11]));
  });

  it('takes the first that is new enough, and the newest for Django 6', () => {
    const { main, newer } = choose(['3.9.1', '3.11.7', '3.12.1', '3.13.0', '3.12.9'].map(python));
    assert.equal(main.version, '3.11.7');
    assert.equal(newer?.version, '3.13.0');
  });

  it('leaves Django 6 out where no Python runs it', () => {
    assert.equal(choose([python('3.11.7')]).newer, undefined);
  });

  it('says what is needed and what was found when none is new enough', () => {
    assert.throws(
      () => choose([python('3.9.1')]),
      (error) => {
        assert.ok(error instanceof Unavailable);
        assert.match(error.message, /needs Python 3\.11 or newer\. Found: \/bin\/python3\.9\.1 \(3\.9\.1\)/);
        return true;
      },
    );
    assert.throws(() => choose([]), /Found: none/);
  });

  it('says so where PYTHON names no interpreter', async () => {
    for (const named of ['/no/such/python', process.execPath])
      await assert.rejects(findPythons({ PYTHON: named }), (error) => {
        assert.ok(error instanceof Unavailable);
        assert.match(error.message, new RegExp(`PYTHON is "${named}", which is no Python`));
        return true;
      });
  });
});
