import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldsOf, Visitor, type Answer } from '../contract.ts';

const valid = { name: 'Ada', quantity: '3' };
/**
 * What the page says of each field that it complains of: the words that the field itself says describe it, where they
 * stand beside it in the same element.
 */
const errorsOf = ({ page }: Answer) =>
  Object.fromEntries(
    ['name', 'quantity'].flatMap((name) => {
      const field = page.querySelector(`form [name=${name}]`)!;
      const describedBy = field.getAttribute('aria-describedby');
      return describedBy ? [[name, field.parentNode!.querySelector(`[id="${describedBy}"]`)?.text.trim()]] : [];
    }),
  );
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
    assert.deepEqual(errorsOf(answer), {});
  });

  it('leads on to the page of thanks when it is filled in', async () => {
    const visitor = new Visitor();
    const answer = await visitor.fillIn('/order', valid);
    assert.equal(answer.status, 302);
    const next = await visitor.get(answer.headers.get('location')!);
    assert.equal(next.page.querySelector('h1')!.textContent, 'Thank you for your order');
  });

  it('leads nowhere else, whatever the address names, and takes nothing that was typed along', async () => {
    for (const name of ['next', 'url', 'redirect', 'return_to']) {
      const answer = await new Visitor().fillIn(`/order?${name}=https://elsewhere.example/`, valid);
      const { hostname, pathname, search } = new URL(answer.headers.get('location')!, 'http://localhost');
      assert.deepEqual([hostname, pathname, search], ['localhost', '/order/thanks', '']);
    }
  });

  for (const [what, fields, wrong, about] of [
    ['a missing name', { name: '', quantity: '3' }, ['name'], /required/],
    ['a name of 41 letters', { name: 'x'.repeat(41), quantity: '3' }, ['name'], /\b40\b/],
    ['a missing quantity', { name: 'Ada', quantity: '' }, ['quantity'], /required/],
    ['a quantity of 0', { name: 'Ada', quantity: '0' }, ['quantity'], /\b1\b/],
    ['a quantity of -3', { name: 'Ada', quantity: '-3' }, ['quantity'], /\b1\b/],
    ['a quantity of 100', { name: 'Ada', quantity: '100' }, ['quantity'], /\b99\b/],
    ['a quantity that is no number', { name: 'Ada', quantity: 'three' }, ['quantity'], /integer|whole/],
    ['half a quantity', { name: 'Ada', quantity: '1.5' }, ['quantity'], /integer|whole/],
    ['two wrong fields', { name: '', quantity: '0' }, ['name', 'quantity'], /required|\b1\b/],
  ] as const) {
    it(`comes back with what was typed, and a message at each wrong field and no other, after ${what}`, async () => {
      const answer = await new Visitor().fillIn('/order', fields);
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(errorsOf(answer)), wrong);
      for (const message of Object.values(errorsOf(answer))) assert.match(message ?? '', about);
      assert.deepEqual(typed(answer), fields);
    });
  }

  it('takes a name of blanks for a missing one', async () => {
    for (const name of [' ', '\t \n', '\u00a0']) {
      const answer = await new Visitor().fillIn('/order', { name, quantity: '3' });
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(errorsOf(answer)), ['name']);
    }
  });

  it('counts no blanks around a name', async () => {
    assert.equal((await new Visitor().fillIn('/order', { name: ` ${'x'.repeat(40)} `, quantity: '3' })).status, 302);
  });

  it('complains of both fields when a post has none', async () => {
    const visitor = new Visitor();
    const { page } = await visitor.get('/order');
    const token = fieldsOf(page.querySelector('form')!);
    const headers = { 'x-csrftoken': Object.entries(token).find(([name]) => name.startsWith('csrf'))![1] };
    const answer = await visitor.post('/order', {}, headers);
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(errorsOf(answer)), ['name', 'quantity']);
  });

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
    assert.equal(answer.page.querySelectorAll('script').length, 0);
    assert.ok(!answer.text.includes('<script>'));
    assert.equal(typed(answer).name, '"><script>alert(1)</script>');
  });

  it('is refused to a caller that names another host', async () => {
    for (const path of ['/order', '/order/thanks']) {
      for (const host of ['elsewhere.example', 'localhost.elsewhere.example']) {
        assert.equal(await new Visitor().statusFor(path, host), 400, `${host} ${path}`);
      }
    }
  });
});

describe('a post that another site could forge', () => {
  it('is refused without the token', async () => {
    const visitor = new Visitor();
    await visitor.get('/order');
    assert.ok(isRefused(await visitor.post('/order', valid)));
  });

  it('is refused without the token whatever the body is called', async () => {
    const visitor = new Visitor();
    await visitor.get('/order');
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      const init = { method: 'POST', body: 'name=Ada&quantity=3', headers: { 'content-type': type } };
      assert.ok(isRefused(await visitor.send('/order', init)), type);
    }
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
