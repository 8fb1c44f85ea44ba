import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { printedBy, startWorker, Visitor, type Programs } from './contract.ts';

const program = (script: string): Programs[string] => ({
  ...{ words: [process.execPath, '-e', script], cwd: process.cwd() },
  environment: { PATH: process.env['PATH'] },
});
const offer = (programs: Programs) => (process.env['LAB_PROGRAMS'] = JSON.stringify(programs));
/** A worker that ignores the request to end, and passes its work on to a process of its own, and names it in a file. */
const withHelper = `
  process.on('SIGTERM', () => {});
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
  require('node:fs').writeFileSync(process.argv[1], String(child.pid));
  setInterval(() => {}, 1e6);
`;
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('what a contract runs in the folder of a side', () => {
  it('is a command whose output it reads', async () => {
    offer({ jobs: program('console.log("jobs in the queue: 2")') });
    assert.equal(await printedBy('jobs'), 'jobs in the queue: 2\n');
  });

  it('fails with a command that ends badly', async () => {
    offer({ jobs: program('process.exit(3)') });
    await assert.rejects(printedBy('jobs'));
  });

  it('fails with a command that the example does not have', async () => {
    offer({});
    await assert.rejects(printedBy('jobs'), /no jobs/);
    assert.throws(startWorker, /no worker/);
  });

  it('is a worker that is gone once it is killed, with what it had started', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'worker-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const told = join(folder, 'pid');
    const one = program(withHelper);
    offer({ worker: { ...one, words: [...one.words, told] } });
    const worker = startWorker();
    test.after(() => worker.kill());
    while (!existsSync(told) || readFileSync(told, 'utf8') === '') await wait(10);
    const helperId = Number(readFileSync(told, 'utf8'));
    assert.ok(isAlive(helperId));
    assert.equal(worker.ended(), undefined);
    await worker.kill();
    assert.equal(worker.ended(), 'SIGKILL');
    while (isAlive(helperId)) await wait(10);
    // Killing what is gone does no harm.
    await worker.kill();
  });
});

describe('a visitor', () => {
  it('calls from the address that it is given, with its cookies and its form', async (test) => {
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      response.setHeader('set-cookie', ['seen=yes', 'kept=too']);
      response.end(JSON.stringify([request.socket.remoteAddress, request.headers.cookie ?? '', body]));
    }).listen(0, '127.0.0.1');
    test.after(() => server.close());
    await once(server, 'listening');
    process.env['LAB_ADDRESS'] = `http://localhost:${(server.address() as AddressInfo).port}`;
    const elsewhere = new Visitor('127.0.0.2');
    assert.deepEqual((await elsewhere.get('/')).json(), ['127.0.0.2', '', '']);
    assert.deepEqual((await elsewhere.post('/', { a: 'ü' })).json(), ['127.0.0.2', 'seen=yes; kept=too', 'a=%C3%BC']);
    assert.deepEqual((await new Visitor().get('/')).json(), ['127.0.0.1', '', '']);
  });
});
