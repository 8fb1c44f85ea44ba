/** Starts the worker under the policy `calculator-worker`: its address is the only one that may become this worker. */
import address from './details.worker.ts?worker&url';
import type { DetailsWorker } from './details-computer.ts';

/** @throws where the browser refuses it, as in a frame without an origin */
export function startWorker(): DetailsWorker {
  const policy = window.trustedTypes?.createPolicy('calculator-worker', { createScriptURL: () => address });
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
