import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandOf, isWhole, setUps, summaryOf } from './waiting.ts';

test('an answer is whole when it has the three parts of its own caller in their order', () => {
  const answer = (parts: string) => ({ status: 200, text: JSON.stringify({ answer: parts }) });
  assert.ok(isWhole(answer('ann/1 ann/2 ann/3'), 'ann'));
  assert.ok(!isWhole(answer('ann/1 bea/2 ann/3'), 'ann'));
  assert.ok(!isWhole(answer('ann/1 ann/3'), 'ann'));
  assert.ok(!isWhole({ ...answer('ann/1 ann/2 ann/3'), status: 502 }, 'ann'));
  assert.ok(!isWhole({ status: 200, text: 'no JSON' }, 'ann'));
});

test('callers who were answered within a second are told from those who were not', () => {
  const times = [600, 700, 1000, 3000].map((milliseconds) => ({ milliseconds }));
  assert.deepEqual(summaryOf(times), { within: 75, slow: 3000 });
});

test('every set-up is one process, and threads are told to the server that has them', () => {
  const gunicorn = commandOf(setUps['flask-threads-many']!, 8000).join(' ');
  assert.match(gunicorn, /--workers 1 .*--threads 64 .*app:app$/);
  assert.doesNotMatch(commandOf(setUps['django-async']!, 8000).join(' '), /workers/);
});

test('both sides have the same faults planted, and each says what is wrong', () => {
  const faults = globSync('content/studies/waiting/faults/*.patch');
  const named = (side: string) =>
    faults.flatMap((file) => new RegExp(`/${side}-(.+)\\.patch$`).exec(file)?.[1] ?? []).sort();
  assert.deepEqual(named('flask'), named('django'));
  assert.ok(named('flask').length >= 3);
  for (const file of faults) assert.match(readFileSync(file, 'utf8'), /^[A-Z].*\.\n/);
});
