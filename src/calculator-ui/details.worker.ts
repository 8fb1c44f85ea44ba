/** The web worker that computes the details of answers, so that the page can answer its reader meanwhile. */
import { drawSamples, usualSpread, type Samples } from '../calculator/uncertainty.ts';
import { compute, standingDraws, type DetailsTask } from './details-computer.ts';

let newest = 0;
let samples: Samples | undefined;
/** Lets the next message in, which may bring newer answers. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

addEventListener('message', async ({ data: { task, model, answers } }: MessageEvent<DetailsTask>) => {
  newest = task;
  const details = await compute(
    { model, answers },
    (samples ??= drawSamples(model, usualSpread, standingDraws)),
    () => task === newest,
    pause,
  );
  if (details) postMessage({ task, details });
});
