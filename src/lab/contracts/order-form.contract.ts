import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldsOf, Visitor, type Answer } from '../contract.ts';

const valid = { name: 'Ada', quantity: '3' };
const errorsOf = ({ page }: Answer) => page.querySelectorAll('.error').map((error) => error.textContent.trim());
const typed = ({ page }: Answer) => {
  const { name, quantity } = fieldsOf(page.querySelector('form')!);
  return { name, quantity };
};
const isRefused = ({ status }: Answer) => status === 400 || status === 403;

describe('the order form', () => {
  it('is empty at first, and complains of nothing', async () => {
    const answer = await new Visitor().get('/order');
    assert.equal(answer.status, 200);
    assert.deepEqual(typed(answer), { name: '', quantity: '' });
    assert.deepEqual(errorsOf(answer), []);
  });

  it('leads on to the page of thanks when it is filled in', async () => {
    const visitor = new Visitor();
    const answer = await visitor.fillIn('/order', valid);
    assert.equal(answer.status, 302);
    const next = await visitor.get(answer.headers.get('location')!);
    assert.equal(next.page.querySelector('h1')!.textContent, 'Thank you for your order');
  });

  for (const [what, fields] of Object.entries({
    'a missing name': { name: '', quantity: '3' },
    'a name of 41 letters': { name: 'x'.repeat(41), quantity: '3' },
    'a quantity of 0': { name: 'Ada', quantity: '0' },
    'a quantity of 100': { name: 'Ada', quantity: '100' },
    'a quantity that is no number': { name: 'Ada', quantity: 'three' },
  })) {
    it(`comes back with a message and what was typed after ${what}`, async () => {
      const answer = await new Visitor().fillIn('/order', fields);
      assert.equal(answer.status, 200);
      assert.ok(errorsOf(answer).length > 0);
      assert.deepEqual(typed(answer), fields);
    });
  }

  it('accepts the limits themselves', async () => {
    for (const fields of [
      { name: 'x'.repeat(40), quantity: '1' },
      { name: 'x', quantity: '99' },
    ]) {
      assert.equal((await new Visitor().fillIn('/order', fields)).status, 302);
    }
  });

  it('shows markup that was typed as text', async () => {
    const answer = await new Visitor().fillIn('/order', { name: '"><script>alert(1)</script>', quantity: '0' });
    assert.equal(answer.page.querySelector('script'), null);
    assert.ok(!answer.text.includes('<script>'));
  });
});

describe('a post that another site could forge', () => {
  it('is refused without the token', async () => {
    const visitor = new Visitor();
    await visitor.get('/order');
    assert.ok(isRefused(await visitor.post('/order', valid)));
  });

  it('cannot come as a link, as GET orders nothing', async () => {
    for (const query of ['name=Ada&quantity=3', 'name=Ada&quantity=3&csrf_token=x&csrfmiddlewaretoken=x']) {
      const answer = await new Visitor().get(`/order?${query}`);
      assert.equal(answer.status, 200);
      assert.deepEqual(typed(answer), { name: '', quantity: '' });
    }
  });

  it('is refused with a token that was made up', async () => {
    const visitor = new Visitor();
    const { page } = await visitor.get('/order');
    const fields = Object.keys(fieldsOf(page.querySelector('form')!)).map((name) => [name, 'x'.repeat(64)]);
    assert.ok(isRefused(await visitor.post('/order', { ...Object.fromEntries(fields), ...valid })));
  });

  it('is refused with the token of another visitor', async () => {
    const { page } = await new Visitor().get('/order');
    const visitor = new Visitor();
    await visitor.get('/order');
    assert.ok(isRefused(await visitor.post('/order', { ...fieldsOf(page.querySelector('form')!), ...valid })));
  });

  it('is refused when the browser sends no cookie along', async () => {
    const { page } = await new Visitor().get('/order');
    assert.ok(isRefused(await new Visitor().post('/order', { ...fieldsOf(page.querySelector('form')!), ...valid })));
  });

  it('gets no cookie from a form elsewhere, as the cookie is bound to this site', async () => {
    const visitor = new Visitor();
    await visitor.get('/order');
    const cookies = await visitor.cookies();
    assert.ok(cookies.length > 0);
    for (const cookie of cookies) assert.match(cookie.sameSite ?? '', /^(lax|strict)$/i);
  });
});
