import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.ts';
import { run, start } from './processes.ts';

const node = (script: string) => [process.execPath, '-e', script];
/** Starts a worker that ignores the request to end, and says where that worker listens. */
const withWorker = `
  const work = \`
    process.on('SIGTERM', () => {});
    const server = require('node:http').createServer((_, response) => response.end());
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));
  \`;
  require('node:child_process').spawn(process.execPath, ['-e', work], { stdio: 'inherit' });
  setInterval(() => {}, 1e6);
`;

describe('a program of the lab', () => {
  it('ends with everything that it started, also what ignores the request', async () => {
    const program = await start(node(withWorker));
    while (!/\d+/.test(program.output())) await wait(10);
    const worker = `http://127.0.0.1:${Number(program.output())}`;
    assert.equal((await fetch(worker)).status, 200);
    await program.stop();
    assert.notEqual(program.ended(), undefined);
    await assert.rejects(fetch(worker));
  });

  it('is a failure with its last words when it ends badly', async () => {
    await assert.rejects(run(node('console.error("no such table"); process.exit(3)')), (error) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, /ended with 3:\nno such table/);
      return true;
    });
  });

  it('is a failure when there is no such program', async () => {
    await assert.rejects(run(['no-such-program-here']), /no-such-program-here cannot be started/);
  });
});
