/** A Django core and a Flask service behind one address: whoever signs in at the core is known to the service. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secret, Visitor } from '../contract.ts';

const core = '/';
const service = '/reports/';
const ann = { username: 'ann', password: secret('ANN_PASSWORD') };

/** Whom a page greets; undefined when it greets nobody. */
async function greeted(visitor: Visitor, path: string, headers: Record<string, string> = {}) {
  const { status, page } = await visitor.get(path, headers);
  return status === 200 ? page.querySelector('h1')?.text : undefined;
}

/** Everything that the visitor would send along, as one header. */
const cookiesOf = async (visitor: Visitor) =>
  (await visitor.cookies()).map((cookie) => cookie.cookieString()).join('; ');

async function signedIn(): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.fillIn('/sign-in', ann);
  return visitor;
}

describe('the core and the service', () => {
  it('send a stranger to the same sign-in page, and on from there', async () => {
    assert.match((await new Visitor().get(core)).headers.get('location')!, /^\/sign-in\b/);
    const visitor = new Visitor();
    const { status, headers } = await visitor.get(service);
    assert.equal(status, 302);
    const answer = await visitor.fillIn(headers.get('location')!, ann);
    assert.equal(answer.headers.get('location'), service);
    assert.equal(await greeted(visitor, service), 'Reports for ann');
  });

  it('know the same person after one sign-in', async () => {
    const visitor = await signedIn();
    assert.equal(await greeted(visitor, core), 'Welcome, ann');
    assert.equal(await greeted(visitor, service), 'Reports for ann');
  });

  it('both forget the person at the sign-out, in every copy of the cookies', async () => {
    const visitor = await signedIn();
    const cookie = await cookiesOf(visitor);
    const copies = Array.from({ length: 8 }, () => new Visitor());
    // So often that every worker has seen the session before it ends.
    for (const copy of copies) assert.equal(await greeted(copy, service, { cookie }), 'Reports for ann');
    await visitor.fillIn(core, {});
    for (const path of [core, service]) {
      assert.equal(await greeted(visitor, path), undefined);
      for (const copy of copies) assert.equal(await greeted(copy, path, { cookie }), undefined);
    }
  });

  it('believe no session that the core did not open', async () => {
    const session = (await cookiesOf(await signedIn())).match(/sessionid=(\w+)/)![1]!;
    const altered = session.slice(0, -1) + (session.endsWith('a') ? 'b' : 'a');
    for (const made of [altered, 'ann', '1', '']) {
      assert.equal((await new Visitor().get(service, { cookie: `sessionid=${made}` })).status, 302);
    }
  });

  it('believe no header that names a person', async () => {
    for (const header of ['x-user', 'remote-user', 'x-remote-user', 'x-forwarded-user']) {
      assert.equal((await new Visitor().get(service, { [header]: 'ann' })).status, 302);
    }
  });

  it('leave no page of a person in a shared cache', async () => {
    const visitor = await signedIn();
    for (const path of [core, service]) {
      const { headers } = await visitor.get(path);
      assert.match(headers.get('cache-control') ?? 'nothing', /no-store/, path);
    }
  });
});
