/** The button that keeps the guide for reading offline: on the page `/offline/`, only where it can do something. */
import { isWholeKept } from './keep.ts';
import { listPath, type KeptList } from './kept-files.ts';
import type { FromPage, FromWorker } from './messages.ts';

/** How long the browser may take to start the worker. */
const patience = 15_000;

const texts: Record<FromWorker | 'fetching' | 'refused', string> = {
  fetching: 'Fetching the guide …',
  kept: 'The whole guide is kept on this device. It can be read, searched and calculated with offline.',
  failed:
    'The guide could not be kept: the network or the room on this device did not suffice. What was kept before is still there.',
  refused: 'This browser keeps no pages here. It may be a private window, or its settings may refuse it.',
};

const control = document.querySelector<HTMLElement>('[data-keep]')!;
const button = control.querySelector('button')!;
const status = control.querySelector('[role=status]')!;

const show = (state: keyof typeof texts) => {
  status.textContent = texts[state];
  button.hidden = state === 'kept' || state === 'refused';
  button.ariaDisabled = String(state === 'fetching');
};

async function begin(workers: ServiceWorkerContainer, scope: string): Promise<void> {
  control.hidden = false;
  workers.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => show(data));
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return;
    show('fetching');
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
    const worker = (await Promise.race([workers.ready, late]))?.active;
    worker?.postMessage({ type: 'keep' } satisfies FromPage);
    if (!worker) show('refused');
  });
  if (await isWholeKept(scope)) return show('kept');
  const list = await fetch(scope + listPath, { cache: 'no-cache' });
  const { bytes } = (await list.json()) as KeptList;
  button.textContent += ` (${(bytes / 1_000_000).toFixed(1)} MB)`;
}

const address = document.body.dataset['worker'];
if (address) {
  try {
    const scope = new URL('.', new URL(address, location.href)).href;
    // Without a network there is no list, and the size stays unsaid.
    begin(navigator.serviceWorker, scope).catch(() => {});
  } catch {
    // In a frame with few rights, asking for the worker is an error.
  }
}
