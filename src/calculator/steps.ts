/** Work that pauses now and then, so that a page can answer its reader before it goes on. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all of it without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
