/** The whole of `npm run fresh`, on a copy of the rows and against an index on this machine. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

const admin = 'content/capabilities/admin-back-office.yaml';
const folder = mkdtempSync(join(tmpdir(), 'guide-fresh-'));
after(() => rmSync(folder, { recursive: true }));

/** The index: it knows the releases of each package, and why one was withdrawn. */
const index = createServer((request, response) => {
  const name = request.url!.split('/').at(-2)!;
  const releases = known[name];
  response.writeHead(releases ? 200 : 404, { 'Content-Type': 'application/vnd.pypi.simple.v1+json' });
  response.end(
    JSON.stringify({
      versions: releases?.map(([version]) => version),
      files: releases?.map(([version, day, yanked]) => ({
        filename: `${name.replaceAll('-', '_')}-${version}.tar.gz`,
        'upload-time': `${day}T06:11:08Z`,
        yanked,
      })),
    }),
  );
});
type Release = [version: string, day: string, yanked: false | string];
let known: Record<string, Release[]>;
before(async () => void (await once(index.listen(0, '127.0.0.1'), 'listening')));
after(() => index.close());

/** What the program says of the copy, and what it ends with. */
async function fresh(change: (row: string) => string): Promise<{ said: string[]; code: number }> {
  mkdirSync(dirname(join(folder, admin)), { recursive: true });
  writeFileSync(join(folder, admin), change(readFileSync(admin, 'utf8')));
  const { port } = index.address() as AddressInfo;
  return new Promise((done) => {
    const options = { cwd: folder, env: { ...process.env, PACKAGE_INDEX: `http://127.0.0.1:${port}/simple/` } };
    execFile(process.execPath, [resolve('src/freshness/fresh.ts')], options, (error, stdout) =>
      done({ said: stdout.trim().split('\n'), code: error ? Number(error.code) : 0 }),
    );
  });
}

/** The packages of the row, named here so that a newer release of one does not change what is tested. */
const packages =
  (flask: string, django = '[]') =>
  (row: string) =>
    row
      .replace(/^ {2}packages:\n( {4}.*\n)+/m, `  packages: [${flask}]\n`)
      .replace(/^ {2}packages: \[\]$/m, `  packages: ${django}`);
const appBuilder = "{ name: Flask-AppBuilder, series: '5.3', released: 2026-10-22 }";
const flaskAdmin = "{ name: Flask-Admin, series: '2.2', released: 2026-09-21 }";

describe('npm run fresh', () => {
  const asTheRowSays = (): typeof known => ({
    'flask-appbuilder': [['5.3.0', '2026-10-22', false]],
    'flask-admin': [
      ['2.1.0', '2026-01-12', false],
      ['2.2.0', '2026-09-21', false],
    ],
  });

  it('passes where every package is as the index says', async () => {
    known = asTheRowSays();
    assert.deepEqual(await fresh(packages(`${appBuilder}, ${flaskAdmin}`)), {
      said: ['2 packages are as the comparison says.'],
      code: 0,
    });
  });

  it('names an older series, a withdrawn release and a state of upkeep that was typed, and fails', async () => {
    known = asTheRowSays();
    known['flask-admin']![1]![2] = 'broken';
    const typed = "[{ name: Flask-AppBuilder, series: '5.3', released: 2026-10-22, upkeep: active }]";
    assert.deepEqual(await fresh(packages(`${appBuilder.replace('5.3', '5.2')}, ${flaskAdmin}`, typed)), {
      said: [
        `${admin}: Flask-Admin: the row says 2.2; the newest release that stands is 2.1.0 of 2026-01-12`,
        `${admin}: Flask-AppBuilder: "active" is typed; how a package is kept is told from its newest release`,
        `${admin}: Flask-AppBuilder: the row says 5.2; the newest release that stands is 5.3.0 of 2026-10-22`,
        '3 lapses among 2 packages.',
      ],
      code: 1,
    });
  });

  it('fails where the index does not know a package: no answer is no pass', async () => {
    known = {};
    const { said, code } = await fresh(packages(flaskAdmin));
    assert.match(said[0]!, /^Flask-Admin: the package index answers with 404$/);
    assert.equal(code, 1);
  });
});
