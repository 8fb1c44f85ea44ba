import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { start } from './processes.ts';
import { anonymousOf, filePagesOf, memoryOf, shareOf } from './workers.ts';

const mapping = (head: string, rss: number, anonymous: number) =>
  `${head}\nSize:  99 kB\nRss:   ${rss} kB\nAnonymous:   ${anonymous} kB\nVmFlags: rd mr\n`;
const python = '7f00-7f10 r-xp 00001000 fe:00 42                         /usr/bin/python3';
const data = '7f10-7f20 rw-p 00002000 fe:00 42                         /usr/bin/python3';
const heap = '5500-5600 rw-p 00000000 00:00 0                          [heap]';

describe('the memory of a worker', () => {
  it('is its share of the pages of files that the server holds, and not of those that it changed', () => {
    const leader = filePagesOf(mapping(python, 300, 0));
    const worker = filePagesOf(mapping(python, 300, 0) + mapping(data, 50, 40) + mapping(heap, 900, 900));
    assert.deepEqual(
      [...worker],
      [
        ['fe:00 42 00001000', 300],
        ['fe:00 42 00002000', 10],
      ],
    );
    assert.equal(shareOf(worker, [leader, worker]), 160);
    assert.equal(shareOf(leader, [leader, worker]), 150);
  });

  it('is its share of what is in no file, as the kernel says', () => {
    assert.equal(anonymousOf('Rss:  9 kB\nPss:  8 kB\nPss_Anon:   5 kB\nPss_File:   2 kB\nPss_Shmem:   1 kB\n'), 6);
  });

  it('does not become less when another program runs with the same interpreter', async () => {
    const idle = [process.execPath, '-e', 'setInterval(() => {}, 1000); console.log("started")'];
    const started = async () => {
      const program = await start(idle);
      while (!program.output().includes('started')) await wait(20);
      return program;
    };
    const one = await started();
    const alone = memoryOf(one.pid, [one.pid]);
    const other = await started();
    try {
      const beside = memoryOf(one.pid, [one.pid]);
      assert.ok(beside > alone * 0.95, `${alone} MiB alone, ${beside} MiB beside the other`);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  });
});
