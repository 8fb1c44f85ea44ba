/** What an installation brings: on every platform, on every system's line ends, with and without development tools. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

interface Package {
  link?: boolean;
  integrity?: string;
}
const read = (name: string) => readFileSync(name, 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };

describe('an installation', () => {
  it('checks every package of every platform against a checksum', () => {
    const unchecked = Object.entries(lockfile.packages)
      .filter(([name, { link, integrity }]) => name && !link && !integrity)
      .map(([name]) => name);
    assert.deepEqual(unchecked, []);
  });

  it('without development tools brings every package that a build or the server loads', () => {
    // Programs of their own, which no build and no server loads.
    const tools =
      /(\.test\.ts$|\/lab\/|\/fonts\/fonts\.ts$|\/mutation\.ts$|\/generators\.ts$|\/stale\.ts$|\/freshness\/|\/relevance\/|\/new\/)/;
    const files = ['astro.config.mjs', ...globSync('src/**/*.{ts,astro}')].filter((file) => !tools.test(file));
    const missing = files.flatMap((file) =>
      [...read(file).matchAll(/^(?:import|export)\s(?!type\s)(?:[^'"]*?\sfrom\s)?\s*'([^'".][^'"]*)'/gm)]
        .map(([, name]) => name!.split('/', name!.startsWith('@') ? 2 : 1).join('/'))
        .filter((name) => !/^(node:|astro:|virtual:)/.test(name) && !builtinModules.includes(name))
        .filter((name) => !(name in dependencies))
        .map((name) => `${name} in ${file}`),
    );
    assert.deepEqual(missing, []);
    assert.ok('node' in dependencies, 'scripts are TypeScript, which an older Node does not run');
  });

  it('has the same text on Windows', { skip: !existsSync('.git') }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-checkout-'));
    try {
      execFileSync('git', [
        '-c',
        'core.autocrlf=true',
        'clone',
        '--quiet',
        '--depth=1',
        `file://${process.cwd()}`,
        folder,
      ]);
      const changed = globSync('**/*.{ts,astro,css,mdx,yaml,py,txt,html,json,md}', { cwd: folder }).filter((name) =>
        readFileSync(join(folder, name)).includes('\r\n'),
      );
      assert.deepEqual(changed, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
