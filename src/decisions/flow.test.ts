import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Course } from './course.ts';
import { flowOf } from './flow.ts';

const courses: Course[] = [
  { before: 'flask', chosen: 'django', seen: 'django' },
  { before: 'flask', chosen: 'flask', seen: undefined },
  { before: 'neither', chosen: 'django', seen: 'neither' },
  { before: 'django', chosen: 'django', seen: 'flask' },
];

describe('the picture of the decisions', () => {
  const flow = flowOf(courses);

  it('has a line for each, and counts each bundle', () => {
    assert.equal(flow.threads.length, courses.length);
    const counts = (stage: 'before' | 'chosen' | 'seen') =>
      flow.bundles[stage].map(({ place, count }) => [place, count]);
    assert.deepEqual(counts('before'), [
      ['flask', 2],
      ['neither', 1],
      ['django', 1],
    ]);
    assert.deepEqual(counts('chosen'), [
      ['flask', 1],
      ['django', 3],
    ]);
    assert.deepEqual(counts('seen'), [
      ['flask', 1],
      ['django', 1],
      ['neither', 1],
    ]);
  });

  it('gives no two lines one height at a stage, and all lie within it', () => {
    for (const stage of ['before', 'chosen', 'seen'] as const) {
      const heights = flow.threads.flatMap((thread) => thread[stage] ?? []);
      assert.equal(new Set(heights).size, heights.length, stage);
      assert.ok(
        heights.every((height) => height > 0 && height < flow.height),
        stage,
      );
    }
  });

  it('ends a line at the decision where nobody could follow it', () => {
    assert.deepEqual(
      flow.threads.map(({ seen }) => seen === undefined),
      [false, true, false, false],
    );
  });
});
