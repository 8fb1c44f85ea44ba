import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { buildingFolder, lockFile, prepare, realFolder, refuseForeign, repair, replace } from './replace-site.ts';

let place: string;
/** The folder of the site. */
let folder: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'guide-replace-'));
  folder = join(place, 'site');
});
afterEach(() => rmSync(place, { recursive: true }));

function write(root: string, ...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), name);
  }
}

/** Makes a build of these files and puts it in the place of the last one. */
function build(...names: string[]): void {
  prepare(folder);
  write(buildingFolder(folder), ...names);
  replace(folder);
}

const filesIn = (root: string) =>
  globSync('**/*.*', { cwd: root })
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('a build', () => {
  it('takes the place of the last one when it is complete, and leaves nothing beside it', () => {
    build('index.html', 'old/index.html');
    prepare(folder);
    write(buildingFolder(folder), 'index.html', 'new/index.html');
    assert.deepEqual(filesIn(folder), ['index.html', 'old/index.html']);
    replace(folder);
    assert.deepEqual(filesIn(folder), ['index.html', 'new/index.html']);
    assert.deepEqual(globSync('*', { cwd: place }), ['site']);
  });

  it('begins anew where one was broken off', () => {
    build('index.html');
    prepare(folder);
    write(buildingFolder(folder), 'half.html');
    assert.deepEqual(filesIn(folder), ['index.html']);
    build('index.html', 'whole.html');
    assert.deepEqual(filesIn(folder), ['index.html', 'whole.html']);
  });

  it('keeps files with a hash in their name for one build more', () => {
    build('_astro/a.1.js', '_astro/a.1.js.br', 'pagefind/index/en_1.pf_index', 'pagefind/pagefind.js', 'a.html');
    build('_astro/a.2.js');
    assert.deepEqual(filesIn(folder), [
      '_astro/a.1.js',
      '_astro/a.1.js.br',
      '_astro/a.2.js',
      'pagefind/index/en_1.pf_index',
    ]);
    build('_astro/a.3.js');
    assert.deepEqual(filesIn(folder), ['_astro/a.2.js', '_astro/a.3.js']);
    // What did not change is every build's own.
    build('_astro/a.3.js');
    build('_astro/a.4.js');
    assert.deepEqual(filesIn(folder), ['_astro/a.3.js', '_astro/a.4.js']);
  });

  it('takes nothing from outside by a record that somebody changed', () => {
    write(place, 'secret.txt');
    build('index.html');
    writeFileSync(join(folder, '.build.json'), '["_astro/../../secret.txt", "../secret.txt", 1, null]');
    build('index.html');
    assert.deepEqual(filesIn(folder), ['index.html']);
    assert.equal(existsSync(join(place, 'secret.txt')), true);
  });

  it('can be read by every user, whatever the mask of who builds', () => {
    const mask = process.umask(0o077);
    try {
      build('faq/index.html');
    } finally {
      process.umask(mask);
    }
    const mode = (name: string) => statSync(join(folder, name)).mode & 0o777;
    assert.deepEqual([mode(''), mode('faq'), mode('faq/index.html')], [0o755, 0o755, 0o644]);
  });
});

describe('a build that was ended while it took the place of the last one', () => {
  it('leaves a site that is put back', () => {
    build('index.html');
    renameSync(folder, `${folder}.former`);
    repair(folder);
    assert.deepEqual(filesIn(folder), ['index.html']);
    repair(folder);
    assert.deepEqual(filesIn(folder), ['index.html']);
  });

  it('leaves the new site where it was put in already', () => {
    build('index.html');
    write(`${folder}.former`, 'old.html');
    repair(folder);
    assert.deepEqual(filesIn(folder), ['index.html']);
    assert.equal(existsSync(`${folder}.former`), false);
  });

  it('is left alone while it is at work', () => {
    write(`${folder}.former`, 'old.html');
    writeFileSync(lockFile(folder), JSON.stringify({ pid: process.pid, host: hostname() }));
    repair(folder);
    assert.equal(existsSync(folder), false);
  });
});

describe('an output folder', () => {
  it('may be missing, empty, or hold a site of ours', () => {
    refuseForeign(folder);
    mkdirSync(folder);
    refuseForeign(folder);
    build('index.html');
    refuseForeign(folder);
    rmSync(folder, { recursive: true });
    write(folder, '_astro/a.js', '_headers', 'sw.js', 'site.webmanifest');
    refuseForeign(folder);
  });

  it('may not hold anything else, and what it holds stays', () => {
    write(folder, 'index.html', 'letter.txt');
    assert.throws(() => refuseForeign(folder), /is not empty, and what it holds was not built by this project/);
    assert.deepEqual(filesIn(folder), ['index.html', 'letter.txt']);
    write(place, 'file');
    assert.throws(() => refuseForeign(join(place, 'file')), /is not a folder/);
  });

  it('may not be a link into the sources', () => {
    symlinkSync(resolve('content'), folder);
    assert.throws(() => refuseForeign(realFolder(folder)), /lies in content\/, which the build would overwrite/);
  });

  it('may be a link to a site of ours, which stays a link', () => {
    const target = join(place, 'target');
    mkdirSync(target);
    symlinkSync(target, folder);
    folder = realFolder(folder);
    build('index.html');
    chmodSync(target, 0o755);
    assert.equal(readFileSync(join(place, 'site/index.html'), 'utf8'), 'index.html');
  });
});
