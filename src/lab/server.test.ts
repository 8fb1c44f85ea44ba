import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import getPort from 'get-port';
import { Failure } from './failure.ts';
import { serve, wordsOf } from './server.ts';

const articles = (port: number, status: number) => [
  process.execPath,
  '-e',
  `require('node:http').createServer((_, response) => response.writeHead(${status}).end()).listen(${port}, '127.0.0.1')`,
];

describe('a server of the lab', () => {
  it('is up when it answers, and gone when it is stopped', async () => {
    const port = await getPort({ host: '127.0.0.1' });
    const server = await serve({ command: articles(port, 200), port, entrance: '/' });
    assert.equal((await fetch(server.address)).status, 200);
    assert.ok(server.millisecondsToFirstAnswer > 0);
    await server.stop();
    await assert.rejects(fetch(server.address));
  });

  it('does not start on a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await assert.rejects(serve({ command: articles(port, 200), port, entrance: '/' }), (error) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, new RegExp(`^Port ${port} is in use`));
      return true;
    });
    other.close();
  });

  it('is a failure when it ends before it answers', async () => {
    const command = [process.execPath, '-e', 'console.error("cannot import app"); process.exit(3)'];
    await assert.rejects(
      serve({ command, port: await getPort({ host: '127.0.0.1' }), entrance: '/' }),
      /ended with 3 before it answered[^]*cannot import app/,
    );
  });

  it('is a failure when it answers with anything but 200, and leaves nothing listening', async () => {
    const port = await getPort({ host: '127.0.0.1' });
    await assert.rejects(
      serve({ command: articles(port, 500), port, entrance: '/books' }),
      /\/books was answered with 500/,
    );
    await assert.rejects(fetch(`http://localhost:${port}`));
  });

  it('is a failure when it never answers', async () => {
    const command = [process.execPath, '-e', 'setInterval(() => {}, 1e6)'];
    await assert.rejects(
      serve({ command, port: await getPort({ host: '127.0.0.1' }), entrance: '/', patience: 200 }),
      /did not answer in time/,
    );
  });
});

describe('a command of a side', () => {
  it('runs with the interpreter of the side, other programs as modules of it', () => {
    const environment = { python: '/venv/bin/python' };
    assert.deepEqual(wordsOf('python manage.py migrate', environment), ['/venv/bin/python', 'manage.py', 'migrate']);
    assert.deepEqual(wordsOf('flask --app main jobs', environment), [
      ...['/venv/bin/python', '-m', 'flask', '--app', 'main', 'jobs'],
    ]);
  });
});
