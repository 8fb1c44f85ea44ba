import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor } from '../contract.ts';

const visitor = new Visitor();
const loan = { amount: 10000, yearly_percent: 4.8, months: 36 };

describe('the monthly payment of a loan', () => {
  it('is computed to the cent', async () => {
    const answer = await visitor.postJson('/payments', loan);
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json(), { monthly: '298.81' });
  });

  it('is the plain share where there is no interest', async () => {
    const answer = await visitor.postJson('/payments', { amount: '1200', yearly_percent: 0, months: 12 });
    assert.deepEqual(answer.json(), { monthly: '100.00' });
  });

  for (const [what, body, message] of [
    ['a number is missing', { amount: 1, months: 1 }, 'amount, yearly_percent and months must be numbers'],
    ['a number is a word', { ...loan, amount: 'ten' }, 'amount, yearly_percent and months must be numbers'],
    ['the body is a list', [1, 2], 'amount, yearly_percent and months must be numbers'],
    ['the loan runs for no month', { ...loan, months: 0 }, 'a number is out of range'],
    ['the amount is negative', { ...loan, amount: -5 }, 'a number is out of range'],
  ] as const) {
    it(`is refused with the reason when ${what}`, async () => {
      const answer = await visitor.postJson('/payments', body);
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.json(), { error: message });
    });
  }

  it('is refused when the body is not JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await visitor.send('/payments', { method: 'POST', body: '{"amount":', headers });
    assert.equal(answer.status, 400);
  });

  it('cannot be asked for with GET', async () => {
    assert.equal((await visitor.get('/payments')).status, 405);
  });
});

describe('the mean payment over many rates and terms', () => {
  it('is the same figure in each framework', async () => {
    const answer = await visitor.get('/means/10000');
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json(), { monthly: '205.42' });
  });
});
