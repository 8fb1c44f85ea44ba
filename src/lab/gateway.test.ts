import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import getPort from 'get-port';
import { openGateway, targetOf } from './gateway.ts';

describe('the gateway', () => {
  it('chooses by the longest prefix', () => {
    const routes = { '/': 'django', '/api/': 'flask', '/api/admin/': 'django' };
    assert.equal(targetOf('/', routes), 'django');
    assert.equal(targetOf('/api/jobs?page=2', routes), 'flask');
    assert.equal(targetOf('/api/admin/jobs', routes), 'django');
    assert.equal(targetOf('/apiary', routes), 'django');
    assert.throws(() => targetOf('/x', { '/api/': 'flask' }), /no route for \/x/);
  });

  it('passes host, method, body, cookies and redirects on unchanged', async () => {
    const behind = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { host, cookie } = request.headers;
      response.writeHead(302, { location: '/next', 'set-cookie': ['a=1', 'b=2'] });
      response.end(JSON.stringify([request.method, request.url, host, cookie, body]));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => behind.once('listening', resolve));
    const gateway = await openGateway({ '/': `http://127.0.0.1:${(behind.address() as AddressInfo).port}` });
    const answer = await fetch(`${gateway.address}/a?b=c`, {
      ...{ method: 'POST', body: 'x=1', redirect: 'manual', headers: { cookie: 'a=0' } },
    });
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('location'), '/next');
    assert.deepEqual(answer.headers.getSetCookie(), ['a=1', 'b=2']);
    assert.deepEqual(await answer.json(), ['POST', '/a?b=c', new URL(gateway.address).host, 'a=0', 'x=1']);
    await gateway.close();
    behind.close();
  });

  it('answers 502 when nobody is behind it', async () => {
    const gateway = await openGateway({ '/': `http://127.0.0.1:${await getPort({ host: '127.0.0.1' })}` });
    assert.equal((await fetch(gateway.address)).status, 502);
    await gateway.close();
  });
});
