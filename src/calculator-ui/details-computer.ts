/**
 * Computes what takes long: in a web worker, or on the page itself where no worker starts, as in a frame without an
 * origin. The newest answers win: what was begun for older ones is dropped between two steps.
 */
import type { Answers } from '../calculator/answers.ts';
import { estimate, prepare } from '../calculator/evaluate.ts';
import type { Model } from '../calculator/model.ts';
import { drawSamples, usualSpread, type Samples } from '../calculator/uncertainty.ts';
import { afterPaint } from './after-paint.ts';
import { detailsInSteps, type Details } from './result.ts';

export interface DetailsTask {
  /** Counts the tasks, so that an answer finds its question. */
  task: number;
  model: Model;
  answers: Answers;
}
export interface DetailsDone {
  task: number;
  details: Details;
}

/** What a worker offers, as far as it is used here. */
export type DetailsWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** How long a worker may take, in milliseconds, before the page does its work: a script may never arrive. */
const patience = 5_000;
/** So many draws for each of the many verdicts with another answer: a few hundredths of a share are chance. */
export const standingDraws = 300;
/** How long one piece of work may last before others get their turn, in milliseconds. */
const turn = 25;

/**
 * Works off the steps of a task with pauses between them.
 * @param isNewest is asked after each pause; the work ends where newer answers have come
 */
export async function compute(
  { model, answers }: Omit<DetailsTask, 'task'>,
  samples: Samples,
  isNewest: () => boolean,
  pause: () => Promise<void>,
): Promise<Details | undefined> {
  const steps = detailsInSteps(estimate(prepare(model, answers), answers), samples);
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < turn) continue;
    await pause();
    if (!isNewest()) return undefined;
    since = performance.now();
  }
}

export class DetailsComputer {
  readonly #model: Model;
  readonly #found: (details: Details, answers: Answers) => void;
  readonly #slow: () => void;
  /** Taken once it was called: a page on which nobody answers loads no worker. */
  #startWorker: (() => DetailsWorker | undefined) | undefined;
  #worker: DetailsWorker | undefined;
  #answers: Answers | undefined;
  #task = 0;
  #samples: Samples | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param startWorker is called for the first answers; throws, or gives nothing, where there can be no worker
   * @param found is told the details of the newest answers that it was asked for
   * @param slow is told once that the page computes, which may take longer
   */
  constructor(
    model: Model,
    startWorker: () => DetailsWorker | undefined,
    found: (details: Details, answers: Answers) => void,
    slow: () => void = () => undefined,
  ) {
    this.#model = model;
    this.#found = found;
    this.#slow = slow;
    this.#startWorker = startWorker;
  }

  compute(answers: Answers): void {
    this.#answers = answers;
    this.#task += 1;
    this.#summonWorker();
    this.#start();
  }

  #summonWorker(): void {
    const start = this.#startWorker;
    if (!start) return;
    this.#startWorker = undefined;
    try {
      this.#worker = start();
    } catch {
      // The page computes.
    }
    if (!this.#worker) {
      this.#slow();
      return;
    }
    this.#worker.onmessage = ({ data }: MessageEvent<DetailsDone>) => this.#done(data);
    this.#worker.onerror = (problem) => {
      problem.preventDefault();
      this.#dismissWorker();
    };
  }

  #start(): void {
    const answers = this.#answers;
    if (!answers) return;
    const task = this.#task;
    clearTimeout(this.#timer);
    if (this.#worker) {
      this.#worker.postMessage({ task, model: this.#model, answers } satisfies DetailsTask);
      this.#timer = setTimeout(() => this.#dismissWorker(), patience);
      return;
    }
    afterPaint(() => {
      if (task !== this.#task) return;
      void compute(
        { model: this.#model, answers },
        (this.#samples ??= drawSamples(this.#model, usualSpread, standingDraws)),
        () => task === this.#task,
        () => new Promise(afterPaint),
      ).then((details) => details && this.#done({ task, details }));
    });
  }

  #done({ task, details }: DetailsDone): void {
    if (task !== this.#task) return;
    clearTimeout(this.#timer);
    this.#found(details, this.#answers!);
  }

  /** From now on the page computes, beginning with what the worker left undone. */
  #dismissWorker(): void {
    if (!this.#worker) return;
    this.#worker.onmessage = null;
    this.#worker.terminate();
    this.#worker = undefined;
    this.#slow();
    this.#start();
  }
}
