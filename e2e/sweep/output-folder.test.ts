/** Whole builds that fail, are broken off, or meet each other: the last site stays whole. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Copy, plainEnvironment } from './copy.ts';

const project = join(import.meta.dirname, '../..');

describe('the last site', { concurrency: 1 }, () => {
  const copy = new Copy();
  let whole: Record<string, string>;

  before(async () => {
    const { code, output } = await copy.build();
    assert.equal(code, 0, output);
    whole = copy.site();
    assert.ok('index.html' in whole);
  });
  after(() => copy.remove());

  it('stays whole when a build fails', async () => {
    const text = copy.read('content/pages/about.mdx');
    copy.write('content/pages/about.mdx', `${text}\n\n[gone](/gone/)\n`);
    const { code } = await copy.build();
    copy.write('content/pages/about.mdx', text);
    assert.notEqual(code, 0);
    assert.deepEqual(copy.site(), whole);
  });

  for (const [signal, moment] of [
    ['SIGKILL', /Building static entrypoints|building client/],
    ['SIGINT', /generating static routes/],
    ['SIGKILL', /checked-output|finished/],
    ['SIGKILL', /compressed-copies/],
  ] as const) {
    it(`stays whole when a build ends by ${signal} at "${moment.source}", and the next build works`, async () => {
      const { build, output } = copy.start();
      const closed = once(build, 'close');
      while (build.exitCode === null && !moment.test(output())) await new Promise((resolve) => setTimeout(resolve, 20));
      build.kill(signal);
      await closed;
      assert.deepEqual(copy.site(), whole);
      const { code, output: said } = await copy.build();
      assert.equal(code, 0, said);
      assert.deepEqual(copy.site(), whole);
    });
  }

  it('keeps a second build out while one is at work, to the same folder or another', async () => {
    const first = copy.build();
    while (!existsSync(join(copy.folder, '.astro/build.lock'))) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const folder of ['dist', 'other']) {
      const { code, output } = await copy.build({ OUT_DIR: folder });
      assert.notEqual(code, 0);
      assert.match(output, /Another build is at work here/);
    }
    assert.equal((await first).code, 0);
    assert.deepEqual(copy.site(), whole);
  });

  for (const folder of ['content', 'src', '.', 'letters']) {
    it(`and everything else stay as they are where OUT_DIR is "${folder}"`, async () => {
      cpSync(join(project, 'content/pages'), join(copy.folder, 'letters'), { recursive: true });
      const before = globSync('{content,src,letters}/**/*.*', { cwd: copy.folder }).sort();
      const { code, output } = await copy.build({ OUT_DIR: folder });
      assert.notEqual(code, 0);
      assert.match(output, /OUT_DIR/);
      assert.deepEqual(globSync('{content,src,letters}/**/*.*', { cwd: copy.folder }).sort(), before);
      assert.deepEqual(copy.site(), whole);
    });
  }
});

describe('an installation without development tools', () => {
  const copy = new Copy();
  after(() => copy.remove());

  it('builds the site', async () => {
    rmSync(join(copy.folder, 'node_modules'), { recursive: true });
    cpSync(join(project, 'package-lock.json'), join(copy.folder, 'package-lock.json'));
    const env = { ...plainEnvironment(), NODE_ENV: 'production' };
    for (const command of ['npm ci --omit=dev --prefer-offline --no-audit', 'npm run build']) {
      const run = spawn(command, { cwd: copy.folder, env, shell: true, stdio: 'inherit' });
      assert.deepEqual(await once(run, 'close'), [0, null], command);
    }
    assert.ok(existsSync(join(copy.folder, 'dist/index.html')));
  });
});
