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

  for (const [amount, months, monthly] of [
    ['1.01', 2, '0.50'],
    ['2.03', 2, '1.02'],
    ['2.05', 2, '1.02'],
    ['1000000.01', 2, '500000.00'],
  ] as const) {
    it(`rounds half a cent to the even cent, as in ${amount} over ${months} months`, async () => {
      for (const value of [amount, Number(amount)]) {
        const answer = await visitor.postJson('/payments', { amount: value, yearly_percent: 0, months });
        assert.deepEqual(answer.json(), { monthly });
      }
    });
  }

  it('loses no digit of a large loan', async () => {
    const answer = await visitor.postJson('/payments', { amount: '999999999.99', yearly_percent: '0.01', months: 600 });
    assert.deepEqual(answer.json(), { monthly: '1670843.75' });
  });

  for (const [limit, value] of [
    ['amount', 1],
    ['amount', 10 ** 9],
    ['yearly_percent', 0],
    ['yearly_percent', 100],
    ['months', 1],
    ['months', 600],
  ] as const) {
    it(`takes ${value} for ${limit}`, async () => {
      assert.equal((await visitor.postJson('/payments', { ...loan, [limit]: value })).status, 200);
    });
  }

  for (const [what, body, message] of [
    ['a number is missing', { amount: 1, months: 1 }, 'amount, yearly_percent and months must be numbers'],
    ['a number is a word', { ...loan, amount: 'ten' }, 'amount, yearly_percent and months must be numbers'],
    ['the body is a list', [1, 2], 'amount, yearly_percent and months must be numbers'],
    ['the body is a number', 7, 'amount, yearly_percent and months must be numbers'],
    ['the body is null', null, 'amount, yearly_percent and months must be numbers'],
    ['a number is true', { ...loan, months: true }, 'amount, yearly_percent and months must be numbers'],
    ['the months are no whole number', { ...loan, months: 1.5 }, 'amount, yearly_percent and months must be numbers'],
    ['the amount is no number at all', { ...loan, amount: 'NaN' }, 'amount, yearly_percent and months must be numbers'],
    ['the amount has no end', { ...loan, amount: 'Infinity' }, 'a number is out of range'],
    ['the loan runs for no month', { ...loan, months: 0 }, 'a number is out of range'],
    ['the loan runs for 601 months', { ...loan, months: 601 }, 'a number is out of range'],
    ['the amount is negative', { ...loan, amount: -5 }, 'a number is out of range'],
    ['the amount is less than one', { ...loan, amount: 0.99 }, 'a number is out of range'],
    ['the amount is above a thousand millions', { ...loan, amount: '1000000000.01' }, 'a number is out of range'],
    ['the amount has a thousand digits', { ...loan, amount: '9'.repeat(1000) }, 'a number is out of range'],
    ['the percentage is negative', { ...loan, yearly_percent: -0.01 }, 'a number is out of range'],
    ['the percentage is above a hundred', { ...loan, yearly_percent: 100.01 }, 'a number is out of range'],
  ] as const) {
    it(`is refused with the reason when ${what}`, async () => {
      const answer = await visitor.postJson('/payments', body);
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.json(), { error: message });
    });
  }

  for (const [what, body] of [
    ['is cut off', '{"amount":'],
    ['is empty', ''],
    ['holds bytes that are no text', new Uint8Array([123, 34, 255, 254, 34, 125])],
  ] as const) {
    it(`is refused as JSON, with a reason, when the body ${what}`, async () => {
      const headers = { 'content-type': 'application/json' };
      const answer = await visitor.send('/payments', { method: 'POST', body, headers });
      assert.equal(answer.status, 400);
      assert.match(answer.headers.get('content-type')!, /^application\/json/);
      assert.deepEqual(Object.keys(answer.json()), ['error']);
      assert.ok(answer.json().error.length > 0);
      // A reason in one line, and nothing of how the server is built.
      assert.doesNotMatch(answer.json().error, /\n|traceback|\.py\b/i);
    });
  }

  it('can be asked for with POST only', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      assert.equal((await visitor.send('/payments', { method })).status, 405, method);
    }
  });

  it('is refused to a caller that names another host', async () => {
    assert.equal(await visitor.statusFor('/payments', 'elsewhere.example'), 400);
    assert.equal(await visitor.statusFor('/means/10000', 'elsewhere.example'), 400);
  });
});

describe('the mean payment over many rates and terms', () => {
  it('is the same figure in each framework', async () => {
    const answer = await visitor.get('/means/10000');
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json(), { monthly: '205.42' });
  });

  it('is computed from the amount that is asked for, each time', async () => {
    assert.deepEqual((await visitor.get('/means/20000')).json(), { monthly: '410.84' });
    assert.deepEqual((await visitor.get('/means/10000')).json(), { monthly: '205.42' });
  });

  it('is refused with the reason where the amount is out of range, however long the number', async () => {
    for (const amount of ['0', '1000000001', '9'.repeat(30), '9'.repeat(4000)]) {
      const answer = await visitor.get(`/means/${amount}`);
      assert.equal(answer.status, 400, amount);
      assert.deepEqual(answer.json(), { error: 'a number is out of range' });
    }
  });
});
