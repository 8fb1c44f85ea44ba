/** For tests: the details of an estimate without the pauses that the page needs. */
import type { Estimate } from '../calculator/evaluate.ts';
import type { Samples } from '../calculator/uncertainty.ts';
import { detailsInSteps, type Details } from './result.ts';

export function detailsOf(found: Estimate, samples: Samples): Details {
  const steps = detailsInSteps(found, samples);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
