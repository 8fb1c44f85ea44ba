import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summedUp } from './count.ts';
import { percentile } from './load.ts';
import { processorTicks } from './workers.ts';

describe('what the lab counts', () => {
  it('leaves out lists of packages, generated migrations and files without code', () => {
    const counted = [
      { path: 'content/examples/a/django/shop/models.py', sourceCount: 10 },
      { path: 'content/examples/a/django/shop/migrations/0001_initial.py', sourceCount: 30 },
      { path: 'content/examples/a/django/shop/__init__.py', sourceCount: 0 },
      { path: 'content/examples/a/django/requirements-6.txt', sourceCount: 16 },
      { path: 'content/examples/a/django/templates/page.html', sourceCount: 5 },
    ];
    assert.deepEqual(summedUp(counted), { files: 2, lines: 15 });
  });

  it('takes a percentile from the values themselves', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    assert.equal(percentile(hundred, 50), 50);
    assert.equal(percentile(hundred, 99), 99);
    assert.equal(percentile([4], 95), 4);
  });

  it('reads processor time behind a name with brackets and spaces in it', () => {
    const stat = '77 (gunicorn: (app) x) S 1 77 77 0 -1 4194560 900 0 0 0 150 25 0 0 20 0 5 0 1 2 3';
    assert.deepEqual(processorTicks(stat), [150, 25]);
  });
});
