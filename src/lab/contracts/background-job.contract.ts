import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  fieldsOf,
  filesHolding,
  printedBy,
  processorTime,
  startWorker,
  textsIn,
  Visitor,
  type Answer,
  type Worker,
} from '../contract.ts';

let worker: Worker | undefined;
const work = () => (worker = startWorker());
const killWorker = async () => {
  await worker?.kill();
  worker = undefined;
};
after(killWorker);

/** Addresses that no other test uses, so that each test sees its own mails only. */
let number = 0;
const newAddress = (domain = 'mail.example.com') => `reader${(number += 1)}@${domain}`;
const orderOf = (email: string, further: object = {}) => ({ name: 'Ada', quantity: '1', ...further, email });
const order = async (email: string, further?: object): Promise<Answer> => {
  const answer = await new Visitor().fillIn('/order', orderOf(email, further));
  assert.equal(answer.status, 302);
  assert.equal(new URL(answer.headers.get('location')!, 'http://localhost').pathname, '/order/thanks');
  return answer;
};

/** The post office is shared by both sides: it notes each call when it begins, and keeps each mail as a file. */
const mailsTo = (email: string) => textsIn('post', '.eml').filter((mail) => mail.startsWith(`To: ${email}\n`));
const callsFor = (email: string) =>
  textsIn('post', '.log')
    .flatMap((log) => log.split('\n'))
    .filter((line) => line === email).length;

/** What the command for staff says. */
const jobs = async () => {
  const printed = await printedBy('jobs');
  const queued = /^jobs in the queue: (\d+)$/m.exec(printed);
  assert.ok(queued, printed);
  const orders = [...printed.matchAll(/^order \d+ for (\S+): (\w+), attempts (\d+), (.+)$/gm)];
  const byEmail = orders.map(([, email, state, attempts, why]) => [email, { state, attempts: Number(attempts), why }]);
  return { queued: Number(queued[1]), orders: Object.fromEntries(byEmail) as Record<string, Listed> };
};
type Listed = { state: string; attempts: number; why: string };

/** Waits until something is so. What never comes true fails the test with its name. */
const until = async (what: string, isSo: () => boolean | Promise<boolean>) => {
  const deadline = performance.now() + 30_000;
  while (!(await isSo())) {
    assert.ok(performance.now() < deadline, `in 30 s it did not come true: ${what}`);
    await wait(10);
  }
};
const untilMailed = (email: string) => until(`a mail goes to ${email}`, () => mailsTo(email).length > 0);
const untilCalled = (email: string, times = 1) =>
  until(`the post office is called for ${email}, ${times} in all`, () => callsFor(email) >= times);
const untilListed = (email: string, state: string) =>
  until(`${email} is listed as ${state}`, async () => (await jobs()).orders[email]?.state === state);
/** Nothing is left to be done, so what has not happened by now never will. */
const untilIdle = async () => {
  const last = newAddress();
  await order(last);
  await untilMailed(last);
  await until('no job is left', async () => {
    const { queued, orders } = await jobs();
    return queued === 0 && Object.values(orders).every(({ state }) => state === 'failed');
  });
};

describe('the form', () => {
  for (const [what, fields] of [
    ['a missing name', { name: '' }],
    ['a blank name', { name: '  ' }],
    ['a name of 41 letters', { name: 'x'.repeat(41) }],
    ['a missing address', { email: '' }],
    ['an address without its domain', { email: 'ada@' }],
    ['an address that hides a second header', { email: 'ada@mail.example.com\nBcc: eve@mail.example.com' }],
    ['a missing quantity', { quantity: '' }],
    ['a quantity of 0', { quantity: '0' }],
    ['a quantity of 100', { quantity: '100' }],
  ] as const) {
    it(`comes back with a message after ${what}`, async () => {
      const answer = await new Visitor().fillIn('/order', { ...orderOf(newAddress()), ...fields });
      assert.equal(answer.status, 200);
      assert.equal(answer.page.querySelectorAll('form [aria-invalid=true]').length, 1);
    });
  }

  it('refuses a post without its token, another host, and takes a link for a look', async () => {
    const visitor = new Visitor();
    await visitor.get('/order');
    const answer = await visitor.post('/order', orderOf(newAddress()));
    assert.ok([400, 403].includes(answer.status));
    const link = new URLSearchParams(orderOf(newAddress())).toString();
    assert.equal((await visitor.get(`/order?${link}`)).status, 200);
    assert.equal(await visitor.statusFor('/order', 'elsewhere.example'), 400);
  });

  it('has stored and queued nothing of all that', async () => {
    assert.deepEqual(await jobs(), { queued: 0, orders: {} });
  });
});

describe('an order', () => {
  it('is answered while no worker runs, and its mail waits for one', async () => {
    const email = newAddress();
    await order(email);
    await wait(1000);
    assert.equal(callsFor(email), 0);
    assert.deepEqual((await jobs()).orders[email], { state: 'waiting', attempts: 0, why: '-' });
    assert.equal((await jobs()).queued, 1);
    work();
    await untilMailed(email);
  });

  it('is answered before its mail is sent, and costs the web server less than 100 ms of work', async () => {
    const email = newAddress();
    const visitor = new Visitor();
    const { page } = await visitor.get('/order');
    const fields = { ...fieldsOf(page.querySelector('form')!), ...orderOf(email) };
    // Warm, since the first order also loads what the later ones find loaded.
    await order(newAddress());
    await order(newAddress());
    await untilIdle();
    const before = processorTime();
    assert.equal((await visitor.post('/order', fields)).status, 302);
    assert.equal(mailsTo(email).length, 0);
    assert.ok(processorTime() - before < 100);
    await untilMailed(email);
  });

  it('gets one mail, to its own address and with its own words, and leaves the list', async () => {
    const email = newAddress();
    await order(email, { name: 'Grace Höpper', quantity: '2' });
    await untilMailed(email);
    await untilIdle();
    const [mail, ...further] = mailsTo(email);
    assert.equal(further.length, 0);
    assert.match(mail!, /^Subject: Your order \d+$/m);
    assert.equal(callsFor(email), 1);
    assert.equal((await jobs()).orders[email], undefined);
  });

  it('of many at once gets one mail each', async () => {
    const emails = Array.from({ length: 5 }, () => newAddress());
    await Promise.all(emails.map((email) => order(email)));
    await untilIdle();
    assert.deepEqual(
      emails.map((email) => [mailsTo(email).length, callsFor(email)]),
      emails.map(() => [1, 1]),
    );
  });

  it('that is rolled back, as more is asked for than is left, queues no job and is not kept', async () => {
    await untilIdle();
    await killWorker();
    const before = await jobs();
    const email = newAddress();
    const answer = await new Visitor().fillIn('/order', orderOf(email, { quantity: '99' }));
    assert.equal(answer.status, 200);
    assert.match(answer.page.querySelector('form')!.text, /not left/);
    assert.deepEqual(await jobs(), before);
    assert.deepEqual(filesHolding(email), []);
    // The next order takes the number that the other one did not keep.
    const next = newAddress();
    await order(next);
    assert.equal((await jobs()).queued, 1);
    work();
    await untilIdle();
    assert.deepEqual([mailsTo(email).length, callsFor(next), mailsTo(next).length], [0, 1, 1]);
  });

  it('hands its job nothing of the request', async () => {
    await killWorker();
    const email = newAddress();
    const mark = 'mark-of-this-request';
    const visitor = new Visitor();
    const { page } = await visitor.get('/order');
    const fields = { ...fieldsOf(page.querySelector('form')!), ...orderOf(email), further: mark };
    const answer = await visitor.post('/order', fields, { 'user-agent': mark, cookie: await cookiesOf(visitor, mark) });
    assert.equal(answer.status, 302);
    assert.equal((await jobs()).queued, 1);
    assert.deepEqual(filesHolding(mark), []);
    // Nor the order itself: who looks into the queue learns nothing of a reader, and the mail says what is so when it goes.
    assert.equal(filesHolding(email).length, 1);
    work();
    await untilMailed(email);
  });
});

const cookiesOf = async (visitor: Visitor, mark: string) =>
  [...(await visitor.cookies()).map((cookie) => cookie.cookieString()), `further=${mark}`].join('; ');

describe('a worker that is killed', () => {
  it('while jobs wait leaves them to the next one, which runs each once', async () => {
    await untilIdle();
    await killWorker();
    const emails = Array.from({ length: 3 }, () => newAddress());
    for (const email of emails) await order(email);
    work();
    await untilCalled(emails[0]!);
    await killWorker();
    // Time passes before somebody notices.
    await wait(1000);
    assert.deepEqual(
      emails.map((email) => mailsTo(email).length),
      [0, 0, 0],
    );
    work();
    await untilIdle();
    assert.deepEqual(
      emails.map((email) => mailsTo(email).length),
      [1, 1, 1],
    );
    assert.deepEqual(emails.map(callsFor), [2, 1, 1]);
  });

  it('while a job runs leaves it to the next one, which finishes it', async () => {
    const email = newAddress();
    await order(email);
    await untilCalled(email);
    await killWorker();
    assert.equal(mailsTo(email).length, 0);
    assert.deepEqual((await jobs()).orders[email], { state: 'waiting', attempts: 1, why: '-' });
    work();
    await untilIdle();
    assert.deepEqual([mailsTo(email).length, callsFor(email)], [1, 2]);
  });

  it('while a refused mail waits for its next attempt leaves that attempt to the next one', async () => {
    const email = newAddress('busy.example.com');
    await order(email);
    await untilCalled(email);
    // The refusal takes half a second, and the next attempt is a second away.
    await wait(900);
    await killWorker();
    work();
    await untilIdle();
    assert.deepEqual([mailsTo(email).length, callsFor(email)], [1, 2]);
  });

  it('by the same job three times is not given it a fourth time, and the other jobs go on', async () => {
    const email = newAddress();
    await order(email);
    for (const times of [1, 2, 3]) {
      await untilCalled(email, times);
      await killWorker();
      work();
    }
    await untilListed(email, 'failed');
    await untilIdle();
    assert.equal((await jobs()).orders[email]!.why, 'lost its worker');
    assert.deepEqual([mailsTo(email).length, callsFor(email)], [0, 3]);
  });
});

describe('a mail that is refused', () => {
  it('is tried again, and sent once', async () => {
    const email = newAddress('busy.example.com');
    await order(email);
    await untilIdle();
    assert.deepEqual([mailsTo(email).length, callsFor(email)], [1, 2]);
    assert.equal((await jobs()).orders[email], undefined);
  });

  it('three times is listed as failed with the reason, is not tried again, and holds up no other', async () => {
    const email = newAddress('refused.example.com');
    await order(email);
    const other = newAddress();
    await order(other);
    await untilListed(email, 'failed');
    await untilIdle();
    const { attempts, why } = (await jobs()).orders[email]!;
    assert.deepEqual([attempts, callsFor(email)], [3, 3]);
    assert.match(why, /takes no mail/);
    assert.deepEqual([mailsTo(email).length, mailsTo(other).length], [0, 1]);
    // Not by a worker that starts anew either.
    await killWorker();
    work();
    await untilIdle();
    assert.equal(callsFor(email), 3);
  });

  it('leaves its worker running', () => {
    assert.equal(worker?.ended(), undefined);
    assert.ok(worker);
  });
});
