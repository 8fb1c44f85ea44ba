/** Accounts: sign-up, sign-in, sign-out and one page for members. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { fieldsOf, filesHolding, Visitor, type Answer } from '../contract.ts';

const signUp = '/sign-up';
const signIn = '/sign-in';
const account = '/account';
const password = 'a-long-Phrase-for-17-doors';

/** A name that nobody has taken, in a form that serves as a user name and as an e-mail address. */
const newName = () => `reader-${randomUUID()}@mail.example.com`;

/** Fills in a form as a password manager does: by the kinds of the fields, since their names differ. */
async function identify(visitor: Visitor, path: string, name: string, secret = password): Promise<Answer> {
  const form = (await visitor.get(path)).page.querySelector('form')!;
  const typed = form.querySelectorAll('input').flatMap((input) => {
    const field = input.getAttribute('name')!;
    const type = input.getAttribute('type');
    if (type === 'password') return [[field, secret]];
    return type === 'text' || type === 'email' ? [[field, name]] : [];
  });
  const fields = { ...fieldsOf(form), ...Object.fromEntries(typed) };
  return visitor.post(form.getAttribute('action') || path, fields);
}

/** The name of the member whom the server takes the visitor for. */
async function member(visitor: Visitor): Promise<string | undefined> {
  const { status, page } = await visitor.get(account);
  return status === 200 ? page.querySelector('h1')?.text.replace('Signed in as ', '') : undefined;
}

async function newMember(): Promise<{ visitor: Visitor; name: string }> {
  const visitor = new Visitor();
  const name = newName();
  await identify(visitor, signUp, name);
  assert.equal(await member(visitor), name);
  return { visitor, name };
}

describe('accounts', () => {
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
    const { name } = await newMember();
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

  it('store no password as it was typed', async () => {
    const { name } = await newMember();
    assert.notDeepEqual(filesHolding(name), []);
    assert.deepEqual(filesHolding(password), []);
  });

  it('keep every cookie on HTTPS and off foreign sites, and the session out of reach of scripts', async () => {
    const { visitor } = await newMember();
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

  it('do not sign in with the cookies of before the sign-in', async () => {
    const { name } = await newMember();
    const visitor = new Visitor();
    await visitor.get(signIn);
    const planted = (await visitor.cookies()).map((cookie) => cookie.cookieString()).join('; ');
    assert.notEqual(planted, '');
    await identify(visitor, signIn, name);
    assert.equal(await member(visitor), name);
    const { status } = await new Visitor().get(account, { cookie: planted });
    assert.equal(status, 302);
  });

  it('lead on to the page that was asked for', async () => {
    const { name } = await newMember();
    const wanted = `${account}?tab=1`;
    const visitor = new Visitor();
    const { headers } = await visitor.get(wanted);
    const answer = await identify(visitor, headers.get('location')!, name);
    assert.equal(answer.headers.get('location'), wanted);
  });

  for (const elsewhere of [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    'https:elsewhere.example',
    'javascript:alert(1)',
  ]) {
    it(`do not lead on to ${elsewhere}`, async () => {
      const { name } = await newMember();
      const visitor = new Visitor();
      const answer = await identify(visitor, `${signIn}?next=${encodeURIComponent(elsewhere)}`, name);
      // One side signs in and leads to the account, the other refuses the whole form. Both are safe.
      assert.ok(answer.status < 400, `answered ${answer.status}`);
      const target = new URL(answer.headers.get('location') ?? signIn, 'http://here.example');
      assert.equal(target.origin, 'http://here.example');
    });
  }

  it('refuse sign-up and sign-in without the token of the form', async () => {
    const { name } = await newMember();
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
    await visitor.get('/sign-out');
    assert.equal(await member(visitor), name);
    const { status } = await visitor.post('/sign-out', {});
    assert.ok(status >= 400 && status < 500, `a post without a token answered ${status}`);
    assert.equal(await member(visitor), name);
    await visitor.fillIn(account, {});
    assert.equal(await member(visitor), undefined);
  });
});
