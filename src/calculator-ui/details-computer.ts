/**
 * Computes what takes long: in a web worker, or on the page itself where no worker starts, as in a frame without an
 * origin. The newest answers win: what was computed for older ones is dropped, and at most one task waits.
 */
import type { Answers } from '../calculator/answers.ts';
import { estimate, prepare } from '../calculator/evaluate.ts';
import type { Model } from '../calculator/model.ts';
import { afterPaint } from './after-paint.ts';
import { detailsOf, type Details } from './result.ts';

export interface DetailsTask {
  model: Model;
  answers: Answers;
}

/** What a worker offers, as far as it is used here. */
export type DetailsWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** How long a worker may take, in milliseconds, before the page does its work: a script may never arrive. */
const patience = 5_000;

export class DetailsComputer {
  readonly #model: Model;
  readonly #found: (details: Details, answers: Answers) => void;
  #worker: DetailsWorker | undefined;
  /** The answers that are being computed. */
  #current: Answers | undefined;
  /** The newest answers, which come next. */
  #next: Answers | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param startWorker throws, or gives nothing, where there can be no worker
   * @param found is told the details of the newest answers that it was asked for
   */
  constructor(
    model: Model,
    startWorker: () => DetailsWorker | undefined,
    found: (details: Details, answers: Answers) => void,
  ) {
    this.#model = model;
    this.#found = found;
    try {
      this.#worker = startWorker();
    } catch {
      // The page computes.
    }
    if (this.#worker) {
      this.#worker.onmessage = ({ data }: MessageEvent<Details>) => this.#done(data);
      this.#worker.onerror = (problem) => {
        problem.preventDefault();
        this.#dismissWorker();
      };
    }
  }

  compute(answers: Answers): void {
    this.#next = answers;
    if (!this.#current) this.#start();
  }

  #start(): void {
    const answers = this.#next;
    this.#current = answers;
    this.#next = undefined;
    if (!answers) return;
    if (!this.#worker) {
      afterPaint(() => this.#done(detailsOf(estimate(prepare(this.#model, answers), answers))));
      return;
    }
    const task: DetailsTask = { model: this.#model, answers };
    this.#worker.postMessage(task);
    this.#timer = setTimeout(() => this.#dismissWorker(), patience);
  }

  #done(details: Details): void {
    clearTimeout(this.#timer);
    const answers = this.#current!;
    const outdated = this.#next !== undefined;
    this.#start();
    if (!outdated) this.#found(details, answers);
  }

  /** From now on the page computes, beginning with what the worker left undone. */
  #dismissWorker(): void {
    if (!this.#worker) return;
    clearTimeout(this.#timer);
    this.#worker.onmessage = null;
    this.#worker.terminate();
    this.#worker = undefined;
    this.#next ??= this.#current;
    this.#start();
  }
}
