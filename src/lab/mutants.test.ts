import assert from 'node:assert/strict';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { firstFailed } from './contracts.ts';
import { Failure } from './failure.ts';
import { fits, mutantsOf, mutated, readMutant, row, summary } from './mutants.ts';
import { copies } from './server.ts';

const file = 'src/lab/mutants/order-form/flask-takes-a-get.patch';
const mutant = readMutant(file, 'A link can order in the name of whoever follows it.\n--- a/flask/app.py\n');

const textsIn = (folder: string) =>
  globSync('**/*.py', { cwd: folder })
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));

after(() => rmSync(copies, { recursive: true, force: true }));

describe('a mutant', () => {
  it('says by its name which side is wrong, and how', () => {
    assert.deepEqual(mutant, { file, task: 'order-form', side: 'flask', fault: 'takes a get' });
  });

  it('must name a side and say what is wrong', () => {
    assert.throws(() => readMutant('src/lab/mutants/order-form/rails-slow.patch', 'It is slow.\n'), /a name is a side/);
    assert.throws(() => readMutant(file, '--- a/flask/app.py\n+++ b/flask/app.py\n'), /must be a sentence/);
  });

  it('is caught by the first test that fails, not by the group that the test is in', () => {
    const report = `▶ the form
  ✔ is empty (3.1ms)
  ✖ is refused (the token is missing) (12.345ms)
✖ the form (20ms)
ℹ pass 1`;
    assert.equal(firstFailed(report), 'is refused (the token is missing)');
    assert.equal(firstFailed('▶ the form\n  ✔ shows ✖ as text (3ms)\n'), undefined);
    assert.equal(firstFailed('✖ src/lab/contracts/order-form.contract.ts (30ms)\n'), undefined);
  });

  it('is shown with the test that caught it', () => {
    const line = row({ mutant, seconds: 2.25, caughtBy: 'is refused' });
    assert.match(line, /^order-form +flask +takes a get +2\.3 s {2}"is refused"$/);
  });

  it('fails the run by name when every test passes', () => {
    const caught = { mutant, seconds: 1, caughtBy: 'is refused' };
    assert.equal(summary([caught], 61), 'All 1 mutants are caught, in 61 s.');
    assert.throws(
      () => summary([caught, { mutant, seconds: 1, problem: 'every test passes' }], 9),
      (error) => error instanceof Failure && error.message.includes(`1 of 2 mutants are not caught:\n${file}: every`),
    );
    assert.throws(() => summary([], 0), /no mutants/);
  });

  it('fits the example as it is', async () => {
    for (const each of mutantsOf()) await fits(each);
    await assert.rejects(fits({ file: 'src/lab/mutants.ts', task: 'order-form' }), /mutants\.ts no longer applies/);
  });

  it('breaks a copy and leaves the example as it is', async () => {
    const [each] = mutantsOf('order-form');
    const copy = await mutated(each!);
    assert.notDeepEqual(textsIn(copy), textsIn('content/examples/order-form'));
    await fits(each!);
  });
});
