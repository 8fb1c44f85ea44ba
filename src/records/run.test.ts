import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { changedSince, fingerprints, ranWith } from './run.ts';

const project = process.cwd();

function exampleWith(files: Record<string, string>): void {
  process.chdir(mkdtempSync(join(tmpdir(), 'example-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(name, '..'), { recursive: true });
    writeFileSync(name, text);
  }
}

describe('the files of an example', () => {
  afterEach(() => process.chdir(project));

  it('are those of its sides, what they share, and its contract', () => {
    exampleWith({
      'content/examples/hello/example.yaml': 'title: Hello',
      'content/examples/hello/ran.json': '{}',
      'content/examples/hello/flask/app.py': 'x',
      'content/examples/hello/flask/templates/page.html': 'x',
      'content/examples/hello/flask/__pycache__/app.pyc': 'x',
      'content/examples/hello/shared/engine.py': 'x',
      'content/examples/other/flask/app.py': 'x',
      'src/lab/contracts/hello.contract.ts': 'x',
    });
    assert.deepEqual(Object.keys(fingerprints('hello')), [
      'content/examples/hello/flask/app.py',
      'content/examples/hello/flask/templates/page.html',
      'content/examples/hello/shared/engine.py',
      'src/lab/contracts/hello.contract.ts',
    ]);
  });

  it('keep their fingerprints whatever ends their lines, and no other change', () => {
    const file = 'content/examples/hello/flask/app.py';
    const of = (text: string) => {
      exampleWith({ [file]: text });
      return fingerprints('hello')[file];
    };
    const first = of('a = 1\nb = 2\n');
    assert.equal(of('a = 1\r\nb = 2\r\n'), first);
    assert.notEqual(of('a = 1\nb = 3\n'), first);
  });
});

describe('a record of a run', () => {
  it('differs from files that changed, came or went, and says which', () => {
    assert.deepEqual(
      changedSince({ 'a.py': '1', 'b.py': '1', 'c.py': '1' }, { 'a.py': '1', 'b.py': '2', 'd.py': '1' }),
      ['b.py: differs from the file that ran', 'c.py: ran, but is gone', 'd.py: has not run'],
    );
  });

  it('names each Python with what ran on it, and nothing twice', () => {
    const packages = (own: Record<string, string>) => ({ ...own, Gunicorn: '27.0' });
    assert.equal(
      ranWith({
        runs: [
          { side: 'flask', python: '3.11.7', packages: packages({ Flask: '3.1.3' }) },
          { side: 'django', python: '3.11.7', packages: packages({ Django: '5.2.19' }) },
          { side: 'django', python: '3.13.0', packages: packages({ Django: '6.1.3' }) },
        ],
      }),
      'Python 3.11.7, Flask 3.1.3, Django 5.2.19, Gunicorn 27.0; also Python 3.13.0, Django 6.1.3',
    );
  });
});
