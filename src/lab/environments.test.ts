import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explained, namedPackages, samePackage } from './environments.ts';
import { Unavailable } from './failure.ts';

const file = 'flask/requirements.txt';

describe('what pip complains of', () => {
  it('is a refused package when a hash differs or is missing', () => {
    const differs = explained('ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.', file);
    assert.match(differs.message, /^flask\/requirements\.txt: pip refused a package: its hash is missing or differs/);
    assert.ok(!(differs instanceof Unavailable));
    const missing = explained('ERROR: Hashes are required in --require-hashes mode, but they are missing', file);
    assert.match(missing.message, /refused a package/);
  });

  it('is an index that cannot be reached when the network fails', () => {
    const broken = `WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'
ERROR: No matching distribution found for flask==3.1.3`;
    assert.ok(explained(broken, file) instanceof Unavailable);
    assert.match(explained(broken, file).message, /index cannot be reached/);
  });

  it('is passed on when it is anything else', () => {
    const other = explained('ERROR: No matching distribution found for flask==99', file);
    assert.ok(!(other instanceof Unavailable));
    assert.match(other.message, /could not install the packages\.\nERROR: No matching distribution/);
  });
});

describe('the packages that a side names', () => {
  it('are read without versions, extras and comments', () => {
    const text = '# web\nflask==3.1.3\nflask-security[common]==5.9.2  # accounts\n\n-r other.in\n';
    assert.deepEqual(namedPackages(text), ['flask', 'flask-security']);
  });

  it('are compared as pip compares them', () => {
    assert.ok(samePackage('Flask_SQLAlchemy', 'flask-sqlalchemy'));
    assert.ok(!samePackage('flask', 'flask-wtf'));
  });
});
