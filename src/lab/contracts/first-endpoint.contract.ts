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

  it('keeps letters of every script', async () => {
    const ref = 'Größe-注文';
    assert.equal((await visitor.get(`/api/orders/${encodeURIComponent(ref)}`)).json().ref, ref);
  });

  it('is found at its own addresses only', async () => {
    assert.equal((await visitor.get('/orders/A-7/lines')).status, 404);
    assert.equal((await visitor.get('/')).status, 404);
  });
});
