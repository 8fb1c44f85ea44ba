import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { holderOf, takeLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'guide-lock-'));
after(() => rmSync(folder, { recursive: true }));

describe('the lock of a build', () => {
  it('keeps a second build out, naming the process and the file, until the first is done', () => {
    const file = join(folder, 'new folder/a.lock');
    const give = takeLock(file);
    assert.throws(() => takeLock(file), { message: new RegExp(`process ${process.pid} .*delete .*a\\.lock`) });
    assert.equal(holderOf(file)?.pid, process.pid);
    give();
    assert.equal(holderOf(file), undefined);
    takeLock(file)();
    assert.equal(existsSync(file), false);
  });

  it('is taken over from a build that was killed', () => {
    const file = join(folder, 'b.lock');
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    writeFileSync(file, JSON.stringify({ pid, host: hostname() }));
    assert.equal(holderOf(file), undefined);
    takeLock(file)();
  });

  it('is taken over from a build that was killed while it wrote it', () => {
    const file = join(folder, 'c.lock');
    for (const text of ['', '{"pid":']) {
      writeFileSync(file, text);
      takeLock(file)();
    }
  });

  it('is held by a living process, also of another user or another machine', (context) => {
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    context.after(() => other.kill());
    const file = join(folder, 'd.lock');
    for (const owner of [
      { pid: other.pid, host: hostname() },
      { pid: 1, host: hostname() },
      { pid: 1, host: 'elsewhere' },
    ]) {
      writeFileSync(file, JSON.stringify(owner));
      assert.throws(() => takeLock(file), /Another build is at work here/);
    }
  });

  it('goes with the process that took it', () => {
    const file = join(folder, 'e.lock');
    const script = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
      takeLock(${JSON.stringify(file)}); process.exit(3);`;
    assert.equal(spawnSync(process.execPath, ['--input-type=module', '--eval', script]).status, 3);
    assert.equal(existsSync(file), false);
  });
});
