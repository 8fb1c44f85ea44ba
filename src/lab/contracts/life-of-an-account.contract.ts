/** Life of an account: a password reset by mail, a limit on guesses, and what ends when a password changes. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { filesHolding, setting, textsIn, Visitor, type Answer } from '../contract.ts';
import { account, filledIn, identify, member, newMember, newName, password, signIn } from './members.ts';

const reset = '/reset';
const second = 'another-Phrase-for-23-gates';
const guesses = 5;

/** One second more than a term in seconds, since both sides count whole seconds. */
const untilOver = (term: string) => wait((setting(term) + 1.5) * 1000);

/** Whether a fresh visitor gets in. */
async function opens(name: string, secret: string, from?: string): Promise<boolean> {
  const visitor = new Visitor(from);
  await identify(visitor, signIn, name, secret);
  return (await member(visitor)) !== undefined;
}

async function guessWrong(
  name: string,
  times = guesses,
  headers: (round: number) => Record<string, string> = () => ({}),
) {
  for (let round = 0; round < times; round++) {
    const visitor = new Visitor();
    await identify(visitor, signIn, name, `${password}-${round}`, headers(round));
    assert.equal(await member(visitor), undefined);
  }
}

/** Follows what an answer leads to, on this server. */
async function followed(visitor: Visitor, answer: Answer): Promise<Answer> {
  for (let steps = 0; answer.headers.get('location') !== null && steps < 4; steps++) {
    answer = await visitor.get(answer.headers.get('location')!);
  }
  return answer;
}

/** The mails to an address, read as a mail program reads them. */
const mailsTo = (name: string): string[] =>
  textsIn('mails', '.log')
    .flatMap((text) => text.split(/^-{79}$/m))
    .filter((mail) => mail.includes(`To: ${name}`))
    .map((mail) => mail.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));

/** The links to a new password in the mails to an address, the older ones first. */
const linksTo = (name: string): string[] => [
  ...new Set(mailsTo(name).flatMap((mail) => mail.match(/https?:\/\/[^\s"<>]+\/reset\/[^\s"<>]+/g) ?? [])),
];

/** Asks for a reset, and reads the link in the mail. */
async function linkFor(name: string, visitor = new Visitor()): Promise<string> {
  const earlier = linksTo(name);
  await identify(visitor, reset, name);
  const fresh = linksTo(name).filter((link) => !earlier.includes(link));
  assert.equal(fresh.length, 1, `${fresh.length} new links`);
  return new URL(fresh[0]!).pathname;
}

/**
 * Opens a link: where its form is, and the page with it. Undefined when the link offers no new password. Ask whether it
 * is there, and compare it with nothing: a report with a whole page in it buries the name of the test.
 */
async function offered(visitor: Visitor, link: string): Promise<{ path: string; page: Answer['page'] } | undefined> {
  let path = link;
  let answer = await visitor.get(link);
  for (let steps = 0; answer.headers.get('location') !== null && steps < 4; steps++) {
    path = answer.headers.get('location')!;
    answer = await visitor.get(path);
  }
  return answer.page.querySelector('input[type=password]') ? { path, page: answer.page } : undefined;
}

/** Sets a password by a link. */
async function renew(link: string, secret: string, visitor = new Visitor()): Promise<Answer> {
  const form = await offered(visitor, link);
  assert.ok(form, 'the link offers no new password');
  const { action, fields } = filledIn(form.page, form.path, '', secret);
  return visitor.post(action, fields);
}

/** Addresses of other sites, as those write them who hope that a check misses it. */
const elsewheres = ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/'];

function leadsAway(answer: Answer): boolean {
  assert.ok(answer.status < 500, `answered ${answer.status}`);
  return new URL(answer.headers.get('location') ?? signIn, 'http://localhost').hostname !== 'localhost';
}

describe('a reset by mail', () => {
  it('sets a new password, and the old one opens nothing any more', async () => {
    const { name } = await newMember();
    await renew(await linkFor(name), second);
    assert.ok(await opens(name, second));
    assert.ok(!(await opens(name, password)));
  });

  it('is answered alike for a known and an unknown address, and writes no mail to the latter', async () => {
    const { name } = await newMember();
    const unknown = newName();
    const said = [];
    for (const each of [name, unknown]) {
      const visitor = new Visitor();
      const answer = await identify(visitor, reset, each);
      const { page, status } = await followed(visitor, answer);
      const text = page.structuredText.replaceAll(each, 'ADDRESS');
      said.push([answer.status, answer.headers.get('location'), status, text]);
    }
    assert.deepEqual(said[0], said[1]);
    assert.equal(linksTo(name).length, 1);
    assert.deepEqual(mailsTo(unknown), []);
  });

  it('has a link that works once', async () => {
    const { name } = await newMember();
    const link = await linkFor(name);
    const slow = new Visitor();
    const form = (await offered(slow, link))!;
    await renew(link, second);
    assert.ok(!(await offered(new Visitor(), link)));
    // A page that was opened before is no way round.
    const { action, fields } = filledIn(form.page, form.path, '', `${second}-3`);
    await slow.post(action, fields);
    assert.ok(await opens(name, second));
    assert.ok(!(await opens(name, `${second}-3`)));
  });

  it('has a link that a changed password makes void', async () => {
    const { name } = await newMember();
    const earlier = await linkFor(name);
    // One side counts the seconds of its links.
    await wait(1100);
    const later = await linkFor(name);
    assert.ok(await offered(new Visitor(), earlier));
    await renew(later, second);
    assert.ok(!(await offered(new Visitor(), earlier)));
  });

  it('has a link that expires', async () => {
    const { name } = await newMember();
    const link = await linkFor(name);
    const slow = new Visitor();
    const form = (await offered(slow, link))!;
    await untilOver('RESET_SECONDS');
    assert.ok(!(await offered(new Visitor(), link)));
    const { action, fields } = filledIn(form.page, form.path, '', second);
    await slow.post(action, fields);
    assert.ok(await opens(name, password));
    assert.ok(!(await opens(name, second)));
  });

  it('has a link that nobody can alter', async () => {
    const { name } = await newMember();
    const link = await linkFor(name);
    const at = link.length - 6;
    const other = link[at] === 'a' ? 'b' : 'a';
    assert.ok(!(await offered(new Visitor(), link.slice(0, at) + other + link.slice(at + 1))));
  });

  it('changes nothing by being opened', async () => {
    const { name, visitor } = await newMember();
    await offered(new Visitor(), await linkFor(name));
    assert.equal(await member(visitor), name);
    assert.ok(await opens(name, password));
  });

  for (const weak of ['xK7-q2w', 'password123', '1234567890', 'the name']) {
    it(`refuses the new password ${weak}, and the link stays good`, async () => {
      const { name } = await newMember();
      const link = await linkFor(name);
      const wanted = weak === 'the name' ? name : weak;
      await renew(link, wanted);
      assert.ok(!(await opens(name, wanted)));
      await renew(link, second);
      assert.ok(await opens(name, second));
    });
  }

  it('ends every other session of the account, copied ones included, and none of anybody else', async () => {
    const { name, visitor } = await newMember();
    const { name: others, visitor: other } = await newMember();
    const remembered = new Visitor();
    await identify(remembered, signIn, name);
    const copy = new Visitor();
    await copy.hold(await remembered.cookies());
    for (const each of [visitor, remembered, copy]) assert.equal(await member(each), name);
    await renew(await linkFor(name), second);
    for (const each of [visitor, remembered, copy]) assert.equal(await member(each), undefined);
    assert.equal(await member(other), others);
  });

  it('takes no request and no new password without the token of the form', async () => {
    const { name } = await newMember();
    const visitor = new Visitor();
    await visitor.get(reset);
    const asked = await visitor.post(reset, { email: name });
    assert.ok([400, 403].includes(asked.status), `answered ${asked.status}`);
    assert.deepEqual(mailsTo(name), []);
    const form = (await offered(visitor, await linkFor(name)))!;
    const { action, fields } = filledIn(form.page, form.path, '', second);
    const bare = Object.entries(fields).filter(([field]) => !field.startsWith('csrf'));
    const { status } = await visitor.post(action, Object.fromEntries(bare));
    assert.ok([400, 403].includes(status), `answered ${status}`);
    assert.ok(!(await opens(name, second)));
  });

  it('mails a link to this host, whatever a header says', async () => {
    const { name } = await newMember();
    await identify(new Visitor(), reset, name, password, {
      'x-forwarded-host': 'elsewhere.example',
      forwarded: 'host=elsewhere.example',
    });
    for (const link of linksTo(name)) assert.equal(new URL(link).hostname, 'localhost');
    assert.equal(await new Visitor().statusFor(reset, 'elsewhere.example'), 400);
  });

  for (const elsewhere of elsewheres) {
    it(`does not lead on to ${elsewhere}`, async () => {
      const { name } = await newMember();
      const query = `?next=${encodeURIComponent(elsewhere)}`;
      /** Sends the form at a path with a way on, in its address or in a field, though the form itself may drop it. */
      const leadsAwayFrom = async (path: string, secret = password) => {
        const answers: Answer[] = [];
        for (const [to, next] of [[path + query], [path, elsewhere]] as const) {
          const visitor = new Visitor();
          const { fields } = filledIn((await visitor.get(path + query)).page, path, name, secret);
          answers.push(await visitor.post(to, { ...fields, ...(next && { next }) }));
          answers.push(await visitor.get(path + query));
        }
        return answers.some(leadsAway);
      };
      assert.ok(!(await leadsAwayFrom(reset)), 'request');
      const link = new URL(linksTo(name)[0]!).pathname;
      assert.ok(!leadsAway(await renew(link + query, second)), 'new password');
      assert.ok(!(await leadsAwayFrom(signIn, second)), 'sign-in, and sign-in of somebody who is signed in');
    });
  }
});

describe('the sign-in', () => {
  /** A member whose password nobody changes and at whom nobody guesses. */
  let name: string;
  before(async () => {
    ({ name } = await newMember());
  });

  it('renews the session', async () => {
    const visitor = new Visitor();
    await visitor.get(signIn);
    const planted = (await visitor.cookies()).map((cookie) => cookie.cookieString()).join('; ');
    await identify(visitor, signIn, name);
    assert.equal(await member(visitor), name);
    assert.equal((await new Visitor().get(account, { cookie: planted })).status, 302);
  });

  it('does not happen in a session that somebody else planted', async () => {
    const { visitor: attacker } = await newMember();
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
  });

  it('is open after four wrong guesses', async () => {
    const { name } = await newMember();
    await guessWrong(name, guesses - 1);
    assert.ok(await opens(name, password));
  });

  it('is refused after five, with the right password too, and to that account from that address alone', async () => {
    const { name } = await newMember();
    const { name: other } = await newMember();
    await guessWrong(name);
    for (let round = 0; round < 3; round++) {
      const visitor = new Visitor();
      const { status } = await identify(visitor, signIn, name);
      assert.equal(status, 429);
      assert.equal(await member(visitor), undefined);
    }
    assert.ok(await opens(other, password), 'another account from the same address');
    assert.ok(await opens(name, password, '127.0.0.2'), 'the same account from another address');
    assert.ok(await opens(other, password, '127.0.0.2'), 'another account from another address');
  });

  it('is open again when the term of the limit is over', async () => {
    const { name } = await newMember();
    await guessWrong(name);
    assert.ok(!(await opens(name, password)));
    await untilOver('LIMIT_SECONDS');
    assert.ok(await opens(name, password));
  });

  it('limits guesses at a name that nobody has in the same way', async () => {
    const unknown = newName();
    await guessWrong(unknown);
    assert.equal((await identify(new Visitor(), signIn, unknown)).status, 429);
  });

  it('limits guesses whatever address a header claims', async () => {
    const { name } = await newMember();
    const claims = (round: number) => ({ 'x-forwarded-for': `203.0.113.${round}`, 'x-real-ip': `203.0.113.${round}` });
    await guessWrong(name, guesses, claims);
    assert.equal((await identify(new Visitor(), signIn, name, password, claims(99))).status, 429);
  });

  it('limits guesses whatever way a name is spelt', async () => {
    const { name } = await newMember();
    await guessWrong(name);
    for (const spelt of [name.toUpperCase(), ` ${name} `, name.replace('example', 'EXAMPLE')]) {
      assert.ok(!(await opens(spelt, password)), spelt);
    }
  });

  it('keeps no wrong guess, which may be the right password of another account', async () => {
    const guess = `wrong-${randomUUID()}`;
    await identify(new Visitor(), signIn, name, guess);
    assert.deepEqual(filesHolding(guess), []);
  });
});
