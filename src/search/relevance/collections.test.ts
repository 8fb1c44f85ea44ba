import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { judgedQueries } from './judging.ts';

describe('files of judged questions', () => {
  it('share no five words in a row with the fourth collection', () => {
    const read = (name: string) => judgedQueries(readFileSync(join(import.meta.dirname, name), 'utf8'));
    const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));
    const isFourth = (name: string) => name.startsWith('fourth-');
    const older = new Set(names.filter((name) => !isFourth(name)).flatMap((name) => read(name).flatMap(runsOf)));
    const shared = names.filter(isFourth).flatMap((name) => read(name).filter((query) => hasAny(runsOf(query), older)));
    assert.deepEqual(shared, []);
  });
});

const hasAny = (runs: string[], of: Set<string>) => runs.some((run) => of.has(run));

function runsOf({ q }: { q: string }): string[] {
  const words = q
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.slice(4).map((_, index) => words.slice(index, index + 5).join(' '));
}
