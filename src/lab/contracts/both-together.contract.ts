/** A Django core and a Flask service behind one address: whoever signs in at the core is known to the service. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, crash, secret, Visitor } from '../contract.ts';

const core = '/';
const service = '/reports/';
const whoami = '/whoami';
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

/** The addresses and headers with which a caller might claim to be somebody. */
function claimsToBe(name: string): { path: string; headers: Record<string, string> }[] {
  const words = ['user', 'username', 'user_name', 'name', 'login', 'uid', 'as', 'sub', 'email'];
  const prefixes = ['', 'x-', 'x-remote-', 'x-forwarded-', 'x-authenticated-', 'x-auth-', 'x-auth-request-', 'remote-'];
  const headers = ['user', 'username', 'name', 'preferred-username', 'email'];
  return [
    ...words.map((word) => ({ path: `${service}?${word}=${name}`, headers: {} })),
    ...words.map((word) => ({ path: service, headers: { cookie: `${word}=${name}` } })),
    ...prefixes.flatMap((prefix) => headers.map((word) => ({ path: service, headers: { [prefix + word]: name } }))),
    { path: service, headers: { authorization: `Basic ${btoa(`${name}:`)}` } },
    { path: service, headers: { authorization: `Bearer ${name}` } },
  ];
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

  it('keep the address that was asked for, with all that stands behind the question mark', async () => {
    const wanted = `${service}2026?quarter=3&next=%2Fother&q=a%26b`;
    const visitor = new Visitor();
    const { headers } = await visitor.get(wanted);
    const answer = await visitor.fillIn(headers.get('location')!, ann);
    assert.equal(answer.headers.get('location'), wanted);
    assert.equal(await greeted(visitor, wanted), 'Reports of 2026 for ann');
  });

  it('lead from the sign-in to no other site', async () => {
    for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/']) {
      const answer = await new Visitor().fillIn('/sign-in', { ...ann, next });
      const location = answer.headers.get('location') ?? '/';
      assert.match(location, /^\/(?![/\\])/, `${next} led to ${location}`);
    }
  });

  it('say to whoever asks that they are up, and nothing else', async () => {
    for (const side of ['flask', 'django'] as const) {
      const { status, text } = await new Visitor().get(`${addressOf(side)}/health`);
      assert.deepEqual([status, text], [200, 'up'], side);
    }
  });

  it('know the same person after one sign-in', async () => {
    const visitor = await signedIn();
    assert.equal(await greeted(visitor, core), 'Welcome, ann');
    assert.equal(await greeted(visitor, service), 'Reports for ann');
  });

  it('know nobody after a sign-in with a wrong password', async () => {
    const visitor = new Visitor();
    await visitor.fillIn('/sign-in', { ...ann, password: `${ann.password}!` });
    for (const path of [core, service]) assert.equal((await visitor.get(path)).status, 302, path);
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

  it('sign out on a press of the button, and on nothing less', async () => {
    const visitor = await signedIn();
    await visitor.get('/sign-out');
    await visitor.post('/sign-out', {});
    assert.equal(await greeted(visitor, service), 'Reports for ann');
  });

  it('name nobody to a caller without a session', async () => {
    const { status, text } = await new Visitor().get(whoami);
    assert.equal(status, 401);
    assert.doesNotMatch(text, /name/);
  });

  it('believe no session that the core did not open', async () => {
    const session = (await cookiesOf(await signedIn())).match(/sessionid=(\w+)/)![1]!;
    const altered = session.slice(0, -1) + (session.endsWith('a') ? 'b' : 'a');
    for (const made of [altered, 'ann', '1', '']) {
      const cookie = `sessionid=${made}`;
      assert.equal((await new Visitor().get(whoami, { cookie })).status, 401);
      assert.equal((await new Visitor().get(service, { cookie })).status, 302);
    }
  });

  it('believe no address, header or cookie that names a person', async () => {
    const made = { cookie: 'sessionid=made-up' };
    for (const { path, headers } of claimsToBe('ann')) {
      const claim = `${path} ${JSON.stringify(headers)}`;
      assert.equal((await new Visitor().get(path, headers)).status, 302, claim);
      // With a session the service asks the core, which must not believe it either.
      assert.equal((await new Visitor().get(path, { ...made, ...headers })).status, 302, claim);
      assert.equal((await new Visitor().get(path.replace(service, whoami), headers)).status, 401, claim);
    }
  });

  it('let nobody who is signed in pass for another', async () => {
    const visitor = await signedIn();
    const cookie = await cookiesOf(visitor);
    for (const { path, headers } of claimsToBe('bob')) {
      const both = { ...headers, cookie: [cookie, headers['cookie']].filter(Boolean).join('; ') };
      assert.equal(await greeted(visitor, path, both), 'Reports for ann', `${path} ${JSON.stringify(headers)}`);
    }
  });

  it('leave no page of a person in a shared cache', async () => {
    const visitor = await signedIn();
    for (const path of [core, service, whoami]) {
      const { status, headers } = await visitor.get(path);
      assert.equal(status, 200, path);
      assert.match(headers.get('cache-control') ?? 'nothing', /no-store/, path);
    }
  });

  it('tell scripts of other sites nothing', async () => {
    const visitor = await signedIn();
    for (const path of [core, service, whoami]) {
      const { status, headers } = await visitor.get(path, { origin: 'https://elsewhere.example' });
      assert.equal(status, 200, path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
  });

  it('keep every cookie on HTTPS and off foreign sites, and the session out of reach of scripts', async () => {
    const cookies = await (await signedIn()).cookies();
    for (const cookie of cookies) {
      assert.equal(cookie.secure, true, `${cookie.key} is not Secure`);
      assert.match(cookie.sameSite ?? '', /^(lax|strict)$/, `${cookie.key} has no SameSite`);
    }
    assert.equal(cookies.find(({ key }) => key === 'sessionid')?.httpOnly, true);
  });

  it('refuse a host name that is not theirs', async () => {
    for (const path of [core, service, '/sign-in', whoami]) {
      assert.equal(await new Visitor().statusFor(path, 'elsewhere.example'), 400, path);
    }
  });

  describe('when the core fails', () => {
    let visitor: Visitor;
    before(async () => {
      visitor = await signedIn();
      assert.equal(await greeted(visitor, service), 'Reports for ann');
      crash('django');
      while ((await visitor.get(core)).status !== 502) await wait(20);
    });

    /** What the service answers while something else answers in place of the core. */
    async function insteadOfCore(stand: RequestListener): Promise<{ status: number; text: string }> {
      const server = createServer(stand);
      const { port, hostname } = new URL(addressOf('django'));
      await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve));
      try {
        return await visitor.get(service);
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    }

    it('answer that nobody can be recognised, and let nobody in', async () => {
      const { status, text } = await visitor.get(service);
      assert.equal(status, 503);
      assert.doesNotMatch(text, /Reports|ann/);
    });

    it('let nobody in by an answer of the core that is none of the two agreed on', async () => {
      const named = '{"name": "ann"}';
      const json = { 'content-type': 'application/json' };
      for (const status of [201, 204, 302, 403, 404, 500, 503]) {
        const answer = await insteadOfCore((request, response) => {
          if (request.url === '/elsewhere') response.writeHead(200, json).end(named);
          else response.writeHead(status, { ...json, location: '/elsewhere' }).end(status === 204 ? '' : named);
        });
        assert.equal(answer.status, 503, `${status} led to ${answer.status}`);
      }
      for (const body of ['', 'ann', '<h1>ann</h1>', '{}', '[]', '{"name": null}', '{"name": ""}']) {
        const { status } = await insteadOfCore((_, response) => response.writeHead(200, json).end(body));
        assert.notEqual(status, 200, body);
      }
    });

    it('wait for no answer longer than ten seconds', async () => {
      const began = performance.now();
      const { status } = await insteadOfCore((_, response) => {
        setTimeout(() => response.destroy(), 11_000).unref();
      });
      assert.equal(status, 503);
      assert.ok(performance.now() - began < 10_000);
    });

    it('tell the core nothing but the session', async () => {
      const session = (await visitor.cookies()).find(({ key }) => key === 'sessionid')!;
      const told: (string | undefined)[] = [];
      const { status } = await insteadOfCore((request, response) => {
        told.push(request.headers.cookie);
        response.writeHead(401).end();
      });
      assert.equal(status, 302);
      assert.deepEqual(told, [session.cookieString()]);
    });
  });
});
