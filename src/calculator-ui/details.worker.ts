/** The web worker that computes the details of answers, so that the page can answer its reader meanwhile. */
import { estimate, prepare } from '../calculator/evaluate.ts';
import type { DetailsTask } from './details-computer.ts';
import { detailsOf } from './result.ts';

addEventListener('message', ({ data: { model, answers } }: MessageEvent<DetailsTask>) => {
  postMessage(detailsOf(estimate(prepare(model, answers), answers)));
});
