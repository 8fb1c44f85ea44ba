/** Whole builds that fail, are broken off, or meet each other: the last site stays whole. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { copyProject } from '../../src/build/copy-project.ts';

const project = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'guide-output-'));
const { SITE_URL: _host, BASE_PATH: _base, OUT_DIR: _out, ...environment } = process.env;

/** Starts a build of the copy. */
function start(variables: Record<string, string> = {}): { build: ChildProcess; output: () => string } {
  const build = spawn('node_modules/.bin/astro', ['build'], { cwd: copy, env: { ...environment, ...variables } });
  let output = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return { build, output: () => output };
}

async function finish(variables?: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { build, output } = start(variables);
  const [code] = (await once(build, 'close')) as [number | null];
  return { code, output: output() };
}

/** Every file of the built site with a hash of its content. */
function site(): Record<string, string> {
  const root = join(copy, 'dist');
  const files = globSync('**/*.*', { cwd: root }).sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex'),
    ]),
  );
}

describe('the last site', { concurrency: 1 }, () => {
  let whole: Record<string, string>;

  before(async () => {
    copyProject(copy);
    const { code, output } = await finish();
    assert.equal(code, 0, output);
    whole = site();
    assert.ok('index.html' in whole);
  });
  after(() => rmSync(copy, { recursive: true }));

  it('stays whole when a build fails', async () => {
    const file = join(copy, 'content/pages/about.mdx');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n\n[gone](/gone/)\n`);
    const { code } = await finish();
    writeFileSync(file, text);
    assert.notEqual(code, 0);
    assert.deepEqual(site(), whole);
  });

  for (const [signal, moment] of [
    ['SIGKILL', /Building static entrypoints|building client/],
    ['SIGINT', /generating static routes/],
    ['SIGKILL', /checked-output|finished/],
    ['SIGKILL', /compressed-copies/],
  ] as const) {
    it(`stays whole when a build ends by ${signal} at "${moment.source}", and the next build works`, async () => {
      const { build, output } = start();
      const closed = once(build, 'close');
      while (build.exitCode === null && !moment.test(output())) await new Promise((resolve) => setTimeout(resolve, 20));
      build.kill(signal);
      await closed;
      assert.deepEqual(site(), whole);
      const { code, output: said } = await finish();
      assert.equal(code, 0, said);
      assert.deepEqual(site(), whole);
    });
  }

  it('keeps a second build out while one is at work, to the same folder or another', async () => {
    const first = finish();
    while (!existsSync(join(copy, '.astro/build.lock'))) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const folder of ['dist', 'other']) {
      const { code, output } = await finish({ OUT_DIR: folder });
      assert.notEqual(code, 0);
      assert.match(output, /Another build is at work here/);
    }
    assert.equal((await first).code, 0);
    assert.deepEqual(site(), whole);
  });

  for (const folder of ['content', 'src', '.', 'letters']) {
    it(`and everything else stay as they are where OUT_DIR is "${folder}"`, async () => {
      cpSync(join(project, 'content/pages'), join(copy, 'letters'), { recursive: true });
      const before = globSync('{content,src,letters}/**/*.*', { cwd: copy }).sort();
      const { code, output } = await finish({ OUT_DIR: folder });
      assert.notEqual(code, 0);
      assert.match(output, /OUT_DIR/);
      assert.deepEqual(globSync('{content,src,letters}/**/*.*', { cwd: copy }).sort(), before);
      assert.deepEqual(site(), whole);
    });
  }
});

describe('an installation without development tools', () => {
  it('builds the site', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-production-'));
    try {
      copyProject(folder);
      rmSync(join(folder, 'node_modules'), { recursive: true });
      cpSync(join(project, 'package-lock.json'), join(folder, 'package-lock.json'));
      const env = { ...environment, NODE_ENV: 'production' };
      for (const command of ['npm ci --omit=dev --prefer-offline --no-audit', 'npm run build']) {
        const run = spawn(command, { cwd: folder, env, shell: true, stdio: 'inherit' });
        assert.deepEqual(await once(run, 'close'), [0, null], command);
      }
      assert.ok(existsSync(join(folder, 'dist/index.html')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
