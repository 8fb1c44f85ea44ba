import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pythonLinesAdded } from './patches.ts';

it('of a patch only the lines of Python count, changed or added, and no blank ones', () => {
  const patch = [
    ...['What it does.', 'diff --git a/flask/app.py b/flask/app.py', '--- a/flask/app.py', '+++ b/flask/app.py'],
    ...['@@ -1,2 +1,3 @@', '-def f(a):', '+def f(a: int) -> int:', '+', ' pass'],
    ...['diff --git a/flask/requirements.in b/flask/requirements.in', '+++ b/flask/requirements.in', '+stubs==1'],
  ];
  assert.deepEqual(pythonLinesAdded(patch.join('\n')), ['def f(a: int) -> int:']);
});
