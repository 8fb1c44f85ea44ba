import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor } from '../contract.ts';

const visitor = new Visitor();
const djangoHeaders = ['x-frame-options', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy'];

describe('one process with both frameworks', () => {
  it('answers the pages from Django', async () => {
    const answer = await visitor.get('/');
    assert.equal(answer.status, 200);
    assert.equal(answer.text, 'Answered by Django');
  });

  it('answers the interfaces from Flask', async () => {
    const answer = await visitor.get('/api/jobs');
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json(), { 'answered by': 'Flask' });
  });

  it('sends Django’s protective headers on one side of the border only', async () => {
    const pages = await visitor.get('/');
    const interfaces = await visitor.get('/api/jobs');
    assert.deepEqual(
      djangoHeaders.filter((name) => !pages.headers.has(name)),
      [],
    );
    assert.deepEqual(
      djangoHeaders.filter((name) => interfaces.headers.has(name)),
      [],
    );
  });

  it('refuses a host name that is not its own on both sides of the border', async () => {
    for (const path of ['/', '/api/jobs']) {
      assert.equal(await visitor.statusFor(path, 'elsewhere.example'), 400, path);
      assert.equal(await visitor.statusFor(path, 'localhost.elsewhere.example'), 400, path);
    }
  });

  it('gives each side the paths that begin with its own name, and no other', async () => {
    for (const path of ['/jobs', '/apijobs', '/api-jobs', '/API/jobs', '/elsewhere']) {
      const { status, headers } = await visitor.get(path);
      assert.equal(status, 404, path);
      assert.ok(headers.has('x-frame-options'), `${path} was not answered by Django`);
    }
    for (const path of ['/api', '/api/', '/api/elsewhere', '/api/api/jobs']) {
      const { status, headers } = await visitor.get(path);
      assert.equal(status, 404, path);
      assert.ok(!headers.has('x-frame-options'), `${path} was not answered by Flask`);
    }
  });

  it('tells a stranger nothing of its inside when there is no such page', async () => {
    for (const path of ['/elsewhere', '/api/elsewhere']) {
      assert.doesNotMatch((await visitor.get(path)).text, /urlconf|traceback|settings/i, path);
    }
  });
});
