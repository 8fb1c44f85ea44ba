import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Answers } from '../calculator/answers.ts';
import { publishedModel } from '../calculator/content-files.ts';
import { DetailsComputer, type DetailsDone, type DetailsTask, type DetailsWorker } from './details-computer.ts';
import type { Details } from './result.ts';

const model = publishedModel();
const sized = (size: string): Answers => ({ choices: { size } });
/** Stands for the details of answers, which nobody here looks into. */
const detailsFor = ({ choices }: Answers) => ({ of: choices['size'] }) as unknown as Details;

/** A worker that answers when it is told to. */
class FakeWorker {
  tasks: DetailsTask[] = [];
  ended = false;
  onmessage: DetailsWorker['onmessage'] = null;
  onerror: DetailsWorker['onerror'] = null;
  postMessage(task: DetailsTask) {
    this.tasks.push(task);
  }
  terminate() {
    this.ended = true;
  }
  /** Answers one of the tasks, the newest unless told otherwise. */
  answer({ task, answers } = this.tasks.at(-1)!) {
    this.onmessage?.call(this as never, { data: { task, details: detailsFor(answers) } } as MessageEvent<DetailsDone>);
  }
  fail() {
    this.onerror?.call(this as never, new Event('error', { cancelable: true }) as ErrorEvent);
  }
}

describe('what takes long', () => {
  let worker: FakeWorker;
  let found: Details[];
  let computer: DetailsComputer;
  /** What waits for the next frame. */
  let frames: (() => void)[];

  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    worker = new FakeWorker();
    found = [];
    frames = [];
    Object.assign(globalThis, { requestAnimationFrame: (callback: () => void) => frames.push(callback) });
    computer = new DetailsComputer(
      model,
      () => worker,
      (details) => found.push(details),
    );
  });
  /** Lets the page be painted, and do what waits for that, until nothing waits. */
  const paint = async () => {
    do {
      frames.splice(0).forEach((callback) => callback());
      mock.timers.tick(0);
      // The pieces of work are chained by promises.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    } while (frames.length > 0);
  };

  it('is computed by the worker', () => {
    computer.compute(sized('tiny'));
    assert.deepEqual(worker.tasks, [{ task: 1, model, answers: sized('tiny') }]);
    worker.answer();
    assert.deepEqual(found, [detailsFor(sized('tiny'))]);
  });

  it('is shown of the newest answers only, whatever comes late', () => {
    for (const size of ['tiny', 'small', 'large']) computer.compute(sized(size));
    worker.answer(worker.tasks[0]);
    worker.answer(worker.tasks[1]);
    assert.deepEqual(found, []);
    worker.answer();
    assert.deepEqual(found, [detailsFor(sized('large'))]);
  });

  for (const [what, happens] of [
    ['fails', () => worker.fail()],
    ['does not answer in time', () => mock.timers.tick(5_000)],
  ] as const) {
    it(`is computed by the page once the worker ${what}, of the newest answers`, async () => {
      computer.compute(sized('tiny'));
      computer.compute(sized('large'));
      happens();
      assert.ok(worker.ended);
      await paint();
      assert.equal(found.length, 1);
      assert.ok(found[0]!.curves.django.length > 0);
      computer.compute(sized('small'));
      await paint();
      assert.equal(found.length, 2);
      assert.equal(worker.tasks.length, 2);
    });
  }

  it('is computed by the page where no worker can start', async () => {
    let slow = 0;
    computer = new DetailsComputer(
      model,
      () => {
        throw new Error('refused');
      },
      (details) => found.push(details),
      () => slow++,
    );
    assert.equal(slow, 0, 'nothing is tried while nobody has answered');
    computer.compute(sized('tiny'));
    assert.equal(slow, 1, 'the page is told that it may be slow');
    assert.deepEqual(found, [], 'not before the page is painted');
    await paint();
    assert.equal(found.length, 1);
  });
});
