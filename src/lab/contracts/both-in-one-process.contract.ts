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

  it('checks the host name on one side of the border only', async () => {
    assert.equal(await visitor.statusFor('/', 'elsewhere.example'), 400);
    assert.equal(await visitor.statusFor('/api/jobs', 'elsewhere.example'), 200);
  });
});
