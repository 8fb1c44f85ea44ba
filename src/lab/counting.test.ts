import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { percentile } from './load.ts';
import { inodeOf, processorTicks } from './workers.ts';

const python = 'python3';
const hasPython = spawnSync(python, ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']).status === 0;
/** Lines and statements of a text, as the lab counts them. */
function partsOf(name: string, text: string): { lines: Record<string, number>; statements: Record<string, number> } {
  const script = [
    'import sys, json; sys.dont_write_bytecode = True; sys.path.insert(0, "src/lab"); import count',
    'lines, statements = count.parts(sys.argv[1], sys.argv[2])',
    'print(json.dumps({"lines": lines, "statements": statements}))',
  ].join('\n');
  return JSON.parse(execFileSync(python, ['-c', script, name, text], { encoding: 'utf8' })) as ReturnType<
    typeof partsOf
  >;
}

describe('what the lab counts', () => {
  it('is code: no blank line, no comment, no docstring', { skip: !hasPython }, () => {
    const text = '"""About."""\n\n# A remark\nimport os\n\n\ndef f():\n    """Why."""\n    return os.name  # here\n';
    const { lines, statements } = partsOf('app.py', text);
    assert.deepEqual(lines, { 'import os': 1, 'def f():': 1, 'return os.name  # here': 1 });
    assert.deepEqual(statements, { 'import os': 1, 'def f():': 1, 'return os.name': 1 });
  });

  it('is one statement for a list over several lines', { skip: !hasPython }, () => {
    const { lines, statements } = partsOf('settings.py', 'APPS = [\n    "a",\n    "b",\n]\n');
    assert.equal(Object.values(lines).length, 4);
    assert.equal(Object.values(statements).length, 1);
  });

  it('is lines alone in a template', { skip: !hasPython }, () => {
    assert.deepEqual(partsOf('page.html', '<p>\n\n</p>\n'), { lines: { '<p>': 1, '</p>': 1 }, statements: {} });
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

  it('finds the socket at the other end of a connection, and not its own end', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 111 1 0 20 4 30 10 -1',
      '   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 222 1 0 20 4 30 10 -1',
    ].join('\n');
    assert.equal(inodeOf(table, 8080, 50_000), '222');
    assert.equal(inodeOf(table, 8080, 50_001), undefined);
  });
});
