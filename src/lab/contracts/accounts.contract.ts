/** Accounts: sign-up, sign-in, sign-out and one page for members. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { fieldsOf, filesHolding, processorTime, rowsHolding, Visitor, type Answer } from '../contract.ts';
import { account, filledIn, identify, member, newMember, newName, password, signIn, signUp } from './members.ts';

const signOut = '/sign-out';

/** A text in the ways in which somebody could write it who believes that this hides it. */
function encodingsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const digests = ['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name).update(text).digest());
  return [
    ...[bytes, ...digests].flatMap((each) => [each.toString('hex'), each.toString('hex').toUpperCase()]),
    ...[bytes, ...digests].map((each) => each.toString('base64').replace(/=+$/, '')),
    [...text].reverse().join(''),
  ];
}

/** Addresses of other sites, as those write them who hope that a check misses it. */
const elsewheres = [
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '///elsewhere.example/',
  '/\\elsewhere.example/',
  'https:elsewhere.example',
  'javascript:alert(1)',
];

/** Whether an answer leads to another site. One side refuses the whole form, the other leads home. Both are safe. */
function leadsAway(answer: Answer): boolean {
  assert.ok(answer.status < 500, `answered ${answer.status}`);
  const target = new URL(answer.headers.get('location') ?? signIn, 'http://localhost');
  return target.hostname !== 'localhost';
}

describe('accounts', () => {
  /** A member whom no test changes. */
  let name: string;
  before(async () => {
    ({ name } = await newMember());
  });

  it('send a stranger from the page for members to the sign-in page', async () => {
    const { status, headers } = await new Visitor().get(account);
    assert.equal(status, 302);
    assert.match(headers.get('location')!, /^\/sign-in\b/);
  });

  it('sign a newcomer up, and sign the same person in later', async () => {
    const { name } = await newMember();
    const later = new Visitor();
    const answer = await identify(later, signIn, name);
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('location'), account);
    assert.equal(await member(later), name);
  });

  it('say the same to a wrong password and to an unknown name', async () => {
    const wrong = new Visitor();
    const unknown = new Visitor();
    const toWrong = await identify(wrong, signIn, name, `${password}!`);
    const toUnknown = await identify(unknown, signIn, newName());
    assert.equal(await member(wrong), undefined);
    assert.equal(await member(unknown), undefined);
    assert.match(toWrong.page.text, /\w/);
    assert.equal(toWrong.page.structuredText, toUnknown.page.structuredText);
  });

  it('give a name to one person only', async () => {
    const { name } = await newMember();
    const other = `${password}-2`;
    await identify(new Visitor(), signUp, name, other);
    const second = new Visitor();
    await identify(second, signIn, name, other);
    assert.equal(await member(second), undefined);
  });

  it('refuse a password of seven characters', async () => {
    const visitor = new Visitor();
    await identify(visitor, signUp, newName(), 'xK7-q2w');
    assert.equal(await member(visitor), undefined);
  });

  for (const [kind, weak] of [
    ['common', 'password123'],
    ['common', 'iloveyou1'],
    ['common', 'qwertyuiop'],
    ['common', '1234567890'],
  ] as const) {
    it(`refuse the ${kind} password ${weak}`, async () => {
      const visitor = new Visitor();
      await identify(visitor, signUp, newName(), weak);
      assert.equal(await member(visitor), undefined);
    });
  }

  it('refuse a password that is the name itself', async () => {
    const visitor = new Visitor();
    const name = newName();
    await identify(visitor, signUp, name, name);
    assert.equal(await member(visitor), undefined);
  });

  it('write the password back into no page that refuses it', async () => {
    const visitor = new Visitor();
    // The sign-up is refused for the name, which is taken; the sign-in for the password.
    for (const [path, secret] of [
      [signUp, password],
      [signIn, `${password}!`],
    ] as const) {
      const { status, text } = await identify(visitor, path, name, secret);
      assert.ok(status < 500, `${path} answered ${status}`);
      assert.ok(!text.includes(secret), `${path} shows the password`);
    }
    const { text } = await identify(visitor, signUp, newName(), '7charsX');
    assert.ok(!text.includes('7charsX'), `${signUp} shows the password`);
  });

  it('sign in with the whole password only, letter by letter', async () => {
    for (const other of [password.slice(0, -1), `${password}x`, password.toLowerCase(), password.slice(0, 8), '']) {
      const visitor = new Visitor();
      await identify(visitor, signIn, name, other);
      assert.equal(await member(visitor), undefined, other);
    }
  });

  it('store no password as it was typed, nor in another writing', async () => {
    assert.notDeepEqual(filesHolding(name), []);
    for (const written of [password, ...encodingsOf(password)]) assert.deepEqual(filesHolding(written), [], written);
  });

  it('store the same password of two people in two ways', async () => {
    const names = [name, (await newMember()).name];
    const stored = names.map((name) =>
      rowsHolding(name)
        .flatMap((row) => Object.values(row))
        .filter((value) => typeof value === 'string' && value.length >= 20 && !value.includes(name)),
    );
    assert.notDeepEqual(stored[0], []);
    assert.deepEqual(
      stored[0]!.filter((value) => stored[1]!.includes(value)),
      [],
    );
  });

  it('make each guess at a password cost the server time', async () => {
    const visitor = new Visitor();
    const { action, fields } = filledIn((await visitor.get(signIn)).page, signIn, name, `${password}!`);
    // The first calls of a worker cost more.
    for (let round = 0; round < 4; round++) await visitor.get(signIn);
    const rounds = 10;
    const costOf = async (call: () => Promise<Answer>) => {
      const began = processorTime();
      for (let round = 0; round < rounds; round++) await call();
      return (processorTime() - began) / rounds;
    };
    // A plain digest takes microseconds.
    const cost = (await costOf(() => visitor.post(action, fields))) - (await costOf(() => visitor.get(signIn)));
    assert.ok(cost > 8, `a guess cost ${cost.toFixed(1)} ms more than the page`);
  });

  it('keep every cookie on HTTPS and off foreign sites, and the session out of reach of scripts', async () => {
    const visitor = new Visitor();
    await identify(visitor, signIn, name);
    const cookies = await visitor.cookies();
    for (const cookie of cookies) {
      assert.equal(cookie.secure, true, `${cookie.key} is not Secure`);
      assert.match(cookie.sameSite ?? '', /^(lax|strict)$/, `${cookie.key} has no SameSite`);
    }
    const opening = [];
    for (const cookie of cookies) {
      const { status } = await new Visitor().get(account, { cookie: cookie.cookieString() });
      if (status === 200) opening.push(cookie);
    }
    assert.notDeepEqual(opening, []);
    for (const cookie of opening) assert.equal(cookie.httpOnly, true, `${cookie.key} is not HttpOnly`);
  });

  it('end a session after 31 days at the latest, or a year where the visitor asked to be remembered', async () => {
    const days = async (visitor: Visitor) => {
      const lives = [];
      for (const cookie of await visitor.cookies()) {
        const { status } = await new Visitor().get(account, { cookie: cookie.cookieString() });
        const ends = cookie.expiryTime();
        if (status === 200 && ends !== undefined && ends !== Infinity) lives.push((ends - Date.now()) / 86_400_000);
      }
      return Math.max(0, ...lives);
    };
    const { name, visitor } = await newMember();
    assert.ok((await days(visitor)) <= 31, `${await days(visitor)} days after the sign-up`);
    const unremembered = new Visitor();
    const { action, fields } = filledIn((await unremembered.get(signIn)).page, signIn, name);
    delete fields['remember'];
    await unremembered.post(action, fields);
    assert.equal(await member(unremembered), name);
    assert.ok((await days(unremembered)) <= 31, `${await days(unremembered)} days after the sign-in`);
    const remembered = new Visitor();
    await identify(remembered, signIn, name);
    assert.ok((await days(remembered)) <= 366, `${await days(remembered)} days, remembered`);
  });

  it('leave the page for members in no cache', async () => {
    const { visitor } = await newMember();
    const { headers } = await visitor.get(account);
    assert.match(headers.get('cache-control') ?? 'nothing', /no-store/);
    assert.doesNotMatch(headers.get('cache-control')!, /public/);
  });

  it('do not sign in with the cookies of before the sign-in', async () => {
    const visitor = new Visitor();
    await visitor.get(signIn);
    const planted = (await visitor.cookies()).map((cookie) => cookie.cookieString()).join('; ');
    assert.notEqual(planted, '');
    await identify(visitor, signIn, name);
    assert.equal(await member(visitor), name);
    const { status } = await new Visitor().get(account, { cookie: planted });
    assert.equal(status, 302);
  });

  it('do not sign a member in to a session that somebody else planted', async () => {
    const { visitor: attacker, name: attackersName } = await newMember();
    const planted = await attacker.cookies();
    const victim = new Visitor();
    await victim.hold(planted);
    // One side offers whoever is signed in no sign-in, but the way out first.
    if ((await victim.get(signIn)).status === 302) await victim.fillIn(account, {});
    await identify(victim, signIn, name);
    assert.equal(await member(victim), name);
    const copy = new Visitor();
    await copy.hold(planted);
    for (const watcher of [attacker, copy]) assert.notEqual(await member(watcher), name);
    assert.ok([undefined, attackersName].includes(await member(copy)));
  });

  it('do not sign in by an address, which logs and histories keep', async () => {
    for (const path of [signIn, signUp]) {
      const visitor = new Visitor();
      const fresh = path === signUp ? newName() : name;
      const { action, fields } = filledIn((await visitor.get(path)).page, path, fresh);
      const address = new URL(action, 'http://localhost');
      await visitor.get(`${address.pathname}?${new URLSearchParams(fields)}`);
      assert.equal(await member(visitor), undefined, path);
    }
  });

  it('show a member no page but their own, whatever the address asks for', async () => {
    const { visitor, name: own } = await newMember();
    for (const word of ['id', 'pk', 'user', 'user_id', 'uid', 'username', 'email', 'name', 'member']) {
      for (const value of ['1', '2', name]) {
        const { page } = await visitor.get(`${account}?${new URLSearchParams({ [word]: value })}`);
        assert.equal(page.querySelector('h1')?.text, `Signed in as ${own}`, `${word}=${value}`);
      }
    }
  });

  it('take no session from an address, which people pass on', async () => {
    const { visitor } = await newMember();
    for (const cookie of await visitor.cookies()) {
      const { status } = await new Visitor().get(`${account}?${cookie.cookieString()}`);
      assert.equal(status, 302, cookie.key);
    }
  });

  it('lead on to the page that was asked for', async () => {
    const wanted = `${account}?tab=1`;
    const visitor = new Visitor();
    const { headers } = await visitor.get(wanted);
    const answer = await identify(visitor, headers.get('location')!, name);
    assert.equal(answer.headers.get('location'), wanted);
  });

  for (const elsewhere of elsewheres) {
    it(`do not lead on to ${elsewhere}`, async () => {
      const query = `?next=${encodeURIComponent(elsewhere)}`;
      const visitor = new Visitor();
      assert.ok(!leadsAway(await identify(visitor, signIn + query, name)), 'sign-in');
      if ((await member(visitor)) === undefined) await identify(visitor, signIn, name);
      for (const path of [signIn, signUp, signOut]) {
        assert.ok(!leadsAway(await visitor.get(path + query)), `${path} of somebody who is signed in`);
      }
      const { page } = await visitor.get(account);
      const token = fieldsOf(page.querySelector('form')!);
      assert.ok(!leadsAway(await visitor.post(signOut + query, { ...token, next: elsewhere })), 'sign-out');
      assert.equal(await member(visitor), undefined);
      const newcomer = new Visitor();
      const { action, fields } = filledIn((await newcomer.get(signUp + query)).page, signUp + query, newName());
      assert.ok(!leadsAway(await newcomer.post(action, { ...fields, next: elsewhere })), 'sign-up');
    });
  }

  it('refuse sign-up and sign-in without the token of the form', async () => {
    for (const path of [signUp, signIn]) {
      const visitor = new Visitor();
      const { page } = await visitor.get(path);
      const names = page.querySelectorAll('input[name]').map((input) => input.getAttribute('name')!);
      const bare = Object.fromEntries(
        names
          .filter((field) => !field.startsWith('csrf'))
          .map((field) => [field, field.startsWith('pass') ? password : name]),
      );
      const { status } = await visitor.post(path, bare);
      assert.ok(status >= 400 && status < 500, `${path} answered ${status}`);
      assert.equal(await member(visitor), undefined);
    }
  });

  it('sign out on a press of the button, and on nothing less', async () => {
    const { visitor, name } = await newMember();
    await visitor.get(signOut);
    assert.equal(await member(visitor), name);
    const { status } = await visitor.post(signOut, {});
    assert.ok(status >= 400 && status < 500, `a post without a token answered ${status}`);
    assert.equal(await member(visitor), name);
    await visitor.fillIn(account, {});
    assert.equal(await member(visitor), undefined);
  });
  it('tell a stranger nothing of their inside when there is no such page', async () => {
    const { status, text } = await new Visitor().get('/elsewhere');
    assert.equal(status, 404);
    assert.doesNotMatch(text, /urlconf|traceback|settings/i);
  });

  it('refuse a host name that is not theirs', async () => {
    for (const path of [signUp, signIn, signOut, account]) {
      assert.equal(await new Visitor().statusFor(path, 'elsewhere.example'), 400, path);
    }
  });
});
