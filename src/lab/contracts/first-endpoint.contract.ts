import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor } from '../contract.ts';

const visitor = new Visitor();

describe('an order by its reference', () => {
  it('comes as JSON', async () => {
    const answer = await visitor.get('/api/orders/A-7');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type')!, /^application\/json/);
    assert.deepEqual(answer.json(), { ref: 'A-7', state: 'open' });
  });

  it('comes as a page', async () => {
    const answer = await visitor.get('/orders/A-7');
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type')!, /^text\/html/);
    assert.equal(answer.page.querySelector('h1')!.textContent, 'Order A-7');
  });

  it('shows markup in the address as text', async () => {
    const answer = await visitor.get(`/orders/${encodeURIComponent('<b>7')}`);
    assert.equal(answer.text, '<h1>Order &lt;b&gt;7</h1>');
  });

  it('shows quotation marks and ampersands as text, so that they are safe in an attribute too', async () => {
    const ref = `"a" & 'b' &lt; <i>`;
    const { text, page } = await visitor.get(`/orders/${encodeURIComponent(ref)}`);
    assert.equal(page.querySelector('h1')!.text, `Order ${ref}`);
    assert.doesNotMatch(text.replace(/^<h1>Order |<\/h1>$/g, ''), /["'<>]|&(?!#?\w+;)/);
  });

  it('keeps letters of every script', async () => {
    const ref = 'Größe-注文';
    assert.equal((await visitor.get(`/api/orders/${encodeURIComponent(ref)}`)).json().ref, ref);
    assert.equal((await visitor.get(`/orders/${encodeURIComponent(ref)}`)).page.text, `Order ${ref}`);
  });

  it('keeps what has a meaning of its own in JSON', async () => {
    const ref = `"a" \\ {b}, 'c' <d>`;
    assert.deepEqual((await visitor.get(`/api/orders/${encodeURIComponent(ref)}`)).json(), { ref, state: 'open' });
  });

  it('can be asked for by GET and HEAD only', async () => {
    for (const path of ['/api/orders/A-7', '/orders/A-7']) {
      assert.equal((await visitor.send(path, { method: 'HEAD' })).status, 200);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        assert.equal((await visitor.send(path, { method })).status, 405, `${method} ${path}`);
      }
    }
  });

  it('is not opened to the scripts of other sites', async () => {
    for (const path of ['/api/orders/A-7', '/orders/A-7']) {
      const { headers } = await visitor.get(path, { origin: 'https://elsewhere.example' });
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
  });

  it('is refused to a caller that names another host', async () => {
    for (const path of ['/api/orders/A-7', '/orders/A-7']) {
      for (const host of ['elsewhere.example', 'localhost.elsewhere.example', 'elsewhere.example:80']) {
        assert.equal(await visitor.statusFor(path, host), 400, `${host} ${path}`);
      }
    }
  });

  it('is found at its own addresses only', async () => {
    assert.equal((await visitor.get('/orders/A-7/lines')).status, 404);
    for (const path of ['/', '/api/orders/', '/orders/', '/api/orders/A-7/', '/API/orders/A-7']) {
      assert.equal((await visitor.get(path)).status, 404, path);
    }
  });
});
